import { access, chmod, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { dir } from 'tmp-promise';
import type { Env } from '../../src/env.ts';
import { PATH } from './tools.ts';

export interface Workspace {
  readonly path: string;
  /** Its own HOME and TMPDIR, and `werf-ci` on PATH. */
  readonly env: Env & { readonly HOME: string };
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
  const [bin, HOME, TMPDIR] = [join(path, 'bin'), join(path, 'home'), join(path, 'tmp')];
  await Promise.all([bin, HOME, TMPDIR].map((directory) => mkdir(directory)));
  await writeScript(join(bin, 'werf-ci'), `exec node '${CLI}' "$@"`);
  return { path, env: { PATH: `${bin}:${PATH}`, HOME, TMPDIR }, bin, remove: cleanup };
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

export async function writeDockerConfig(directory: string, auths: object): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'config.json'), JSON.stringify({ auths }));
}

export async function writeScript(path: string, body: string): Promise<void> {
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
}
