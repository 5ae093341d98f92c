import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ciEnv } from '../../src/commands/ci-env.ts';
import { encodeAuth } from '../../src/docker/credential.ts';
import type { Env } from '../../src/env.ts';
import type { Given } from '../../src/options/table.ts';

const PLACEHOLDER = { 'werf-ci.invalid': {} };
const JOB = { CI_REGISTRY: 'r.example.com', CI_REGISTRY_IMAGE: 'r.example.com/a', CI_JOB_TOKEN: 'token' };

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'command-'));
  await mkdir(join(dir, '.docker'));
});
afterEach(() => rm(dir, { recursive: true }));

const inBase = (object: object): Promise<void> =>
  writeFile(join(dir, '.docker/config.json'), JSON.stringify(object));

/** Runs the command in process, as GitLab's job, with JSON for output. */
async function runJob(given: Given = {}, env: Env = {}) {
  const printed: string[] = [];
  const told: string[] = [];
  const context = {
    env: { HOME: dir, TMPDIR: dir, ...env },
    cwd: dir,
    platform: 'linux',
    uid: 54321,
    print: (text: string) => printed.push(text),
    command: (line: string) => told.push(line),
    tell: (line: string) => told.push(line),
  };
  await ciEnv({ command: 'ci-env', provider: 'gitlab', given: { shell: 'json', ...given } }, context);
  const exports = JSON.parse(printed.join(''));
  const config = JSON.parse(await readFile(join(exports.DOCKER_CONFIG, 'config.json'), 'utf8'));
  return { exports, config, told };
}

test("a credential of --login wins over the provider's for the same registry", async () => {
  const env = { ...JOB, ROBOT: 'robot', SECRET: 'secret' };
  const { config } = await runJob({ login: ['R.example.com=ROBOT:SECRET'] }, env);
  expect(config.auths).toEqual({ ...PLACEHOLDER, 'r.example.com': { auth: encodeAuth('robot', 'secret') } });
});

test.each<[string, Given]>([
  ['--use-docker-auth-config', { 'use-docker-auth-config': true }],
  ['--inherit none', { inherit: 'none' }],
])('%s takes nothing from the base', async (_what, given) => {
  await inBase({ auths: { base: { auth: encodeAuth('u', 'p') } }, proxies: { default: {} } });
  const DOCKER_AUTH_CONFIG = JSON.stringify({ auths: { given: { auth: encodeAuth('u', 'p') } } });
  const { config } = await runJob(given, { DOCKER_AUTH_CONFIG });
  expect(config).toEqual({ auths: { ...PLACEHOLDER, given: { auth: encodeAuth('u', 'p') } } });
});

test.each([
  ['stale', 'ci.werf.io/tag=v0'],
  ['empty', ''],
])('a %s variable of another job is unset', async (_what, value) => {
  const { exports } = await runJob({}, { WERF_ADD_ANNOTATION_CI_GIT_TAG: value });
  expect(exports).toMatchObject({ WERF_ADD_ANNOTATION_CI_GIT_TAG: null });
});

test.each([
  ['r.example.com/mine', 'gitlab'],
  ['r.example.com', 'gitlab'],
  ['r.example.com.evil/mine', undefined],
  ['other.example.com/mine', undefined],
])("of the user's own WERF_REPO %s the kind of registry is %s", async (WERF_REPO, kind) => {
  const { exports } = await runJob({}, { ...JOB, WERF_REPO });
  expect(exports.WERF_REPO_CONTAINER_REGISTRY).toBe(kind);
});

test('an empty CI_REGISTRY is no registry that WERF_REPO could lie in', async () => {
  const { exports } = await runJob({}, { ...JOB, CI_REGISTRY: '', WERF_REPO: 'mine' });
  expect(exports).not.toHaveProperty('WERF_REPO_CONTAINER_REGISTRY');
});

describe('what it tells people', () => {
  const bad = { auths: { 'https://user:hunter2@old.example.com/': { auth: 'x' } } };
  const warning =
    'warning: the base config: the entry for "https://old.example.com/" is not a readable login (base64 of "user:password"): dropped.';

  test('is what was dropped, without user info', async () => {
    await inBase(bad);
    expect((await runJob()).told).toEqual([warning]);
  });

  test('is nothing with --log-quiet', async () => {
    await inBase(bad);
    expect((await runJob({ 'log-quiet': true, 'log-verbose': true })).told).toEqual([]);
  });

  test('is who may do what with --log-verbose, and of --login only the variable', async () => {
    const env = { ...JOB, TOKEN: 'hunter2' };
    const { told, exports } = await runJob(
      { 'log-verbose': true, login: ['do.example.com=TOKEN:TOKEN'] },
      env,
    );
    expect(told).toEqual([
      `config dir: ${exports.DOCKER_CONFIG}`,
      'credential: r.example.com as gitlab-ci-token',
      'credential: do.example.com as $TOKEN',
      ...Object.keys(exports).map((name) => `export: ${name}`),
    ]);
  });

  test('is which variables a dialect cannot unset', async () => {
    const { told } = await runDotenv({ DOCKER_AUTH_CONFIG: '{}' });
    expect(told).toEqual(['warning: dotenv cannot unset DOCKER_AUTH_CONFIG: unset it yourself.']);
  });
});

async function runDotenv(env: Env) {
  const told: string[] = [];
  const quiet = { print: () => undefined, command: () => undefined, tell: (line: string) => told.push(line) };
  const context = {
    env: { HOME: dir, TMPDIR: dir, ...env },
    cwd: dir,
    platform: 'linux',
    uid: 54321,
    ...quiet,
  };
  await ciEnv({ command: 'ci-env', provider: 'gitlab', given: { shell: 'dotenv' } }, context);
  return { told };
}
