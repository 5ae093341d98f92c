import type { Auths } from './auths.ts';
import type { DockerConfig } from './config.ts';
import { HUB_KEY } from './registry.ts';

/**
 * An entry that no registry answers to. Docker takes a config without any `auths` for a new one and makes the
 * machine's keychain its store, if a helper for it is on PATH; `docker logout` of the last host would bring that
 * about as well (docker/cli config.go `LoadDefaultConfigFile`, default_store.go). helm does the same.
 */
const PLACEHOLDER = { 'werf-ci.invalid': {} };

/** Contents of files by their path below the config dir. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** What each client reads. podman's login rewrites its file with `auths` and `credHelpers` only. */
export const configFiles = {
  docker: ({ auths, credHelpers, stored, rest }: DockerConfig): Files => ({
    'config.json': toText({ ...rest, ...logins(auths, { ...stored, ...credHelpers }) }),
  }),
  /** Without the hosts of docker's `credsStore`: podman never looks there, and its `logout --all` would empty it. */
  podman: ({ auths, credHelpers }: DockerConfig): Files => ({
    'auth.json': toText(logins(withHubHost(auths), credHelpers)),
  }),
  /** Without them as well: helm asks config.json for what it has not. */
  helm: ({ auths, credHelpers }: DockerConfig): Files => ({
    'helm.json': toText(logins(auths, credHelpers)),
  }),
};

const logins = (auths: Auths, credHelpers: Readonly<Record<string, string>>): object => ({
  auths: { ...PLACEHOLDER, ...auths },
  ...(Object.keys(credHelpers).length > 0 && { credHelpers }),
});

/** `podman logout docker.io` looks for a key of that name (containers/image config.go `RemoveAuthentication`). */
function withHubHost({ [HUB_KEY]: hub, ...others }: Auths): Auths {
  return hub ? { 'docker.io': hub, ...others } : others;
}

/** Docker writes its file with tabs. */
const toText = (object: object): string => `${JSON.stringify(object, null, '\t')}\n`;
