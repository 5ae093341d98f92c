import { mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendText } from '../../src/host/append.ts';

let dir: string;
let file: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'append-'));
  file = join(dir, 'env');
});
afterEach(() => rm(dir, { recursive: true }));

test.each([
  ['', 'A=1\n', 'A=1\n'],
  ['X=1\n', 'A=1\n', 'X=1\nA=1\n'],
  ['X=1', 'A=1\n', 'X=1\nA=1\n'],
  ['é', 'A=1\n', 'é\nA=1\n'],
])('keeps what was there: %j', async (before, text, after) => {
  await writeFile(file, before);
  appendText(file, text);
  expect(await readFile(file, 'utf8')).toBe(after);
});

test('makes a file that is not there for the user alone', async () => {
  appendText(file, 'A=1\n');
  expect([await readFile(file, 'utf8'), (await stat(file)).mode & 0o777]).toEqual(['A=1\n', 0o600]);
});

test('keeps the mode of a file, and follows the link of a runner', async () => {
  await writeFile(file, '', { mode: 0o644 });
  await symlink(file, join(dir, 'link'));
  appendText(join(dir, 'link'), 'A=1\n');
  expect([await readFile(file, 'utf8'), (await stat(file)).mode & 0o777]).toEqual(['A=1\n', 0o644]);
});

test.each([
  ['/dev/null', '/dev/null is not a regular file.'],
  ['/nowhere/env', 'cannot append to /nowhere/env (ENOENT).'],
])('refuses %s', (path, message) => {
  expect(() => appendText(path, 'A=1\n')).toThrow(message);
});
