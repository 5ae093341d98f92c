import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Files } from '../docker/files.ts';
import { errorCode, UserError } from '../errors.ts';
import { writePrivateFile } from './files.ts';

/** Where a config dir may be made, and how its name begins. */
export interface NewDir {
  /** Directories to try in turn. */
  readonly parents: readonly string[];
  readonly prefix: string;
}

/**
 * Makes a directory that only this user can read (mkdtemp: mode 0700, a name that was not there) and fills it; gives
 * what `fill` returns. The directory outlives us, but not a failure of `fill`.
 *
 * `mkdtemp` of Node, not tmp-promise: this is the start-up path of every job, and tmp-promise loads `crypto` and `os`
 * (+3 ms, a seventh of the whole run) for a clean-up at exit that must not happen here.
 */
export function withConfigDir<T>(place: NewDir, fill: (dir: string) => T): T {
  const dir = makeDirectory(place);
  try {
    return fill(dir);
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}

/** The next parent is for one that is named by the CI system but not there, or not ours to write in. */
function makeDirectory({ parents: [parent = '', ...others], prefix }: NewDir): string {
  try {
    return mkdtempSync(join(parent, prefix));
  } catch (error) {
    if (others.length > 0) return makeDirectory({ parents: others, prefix });
    throw new UserError(`cannot make a directory in ${parent} (${errorCode(error)}).`, {
      hint: 'name a directory that you may write to with --tmp-dir or WERF_TMP_DIR',
      cause: error,
    });
  }
}

/** Removes a config dir, whatever has become of it; a path that is none of ours is left alone. */
export function removeConfigDir(dir: string): void {
  if (!basename(dir).startsWith('ci-env-')) return;
  try {
    rmSync(dir, { recursive: true, force: true });
  } catch (error) {
    throw new UserError(`cannot remove ${dir} (${errorCode(error)}).`, {
      hint: 'remove it yourself: there are credentials in it',
      cause: error,
    });
  }
}

/** Writes files, by their path below the directory, each 0600 in directories of 0700. */
export function writeFiles(dir: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) writeInto(dir, path, content);
}

function writeInto(dir: string, path: string, content: string | Uint8Array): void {
  try {
    if (path.includes('/')) mkdirSync(join(dir, dirname(path)), { recursive: true, mode: 0o700 });
    writePrivateFile(join(dir, path), content);
  } catch (error) {
    throw new UserError(`cannot write ${join(dir, path)} (${errorCode(error)}).`, {
      hint: 'name a directory with space and rights for it with --tmp-dir or WERF_TMP_DIR',
      cause: error,
    });
  }
}
