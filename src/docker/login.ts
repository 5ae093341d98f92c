import { type Env, read } from '../env.ts';
import { UserError } from '../errors.ts';
import { quote } from '../text.ts';
import { type Credential, credential } from './credential.ts';
import { isRegistry } from './registry.ts';

const FORM = /^([^=]+)=([A-Za-z_]\w*):([A-Za-z_]\w*)$/;
const HINT = 'write --login HOST=USERNAME_VAR:PASSWORD_VAR, with the names of two variables, never a secret';

/**
 * The credential of one `--login HOST=USERNAME_VAR:PASSWORD_VAR`. An error repeats only what looks like a host or like
 * a variable's name: somebody may have put the secret itself there.
 */
export function login(text: string, env: Env): Credential {
  const [, registry, usernameFrom, secretFrom] = FORM.exec(text) ?? [];
  if (!registry || !usernameFrom || !secretFrom)
    throw new UserError(`--login${named(text)} does not name two variables.`, { hint: HINT });
  if (!isRegistry(registry))
    throw new UserError('--login: what stands before the "=" is not a registry host.', { hint: HINT });
  const from = (name: string, what: string): string => read(env, name) ?? missing(registry, name, what);
  const username = from(usernameFrom, 'user name');
  const secret = from(secretFrom, 'password');
  return {
    ...credential({ registry, username, usernameFrom, secret, secretFrom }),
    shownAs: `$${usernameFrom}`,
  };
}

function named(text: string): string {
  const [host = '', ...rest] = text.split('=');
  return rest.length > 0 && isRegistry(host) ? ` for ${quote(host)}` : '';
}

function missing(registry: string, name: string, what: string): never {
  const shown = /^[A-Z_][A-Z\d_]*$/.test(name) ? `variable ${name}` : 'variable';
  throw new UserError(`--login for ${quote(registry)}: the ${shown} for the ${what} is not set.`, {
    hint: 'set it, or name another variable: --login HOST=USERNAME_VAR:PASSWORD_VAR',
  });
}
