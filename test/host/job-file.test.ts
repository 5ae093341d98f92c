import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJobFile } from '../../src/host/job-file.ts';
import { factsOf } from '../../src/providers/facts.ts';
import { chooseProvider } from '../../src/providers/index.ts';
import { run } from '../support/clients.ts';
import { eachFixture } from '../support/fixtures.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'job-file-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('reads a file', () => {
  writeFileSync(join(directory, 'file'), 'text');
  expect(readJobFile(join(directory, 'file'))).toBe('text');
});

test('gives nothing for what is no file to read, and does not wait for a pipe', async () => {
  const [pipe, large] = [join(directory, 'pipe'), join(directory, 'large')];
  await run('mkfifo', [pipe], process.env);
  writeFileSync(large, '');
  truncateSync(large, 5 * 1024 * 1024);
  for (const path of [directory, pipe, large, join(directory, 'none'), join(large, 'x'), 'a\0b', '/dev/zero'])
    expect(readJobFile(path)).toBeUndefined();
});

/** Everything else is in the environment: the start of a job must not wait for files. */
const READ_FILES = /^teamcity-|^github-pull-request/;

test.each(eachFixture)(
  '%s: files are read only where the environment is not enough',
  (id, { env, expect: { provider } }) => {
    const read: string[] = [];
    factsOf(chooseProvider(provider ?? 'generic', env), env, (path) => void read.push(path));
    expect(read.length > 0).toBe(READ_FILES.test(id));
  },
);
