import { quote } from '../text.ts';
import { type Auths, readAuths } from './auths.ts';
import { type Credential, encodeAuth } from './credential.ts';
import { checkFields } from './fields.ts';
import { isObject, type JsonObject, omit, pick } from './json.ts';
import { authKey, isPathScoped } from './registry.ts';

/** A `config.json` as this tool sees it: who may do what, and the rest, which passes through untouched. */
export interface DockerConfig {
  readonly auths: Auths;
  readonly credHelpers: Helpers;
  /** Hosts whose logins lie in the base's `credsStore`, with its name. */
  readonly stored: Helpers;
  readonly rest: JsonObject;
}

/** Names of credential helpers by the host that they answer for. */
type Helpers = Readonly<Record<string, string>>;

export interface ReadConfig {
  readonly config: DockerConfig;
  readonly warnings: readonly string[];
}

/**
 * Sorts an inherited config. Its `credsStore` is gone in any letter case, for Docker would read and write the store
 * that all jobs share in place of our `auths` (docker/cli native_store.go); the hosts that the config marks as living
 * in the store stay readable through `credHelpers`. `source` says in a warning where the config is from.
 */
export function readConfig(object: JsonObject, source: string): ReadConfig {
  const { auths, markers, warnings } = readAuths(pick(object, 'auths'));
  const helpers = readHelpers(pick(object, 'credHelpers'));
  const store = pick(object, 'credsStore');
  const stored = isHelper(store) ? Object.fromEntries(markers.map((host) => [host, store])) : {};
  const fields = checkFields(omit(object, ['auths', 'credHelpers', 'credsStore']));
  const lost = isHelper(store) && markers.length === 0 ? [lostStore(store)] : [];
  return {
    config: {
      auths,
      credHelpers: helpers.credHelpers,
      stored,
      rest: fields.rest,
    },
    warnings: [...warnings, ...helpers.warnings, ...fields.warnings, ...lost].map(
      (warning) => `${source}: ${warning}`,
    ),
  };
}

/** A store such as `ecr-login` answers for hosts that no login has marked. */
const lostStore = (store: string): string =>
  `its "credsStore", ${quote(store)}, would be used by all jobs: dropped; name the hosts it is for under "credHelpers".`;

/** A helper is named by the end of `docker-credential-NAME`; a path in it is refused, as gitlab-runner does. */
const isHelper = (value: unknown): value is string => typeof value === 'string' && /^[\w.-]+$/.test(value);

function readHelpers(value: unknown): { credHelpers: Record<string, string>; warnings: string[] } {
  const entries = isObject(value) ? Object.entries(value) : [];
  const good = entries.filter((entry): entry is [string, string] => isHelper(entry[1]));
  const bad = entries.filter(([, helper]) => helper !== '' && !isHelper(helper));
  return {
    credHelpers: Object.fromEntries(good),
    warnings: bad.map(
      ([host]) => `the credential helper for ${quote(host)} is not a helper's name: dropped.`,
    ),
  };
}

/** Lays `over` on the base: a host that it names is answered by it alone, a path-scoped key replaces just itself. */
export function overlay(base: DockerConfig, over: DockerConfig): DockerConfig {
  const keys = [over.auths, over.credHelpers, over.stored].flatMap(Object.keys);
  const cleared = withoutHosts(
    base,
    keys.filter((key) => !isPathScoped(key)),
  );
  return {
    auths: { ...cleared.auths, ...over.auths },
    credHelpers: { ...cleared.credHelpers, ...over.credHelpers },
    stored: { ...cleared.stored, ...over.stored },
    rest: base.rest,
  };
}

/** Gives each of the job's registries exactly one key and no helper: every alias and path-scoped key of it goes. */
export function withCredentials(base: DockerConfig, credentials: readonly Credential[]): DockerConfig {
  const added = credentials.map(({ registry, username, secret }) => [
    authKey(registry),
    { auth: encodeAuth(username, secret.reveal()) },
  ]);
  const cleared = withoutHosts(
    base,
    credentials.map(({ registry }) => registry),
  );
  return { ...cleared, auths: { ...cleared.auths, ...Object.fromEntries(added) } };
}

function withoutHosts(config: DockerConfig, names: readonly string[]): DockerConfig {
  const gone = new Set(names.map(authKey));
  const keep = <T>(entries: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).filter(([key]) => !gone.has(authKey(key))));
  const { auths, credHelpers, stored } = config;
  return { ...config, auths: keep(auths), credHelpers: keep(credHelpers), stored: keep(stored) };
}

export const usesHelper = ({ credHelpers, stored }: DockerConfig, helper: string): boolean =>
  [credHelpers, stored].some((hosts) => Object.values(hosts).includes(helper));
