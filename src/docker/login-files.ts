import { join } from 'node:path';
import { type Env, read } from '../env.ts';

/** Where a client looks for logins. */
export interface Place {
  readonly env: Env;
  readonly home: string;
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

const usual = (paths: readonly string[]): readonly LoginFile[] =>
  paths.map((path) => ({ path, isNamed: false }));

/** containers-auth.json(5), and containers/image pkg/docker/config/config.go for a user without XDG_RUNTIME_DIR. */
function podmanPaths({ env, home, platform, uid }: Place): readonly string[] {
  const config = join(read(env, 'XDG_CONFIG_HOME') ?? join(home, '.config'), 'containers/auth.json');
  if (platform !== 'linux') return [...new Set([config, join(home, '.config/containers/auth.json')])];
  const runtime = read(env, 'XDG_RUNTIME_DIR');
  return [config, runtime ? join(runtime, 'containers/auth.json') : `/run/containers/${uid}/auth.json`];
}

/** helm pkg/cli/environment.go and pkg/helmpath. */
function helmPath({ env, home, platform }: Place): string {
  const xdg = read(env, 'XDG_CONFIG_HOME');
  const directory =
    read(env, 'HELM_CONFIG_HOME') ?? (xdg ? join(xdg, 'helm') : helmHome(env, home, platform));
  return join(directory, 'registry/config.json');
}

function helmHome(env: Env, home: string, platform: string): string {
  if (platform === 'win32') return join(read(env, 'APPDATA') ?? join(home, 'AppData/Roaming'), 'helm');
  return join(home, platform === 'darwin' ? 'Library/Preferences/helm' : '.config/helm');
}
