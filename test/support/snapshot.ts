import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What is at and below these paths: mode, and content or target; nothing for a path where nothing is. */
export async function snapshot(paths: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const all = await Promise.all(paths.map(pathsBelow));
  return Object.fromEntries(await Promise.all(all.flat().map(async (path) => [path, await describe(path)])));
}

async function pathsBelow(path: string): Promise<readonly string[]> {
  const stat = await lstat(path).catch(() => undefined);
  if (!stat?.isDirectory()) return stat ? [path] : [];
  const below = await readdir(path, { recursive: true });
  return [path, ...below.map((name) => join(path, name))];
}

async function describe(path: string): Promise<string> {
  const stat = await lstat(path);
  if (stat.isSymbolicLink()) return `link to ${await readlink(path)}`;
  const content = stat.isFile() ? await readFile(path, 'latin1') : '';
  return `${stat.mode.toString(8)} ${content}`;
}
