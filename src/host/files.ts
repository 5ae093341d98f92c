import {
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode, UserError } from '../errors.ts';

/** No config is that large; the job waits for what we read. */
const LARGEST_TEXT = 16 * 1024 * 1024;

/** The text of a file, or `undefined` when there is none. Anything but a readable regular file is an error. */
export function readTextFile(path: string, hint: string): string | undefined {
  const stat = statOf(path, hint);
  if (!stat) return undefined;
  if (!stat.isFile()) throw new UserError(`${path} is not a regular file.`, { hint });
  if (stat.size > LARGEST_TEXT) throw new UserError(`${path} is larger than 16 MiB.`, { hint });
  return tryToRead(path, hint, () => readFileSync(path, 'utf8'));
}

/** What is at a path, `undefined` for nothing; what may not be looked at is an error. */
export const statOf = (path: string, hint: string): Stats | undefined =>
  tryToRead(path, hint, () => statSync(path, { throwIfNoEntry: false }));

function tryToRead<T>(path: string, hint: string, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    // Node 20 throws for a path below a file, later ones find nothing there.
    if (errorCode(error) === 'ENOTDIR') return undefined;
    throw new UserError(`cannot read ${path} (${errorCode(error)}).`, { hint, cause: error });
  }
}

/**
 * Puts a file in place whole, mode 0600: written under a new name with O_EXCL, then renamed, so that a reader sees the
 * old or the new content and a link planted at the path is replaced, not followed.
 */
export function writePrivateFile(path: string, content: string | Uint8Array): void {
  const temporary = join(dirname(path), `.${basename(path)}.${Math.random().toString(36).slice(2)}`);
  const descriptor = openSync(temporary, 'wx', 0o600);
  try {
    writeAll(descriptor, content);
    closeSync(descriptor);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Writes to the file that the user named with `-o`; a device or a directory there is never replaced. */
export function writeOutputFile(path: string, content: string): void {
  const hint = 'name a file in a directory that you may write to';
  try {
    if (!isFileOrNothing(path))
      throw new UserError(`the output file ${path} is not a regular file.`, { hint });
    writePrivateFile(path, content);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    throw new UserError(`cannot write the output file ${path} (${errorCode(error)}).`, {
      hint,
      cause: error,
    });
  }
}

/** Follows a link only to look: `-o /dev/stdout` as root must not replace the machine's device. */
export const isFileOrNothing = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;

/** Writes everything: one `write` may take a part only, and a pipe that does not block may be full for a while. */
export function writeAll(descriptor: number, content: string | Uint8Array): void {
  const bytes = Buffer.from(content);
  for (let done = 0; done < bytes.length; ) done += writeSome(descriptor, bytes.subarray(done));
}

function writeSome(descriptor: number, bytes: Uint8Array): number {
  try {
    return writeSync(descriptor, bytes);
  } catch (error) {
    if (errorCode(error) !== 'EAGAIN') throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return 0;
  }
}
