import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withConfigDir, writeFiles } from '../../src/host/config-dir.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'parent-'));
});
afterEach(() => rm(parent, { recursive: true }));

const make = (parents: readonly string[]): string =>
  withConfigDir({ parents, prefix: 'ci-env-x-1-' }, (dir) => dir);
const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

test('makes a directory of its own that only the user may enter', async () => {
  const [first, second] = [make([parent]), make([parent])];
  expect(first).not.toBe(second);
  expect([first, second].every((dir) => /^ci-env-x-1-\w{6}$/.test(dir.slice(parent.length + 1)))).toBe(true);
  expect(await modeOf(first)).toBe(0o700);
});

test('passes over a parent that is not there', () => {
  expect(make([join(parent, 'nowhere'), parent]).startsWith(join(parent, 'ci-env-'))).toBe(true);
});

test('names the last parent when there is no place', () => {
  expect(() => make(['/nowhere/a', '/nowhere/b'])).toThrow('cannot make a directory in /nowhere/b (ENOENT).');
});

test('leaves nothing behind when filling it fails', async () => {
  const fill = (dir: string): never => {
    writeFiles(dir, { 'config.json': '{}' });
    throw new Error('no exports');
  };
  expect(() => withConfigDir({ parents: [parent], prefix: 'x-' }, fill)).toThrow('no exports');
  expect(await readdir(parent)).toEqual([]);
});

test('writes files and their directories for the user alone', async () => {
  const dir = make([parent]);
  writeFiles(dir, { 'config.json': '{}', 'contexts/meta/1/meta.json': 'm' });
  const files = ['config.json', 'contexts/meta/1/meta.json'].map((name) => join(dir, name));
  expect(await Promise.all(files.map(modeOf))).toEqual([0o600, 0o600]);
  expect(await Promise.all(files.map((file) => readFile(file, 'utf8')))).toEqual(['{}', 'm']);
  expect(await modeOf(join(dir, 'contexts/meta'))).toBe(0o700);
});

test('says which file it cannot write', () => {
  expect(() => writeFiles('/nowhere', { 'config.json': '{}' })).toThrow(
    'cannot write /nowhere/config.json (ENOENT).',
  );
});
