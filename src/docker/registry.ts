/** Docker Hub's only key in config.json (docker/cli configfile/file.go `getAuthConfigKey`). */
export const HUB_KEY = 'https://index.docker.io/v1/';
const HUB_HOSTS = new Set([
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
  'registry.hub.docker.com',
]);

/**
 * `host[:port]` of a registry, an image name or a key of `auths`, in lower case: without scheme, user info and path,
 * the port kept as written (docker/cli credentials/file_store.go `ConvertToHostname`).
 */
export const hostOf = (name: string): string =>
  name
    .replace(/^[a-z][a-z\d+.-]*:\/\/([^/?#]*@)?/i, '')
    .replace(/[/?#].*$/s, '')
    .replace(/:$/, '')
    .toLowerCase();

/** The key under which Docker looks for a registry's credential: Hub's URL, or the host. */
export const authKey = (name: string): string => (HUB_HOSTS.has(hostOf(name)) ? HUB_KEY : hostOf(name));

/** True for `host/namespace`: a key that only podman, skopeo and gitlab-runner know (containers-auth.json(5)). */
export const isPathScoped = (key: string): boolean => !key.includes('://') && /\/./.test(key);

/** True for what may stand before the first `/` of an image name: a host or an address, and perhaps a port. */
export const isRegistry = (name: string): boolean =>
  /^([a-z\d][a-z\d._-]*|\[[\da-f:]+\])(:\d{1,5})?$/i.test(name);
