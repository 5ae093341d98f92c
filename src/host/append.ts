import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { errorCode, UserError } from '../errors.ts';
import { isFileOrNothing, writeAll } from './files.ts';

/** Appends whole lines to a file that others write to as well: a last line of theirs without an end gets one. */
export function appendText(path: string, text: string): void {
  const hint = 'name a file that you may write to, in a directory that is there';
  try {
    if (!isFileOrNothing(path)) throw new UserError(`${path} is not a regular file.`, { hint });
    appendLines(path, text);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    throw new UserError(`cannot append to ${path} (${errorCode(error)}).`, { hint, cause: error });
  }
}

function appendLines(path: string, text: string): void {
  const descriptor = openSync(path, 'a+', 0o600);
  try {
    writeAll(descriptor, endsLine(descriptor) ? text : `\n${text}`);
  } finally {
    closeSync(descriptor);
  }
}

function endsLine(descriptor: number): boolean {
  const { size } = fstatSync(descriptor);
  const last = Buffer.from('\n');
  if (size > 0) readSync(descriptor, last, 0, 1, size - 1);
  return last.toString() === '\n';
}
