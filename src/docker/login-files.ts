import { join } from 'node:path';
import { type Env, read } from '../env.ts';

/** Where a client looks for logins. */
export interface Place {
  readonly env: Env;
  /** Some users have none. */
  readonly home: string | undefined;
  readonly platform: string;
  /** The user's number, where the system has such. */
  readonly uid: number | undefined;
}

export interface LoginFile {
  readonly path: string;
  /** A variable names it: the user wants it to be read. */
  readonly isNamed: boolean;
}

/** The clients that keep logins in a file of their own; each gives the files it reads, from weakest to strongest. */
export const loginFiles = {
  podman: (place: Place) => named(place, 'REGISTRY_AUTH_FILE') ?? usual(podmanPaths(place)),
  helm: (place: Place) => named(place, 'HELM_REGISTRY_CONFIG') ?? usual([helmPath(place)]),
} as const satisfies Readonly<Record<string, (place: Place) => readonly LoginFile[]>>;

export type LoginClient = keyof typeof loginFiles;

function named({ env }: Place, variable: string): readonly LoginFile[] | undefined {
  const path = read(env, variable);
  return path === undefined ? undefined : [{ path, isNamed: true }];
}

const usual = (paths: readonly (string | undefined)[]): readonly LoginFile[] =>
  [...new Set(paths)].flatMap((path) => (path === undefined ? [] : [{ path, isNamed: false }]));

const inHome = ({ home }: Place, path: string): string | undefined => home && join(home, path);

/** containers-auth.json(5), and containers/image pkg/docker/config/config.go for a user without XDG_RUNTIME_DIR. */
function podmanPaths(place: Place): readonly (string | undefined)[] {
  const { env, platform, uid } = place;
  const [xdg, runtime] = [read(env, 'XDG_CONFIG_HOME'), read(env, 'XDG_RUNTIME_DIR')];
  const usualConfig = inHome(place, '.config/containers/auth.json');
  const config = xdg ? join(xdg, 'containers/auth.json') : usualConfig;
  if (platform !== 'linux') return [config, usualConfig];
  return [config, runtime ? join(runtime, 'containers/auth.json') : `/run/containers/${uid}/auth.json`];
}

/** helm pkg/cli/environment.go and pkg/helmpath. */
function helmPath(place: Place): string | undefined {
  const xdg = read(place.env, 'XDG_CONFIG_HOME');
  const directory = read(place.env, 'HELM_CONFIG_HOME') ?? (xdg ? join(xdg, 'helm') : helmHome(place));
  return directory && join(directory, 'registry/config.json');
}

function helmHome(place: Place): string | undefined {
  const roaming = read(place.env, 'APPDATA') ?? inHome(place, 'AppData/Roaming');
  if (place.platform === 'win32') return roaming && join(roaming, 'helm');
  return inHome(place, place.platform === 'darwin' ? 'Library/Preferences/helm' : '.config/helm');
}
