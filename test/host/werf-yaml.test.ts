import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectIn } from '../../src/host/werf-yaml.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'inputs-'));
});
afterEach(() => rm(dir, { recursive: true }));

describe('the project', () => {
  test.each(['werf.yaml', 'werf.yml'])('is in %s', async (name) => {
    await writeFile(join(dir, name), 'project: shop\n');
    expect(projectIn(dir, undefined)).toEqual({ name: 'shop' });
  });

  test('is in the file that is named', async () => {
    await writeFile(join(dir, 'werf.yaml'), 'project: other\n');
    await writeFile(join(dir, 'own.yaml'), 'project: shop\n');
    expect(projectIn(dir, 'own.yaml')).toEqual({ name: 'shop' });
  });

  test('is unknown without a file', () => {
    expect(projectIn(dir, undefined)).toBeUndefined();
  });
});
