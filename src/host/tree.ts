import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Files } from '../docker/files.ts';
import { errorCode } from '../errors.ts';

/** More than a user's contexts and builders take, and little enough to look at in every start. */
const MOST_ENTRIES = 500;
const LARGEST_FILE = 1024 * 1024;

/**
 * The regular files at and below some paths of a directory, by their path in it. It looks at 500 entries at most and
 * passes over files beyond 1 MiB, what it may not read, sockets and devices, and links that lead out of the directory.
 */
export function readTree(root: string, paths: readonly string[]): Files {
  const files: Record<string, Uint8Array> = {};
  const queue = [...paths];
  for (let seen = 0; seen < MOST_ENTRIES && seen < queue.length; seen += 1) {
    const found = look(root, String(queue[seen]));
    queue.push(...found.children);
    Object.assign(files, found.files);
  }
  return files;
}

interface Found {
  readonly children: readonly string[];
  readonly files: Files;
}

const NOTHING: Found = { children: [], files: {} };

function look(root: string, path: string): Found {
  try {
    const full = join(root, path);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (!stat || !realpathSync(full).startsWith(realpathSync(root) + sep)) return NOTHING;
    if (stat.isDirectory())
      return { children: readdirSync(full).map((name) => `${path}/${name}`), files: {} };
    const isCopied = stat.isFile() && stat.size <= LARGEST_FILE;
    return isCopied ? { children: [], files: { [path]: readFileSync(full) } } : NOTHING;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return NOTHING;
  }
}
