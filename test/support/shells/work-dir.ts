import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names that a glob in a value, or in a statement, could match. */
const TRAPS = ['a', 'b', 'x y', '*', 'V1=1', "V1='a'", 'xay', '0', 'export', 'DOCKER_CONFIG=x'];

/** A directory for a test file, removed at its end, with a working directory full of files that globs match. */
export function workDir(): { readonly path: string; readonly cwd: string } {
  const path = mkdtempSync(join(tmpdir(), 'shells test-'));
  const cwd = join(path, 'cwd');
  mkdirSync(cwd);
  for (const name of TRAPS) writeFileSync(join(cwd, name), '');
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return { path, cwd };
}
