import { UserError } from '../errors.ts';
import { Secret } from '../secret.ts';
import { quote } from '../text.ts';

/** Who the job is at one registry. */
export interface Credential {
  readonly registry: string;
  readonly username: string;
  readonly secret: Secret;
  /** The user name as a log may show it: some registries take a token for it. */
  readonly shownAs: string;
}

/** Where a credential's parts come from; `usernameFrom` and `secretFrom` name them in an error. */
interface Parts {
  readonly registry: string;
  readonly username: string;
  readonly usernameFrom: string;
  readonly secret: string;
  readonly secretFrom: string;
}

/**
 * Makes a credential that Docker can read back: the user name has no colon, the secret is not blank. One line end
 * after the secret is cut, as `docker login --password-stdin` does (docker/cli login.go `readSecretFromStdin`).
 */
export function credential({ registry, username, usernameFrom, secret, secretFrom }: Parts): Credential {
  if (username.includes(':'))
    throw new UserError(`the user name in ${usernameFrom} for ${quote(registry)} holds a colon.`, {
      hint: 'a registry reads the text before the first colon as the user name; give it without one',
    });
  if (secret.trim() === '')
    throw new UserError(`the secret in ${secretFrom} for ${quote(registry)} is blank.`, {
      hint: `set ${secretFrom} to the password or token`,
    });
  if (secret.includes('\uFFFD'))
    throw new UserError(`the secret in ${secretFrom} for ${quote(registry)} is not UTF-8.`, {
      hint: `set ${secretFrom} to UTF-8 text`,
    });
  return { registry, username, shownAs: username, secret: new Secret(secret.replace(/(\r\n|\n|\r)$/, '')) };
}

/** `auth` of a config.json entry: base64 of `user:password`, padded (docker/cli file.go `encodeAuth`). */
export const encodeAuth = (username: string, password: string): string =>
  Buffer.from(`${username}:${password}`).toString('base64');

/** True when Docker can decode it: one bad entry makes Docker stop reading the file at a random place. */
export function isReadableAuth(auth: string): boolean {
  const text = auth.replaceAll(/[\r\n]/g, '');
  const isBase64 = text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text);
  return isBase64 && Buffer.from(text, 'base64').indexOf(':') > 0;
}
