import { mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTextFile, writeOutputFile, writePrivateFile } from '../../src/host/files.ts';

let dir: string;
let file: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'files-'));
  file = join(dir, 'file');
});
afterEach(() => rm(dir, { recursive: true }));

const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

describe('reading', () => {
  test('gives the text', async () => {
    await writeFile(file, 'text');
    expect(readTextFile(file, 'hint')).toBe('text');
  });

  test.each(['nothing', 'file/below'])('gives nothing for %s', async (name) => {
    await writeFile(file, 'text');
    expect(readTextFile(join(dir, name), 'hint')).toBeUndefined();
  });

  test('refuses what is no file, with the hint', () => {
    expect(() => readTextFile(dir, 'do so')).toThrow(
      expect.objectContaining({ message: `${dir} is not a regular file.`, hint: 'do so' }),
    );
  });
});

describe('writing', () => {
  test('makes a file that only its owner may read, and leaves no other', async () => {
    writePrivateFile(file, 'text');
    expect([await readFile(file, 'utf8'), await modeOf(file), await readdir(dir)]).toEqual([
      'text',
      0o600,
      ['file'],
    ]);
  });

  test('replaces an old file whole, its mode as well', async () => {
    await writeFile(file, 'a longer old text', { mode: 0o644 });
    writePrivateFile(file, 'new');
    expect([await readFile(file, 'utf8'), await modeOf(file)]).toEqual(['new', 0o600]);
  });

  test('takes bytes as they are', async () => {
    writePrivateFile(file, Buffer.from([0, 255, 10]));
    expect([...(await readFile(file))]).toEqual([0, 255, 10]);
  });

  test('replaces a link and leaves what it led to', async () => {
    await writeFile(join(dir, 'target'), 'theirs');
    await symlink('target', file);
    writePrivateFile(file, 'ours');
    expect([await readFile(join(dir, 'target'), 'utf8'), await readFile(file, 'utf8')]).toEqual([
      'theirs',
      'ours',
    ]);
  });

  test('leaves nothing behind when it fails', async () => {
    await mkdir(join(file, 'below'), { recursive: true });
    expect(() => writePrivateFile(file, 'text')).toThrow();
    expect(await readdir(dir)).toEqual(['file']);
  });
});

describe('an output file', () => {
  test('may be a dangling link, which is replaced', async () => {
    await symlink('nowhere', file);
    writeOutputFile(file, 'text');
    expect(await readdir(dir)).toEqual(['file']);
    expect((await stat(file)).isFile()).toBe(true);
  });

  test('may not be a link to a device', async () => {
    await symlink('/dev/null', file);
    expect(() => writeOutputFile(file, 'text')).toThrow(`the output file ${file} is not a regular file.`);
    expect(await readlink(file)).toBe('/dev/null');
  });

  test('may not be a directory', () => {
    expect(() => writeOutputFile(dir, 'text')).toThrow(`the output file ${dir} is not a regular file.`);
  });
});
