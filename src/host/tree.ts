import { lstatSync, opendirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Files } from '../docker/files.ts';
import { errorCode } from '../errors.ts';

/** More than a user's contexts or builders take, and little enough to copy in every start. */
const MOST_ENTRIES = 200;
const LARGEST_FILE = 1024 * 1024;

/**
 * The regular files at and below a path of a directory, by their path in that directory; `undefined` when there is so
 * much that looking at all of it would hold up the job. Passes over files beyond 1 MiB, what it may not read, sockets
 * and devices, links to directories and links that lead out.
 */
export function readTree(root: string, path: string): Files | undefined {
  const queue = [path];
  const files: string[] = [];
  for (const next of queue) {
    const { isFile, children } = tryTo(() => look(root, next)) ?? NOTHING;
    if (isFile) files.push(next);
    queue.push(...children);
    if (queue.length > MOST_ENTRIES) return undefined;
  }
  const read = (file: string) => [[file, readFileSync(join(root, file))]] as const;
  return Object.fromEntries(files.flatMap((file) => tryTo(() => read(file)) ?? []));
}

interface Found {
  readonly isFile: boolean;
  readonly children: readonly string[];
}

const NOTHING: Found = { isFile: false, children: [] };

function look(root: string, path: string): Found {
  const stat = statInside(root, path);
  if (stat?.isDirectory()) return { isFile: false, children: list(root, path) };
  return { isFile: stat?.isFile() === true && stat.size <= LARGEST_FILE, children: [] };
}

/** What is at the path; of links only those to files inside, for a directory's may lead in a circle. */
function statInside(root: string, path: string): Stats | undefined {
  const full = join(root, path);
  const stat = lstatSync(full, { throwIfNoEntry: false });
  if (!stat?.isSymbolicLink()) return stat;
  const target = statSync(full);
  return target.isFile() && realpathSync(full).startsWith(realpathSync(root) + sep) ? target : undefined;
}

/** At most one more than we look at: `readdir` would read all of a large directory. */
function list(root: string, path: string): readonly string[] {
  const handle = opendirSync(join(root, path));
  const names: string[] = [];
  try {
    for (let entry = handle.readSync(); entry && names.length <= MOST_ENTRIES; entry = handle.readSync())
      names.push(`${path}/${entry.name}`);
  } finally {
    handle.closeSync();
  }
  return names;
}

/** `undefined` for what the system refuses: the job can do without. */
function tryTo<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}
