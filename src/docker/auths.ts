import { quote } from '../text.ts';
import { publicUrl } from '../url.ts';
import { encodeAuth, isReadableAuth } from './credential.ts';
import { isObject, pick } from './json.ts';

/** One entry of `auths`: always with a readable `auth`, or with a token that needs none. */
interface AuthEntry {
  readonly auth?: string;
  readonly identitytoken?: string;
  readonly registrytoken?: string;
  readonly email?: string;
}

export type Auths = Readonly<Record<string, AuthEntry>>;

/** Entries sorted by what can be done with them. */
export interface ReadAuths {
  readonly auths: Auths;
  /** Hosts with an empty entry: Docker writes it for a login whose secret lies in a `credsStore`. */
  readonly markers: readonly string[];
  readonly warnings: readonly string[];
}

/** Reads an inherited `auths` object; an entry that would make Docker stop reading the file is dropped with a warning. */
export function readAuths(value: unknown): ReadAuths {
  if (value === undefined || value === null) return { auths: {}, markers: [], warnings: [] };
  if (!isObject(value)) return { auths: {}, markers: [], warnings: ['"auths" is not an object: dropped.'] };
  const entries = Object.entries(value).map(([key, entry]) => [key, readEntry(entry)] as const);
  return {
    auths: Object.fromEntries(entries.filter((entry): entry is [string, AuthEntry] => isUsable(entry[1]))),
    markers: entries.filter(([, entry]) => entry === 'empty').map(([key]) => key),
    warnings: entries.filter(([, entry]) => entry === 'bad').map(([key]) => badEntry(key)),
  };
}

const badEntry = (key: string): string =>
  `the entry for ${quote(publicUrl(key))} is not a readable login (base64 of "user:password"): dropped.`;

const isUsable = (entry: AuthEntry | 'empty' | 'bad'): entry is AuthEntry => typeof entry === 'object';

const FIELDS = ['auth', 'username', 'password', 'identitytoken', 'registrytoken', 'email'] as const;

function readEntry(value: unknown): AuthEntry | 'empty' | 'bad' {
  if (value === null) return 'empty';
  if (!isObject(value)) return 'bad';
  const values = FIELDS.map((name) => [name, pick(value, name)] as const).filter(([, field]) => field);
  if (values.some(([, field]) => typeof field !== 'string')) return 'bad';
  return settle(Object.fromEntries(values));
}

type Fields = { readonly [name in (typeof FIELDS)[number]]?: string };

function settle({ auth, username, password, ...tokens }: Fields): AuthEntry | 'empty' | 'bad' {
  const hasToken = tokens.identitytoken !== undefined || tokens.registrytoken !== undefined;
  const text = auth ?? (username && authOf(username, password));
  if (text) return isReadableAuth(text) ? { auth: text, ...tokens } : 'bad';
  return hasToken ? tokens : 'empty';
}

/**
 * `username` and `password` become `auth`, the only form that podman and skopeo read as well. A user name with a colon
 * has no such form, and as it stands is no readable one.
 */
const authOf = (username: string, password = ''): string =>
  username.includes(':') ? username : encodeAuth(username, password);
