import type { DockerConfig } from './config.ts';

/**
 * An entry that no registry answers to. Docker takes a config without any `auths` for a new one and makes the
 * machine's keychain its store, if a helper for it is on PATH; `docker logout` of the last host would bring that
 * about as well (docker/cli config.go `LoadDefaultConfigFile`, default_store.go).
 */
const PLACEHOLDER = { 'werf-ci.invalid': {} };

/** Contents of files by their path below the config dir. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** podman, buildah, skopeo and helm get files of their own: a login by podman rewrites a file with `auths` only. */
export function configFiles({ auths, credHelpers, rest }: DockerConfig): Files {
  const helpers = Object.keys(credHelpers).length > 0 ? { credHelpers } : {};
  const logins = { auths: { ...PLACEHOLDER, ...auths }, ...helpers };
  return {
    'config.json': toText({ ...rest, ...logins }),
    'auth.json': toText(logins),
    'helm.json': toText(logins),
  };
}

/** Docker writes its file with tabs. */
const toText = (object: object): string => `${JSON.stringify(object, null, '\t')}\n`;
