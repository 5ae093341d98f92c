import { access, chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { dir } from 'tmp-promise';
import type { Env } from '../../src/env.ts';
import { PATH } from './tools.ts';

export interface Workspace {
  readonly path: string;
  /** Its own HOME, TMPDIR and XDG_RUNTIME_DIR, and `werf-ci` on PATH. */
  readonly env: Env & { readonly HOME: string; readonly XDG_RUNTIME_DIR: string };
  /** Where a script goes that is to be found on PATH before all others. */
  readonly bin: string;
  readonly remove: () => Promise<void>;
}

const CLI = resolve('dist/cli.cjs');

/** A directory for one test, and the environment of a machine where werf-ci is installed and nobody has logged in. */
export async function makeWorkspace(): Promise<Workspace> {
  await access(CLI).catch((cause) => {
    throw new Error('dist/cli.cjs is not there. Run npm run build first.', { cause });
  });
  const { path, cleanup } = await dir({ unsafeCleanup: true });
  const below = async (name: string): Promise<string> => {
    await mkdir(join(path, name));
    return join(path, name);
  };
  const [bin, HOME, TMPDIR] = [await below('bin'), await below('home'), await below('tmp')];
  const XDG_RUNTIME_DIR = await below('run');
  await writeScript(join(bin, 'werf-ci'), `exec node '${CLI}' "$@"`);
  return { path, env: { PATH: `${bin}:${PATH}`, HOME, TMPDIR, XDG_RUNTIME_DIR }, bin, remove: cleanup };
}

export const USER_AUTHS = { 'registry.example.com': { auth: btoa('user:secret') } };

/**
 * Makes the user one that has logged in somewhere before, and gives the directory of that config. Without any such
 * entry docker would turn to a keychain of the machine.
 */
export async function writeUserConfig({ env }: Workspace): Promise<string> {
  const directory = join(env.HOME, '.docker');
  await writeDockerConfig(directory, USER_AUTHS);
  return directory;
}

/** Where clients keep the logins of a user who has not told them otherwise. */
export const loginFilesOf = ({ env: { HOME, XDG_RUNTIME_DIR } }: Workspace): readonly string[] => [
  join(HOME, '.docker/config.json'),
  join(HOME, '.config/containers/auth.json'),
  join(XDG_RUNTIME_DIR, 'containers/auth.json'),
  join(HOME, '.config/helm/registry/config.json'),
];

export const writeDockerConfig = (directory: string, auths: object): Promise<void> =>
  writeJson(join(directory, 'config.json'), { auths });

export async function writeJson(path: string, content: object): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(content));
}

export async function writeScript(path: string, body: string): Promise<void> {
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
}
