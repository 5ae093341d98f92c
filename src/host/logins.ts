import { resolve } from 'node:path';
import type { LoginFile } from '../docker/login-files.ts';
import type { LoginSource } from '../docker/plan.ts';
import { isUserError } from '../errors.ts';
import { parseConfig } from './config-file.ts';
import { readTextFile } from './files.ts';

const HINT = 'mend it, or leave it out with --inherit none or --clients docker';

export interface LoginsRead {
  readonly sources: readonly LoginSource[];
  readonly warnings: readonly string[];
}

/** Reads the login files of a client, as far as they are there. */
export function readLogins(files: readonly LoginFile[], cwd: string): LoginsRead {
  const sources: LoginSource[] = [];
  const warnings: string[] = [];
  for (const file of files) {
    const path = resolve(cwd, file.path);
    const text = readAllowed({ ...file, path }, warnings);
    if (text !== undefined) sources.push({ path, object: parseConfig(text, path, HINT) });
  }
  return { sources, warnings };
}

/** A file at a usual place may be another user's: `sudo -E` and `su` keep XDG_RUNTIME_DIR. */
function readAllowed({ path, isNamed }: LoginFile, warnings: string[]): string | undefined {
  try {
    return readTextFile(path, HINT);
  } catch (error) {
    if (isNamed || !isUserError(error)) throw error;
    warnings.push(`${error.message} Its logins are left out.`);
    return undefined;
  }
}
