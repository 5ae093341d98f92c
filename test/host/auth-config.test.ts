import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAuthConfig } from '../../src/host/auth-config.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'inputs-'));
});
afterEach(() => rm(dir, { recursive: true }));

describe('DOCKER_AUTH_CONFIG', () => {
  test.each(['{"auths":{}}', ' \n{"auths":{}}', '\uFEFF{"auths":{}}'])('%j is JSON', (value) => {
    expect(readAuthConfig(value, dir)).toEqual({ auths: {} });
  });

  test('is a path, seen from the working directory', async () => {
    await writeFile(join(dir, 'auth'), '{"auths":{"a":{}}}');
    expect([readAuthConfig('auth', dir), readAuthConfig(join(dir, 'auth'), '/')]).toEqual([
      { auths: { a: {} } },
      { auths: { a: {} } },
    ]);
  });

  test('says that the file is not JSON, not what is in it', async () => {
    await writeFile(join(dir, 'auth'), 'hunter2');
    expect(() => readAuthConfig('auth', dir)).toThrow(
      'DOCKER_AUTH_CONFIG is neither a JSON object nor the path of a file that holds one.',
    );
  });
});
