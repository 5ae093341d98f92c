import { info } from '@actions/core';
import { isUserError } from '../errors.ts';
import { logLine } from '../text.ts';

/** A line for people. */
export const tell = (line: string): void => info(logLine(line));

/** Tells the runner why something failed; a stack is for us: only what no user can mend has one. */
export function attempt(action: () => void, report: (reason: string) => void): void {
  try {
    action();
  } catch (error) {
    if (!isUserError(error)) report(`internal error, please report it: ${(error as Error).stack}`);
    else report(error.hint ? `${error.message} Hint: ${error.hint}` : error.message);
  }
}
