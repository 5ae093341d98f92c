import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mask } from '../../src/commands/mask.ts';
import { persist } from '../../src/commands/persist.ts';
import type { Prepared } from '../../src/commands/prepare.ts';
import { credential } from '../../src/docker/credential.ts';
import type { Env } from '../../src/env.ts';
import { makeWorkspace, type Workspace, writeScript } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await makeWorkspace();
});
afterEach(() => workspace.remove());

const SECRET = 'hunter2-not-for-logs';
const job: Prepared = {
  configDir: '/c',
  repo: undefined,
  exports: [
    { name: 'DOCKER_CONFIG', value: '/c' },
    { name: 'DOCKER_AUTH_CONFIG', value: null },
  ],
  warnings: [],
  credentials: [
    credential({ registry: 'r.io', username: 'me', usernameFrom: 'U', secret: SECRET, secretFrom: 'P' }),
  ],
};

/** What the runner is told by a job of a provider. */
function persistTo(name: string, env: Env, prepared = job): readonly string[] {
  const commands: string[] = [];
  const provider = { name, detect: () => true, clues: () => ({}) };
  const context = {
    env: { ...workspace.env, ...env },
    cwd: workspace.path,
    platform: 'linux',
    uid: 0,
    print: () => undefined,
    command: (line: string) => commands.push(line),
    tell: () => undefined,
  };
  mask(provider, prepared, context);
  persist(provider, prepared, context)();
  return commands;
}

/** An agent that notes what it is told, and says what it did. */
async function installAgent(answer: string, status = 0): Promise<() => Promise<string>> {
  const notes = join(workspace.path, 'notes');
  await writeFile(notes, '');
  await writeScript(
    join(workspace.bin, 'buildkite-agent'),
    `{ echo "$*"; cat; echo; } >>'${notes}'; echo '${answer}'; exit ${status}`,
  );
  return () => readFile(notes, 'utf8');
}

const MASKS = ['redactor add --format json', `{"0":"${SECRET}","1":"${btoa(`me:${SECRET}`)}"}`];
const BUILDKITE = { BUILDKITE: 'true' };

test('hides secrets before it sets anything, in the log and for the agent', async () => {
  const notes = await installAgent('{"added":["DOCKER_CONFIG"],"updated":[]}');
  expect(persistTo('buildkite', BUILDKITE)).toEqual([]);
  expect((await notes()).split('\n').filter(Boolean)).toEqual([
    ...MASKS,
    'env set --input-format=json --output-format=json -',
    '{"DOCKER_CONFIG":"/c"}',
    'env unset --input-format=json --output-format=json -',
    '["DOCKER_AUTH_CONFIG"]',
  ]);
});

test('has nothing to hide in a job without credentials', async () => {
  const notes = await installAgent('"DOCKER_CONFIG"');
  persistTo('buildkite', BUILDKITE, { ...job, credentials: [], exports: job.exports.slice(0, 1) });
  expect(await notes()).toBe(
    'env set --input-format=json --output-format=json -\n{"DOCKER_CONFIG":"/c"}\n\n',
  );
});

test('an agent that exits 0 and has set nothing is a failure', async () => {
  await installAgent('null');
  expect(() => persistTo('buildkite', BUILDKITE)).toThrow(
    'buildkite-agent env set failed (it did not do all that it was told).',
  );
});

test('an agent that fails is a failure', async () => {
  await installAgent('', 3);
  expect(() => persistTo('buildkite', BUILDKITE)).toThrow('buildkite-agent redactor add failed (status 3).');
});

test('an agent that is not there is a failure', () => {
  expect(() => persistTo('buildkite', { ...BUILDKITE, PATH: workspace.bin })).toThrow(
    'buildkite-agent redactor add failed (ENOENT).',
  );
});

test('commands for the runner hide secrets first', () => {
  expect(persistTo('azure', { TF_BUILD: 'True' })).toEqual([
    `##vso[task.setsecret]${SECRET}`,
    `##vso[task.setsecret]${btoa(`me:${SECRET}`)}`,
    '##vso[task.setvariable variable=DOCKER_CONFIG]/c',
    '##vso[task.setvariable variable=DOCKER_AUTH_CONFIG]',
  ]);
});

test.each([
  ['github', {}, 'GITHUB_ENV is not set, so --persist has nowhere to write.'],
  ['github', { GITHUB_ENV: '' }, 'GITHUB_ENV is not set, so --persist has nowhere to write.'],
  ['github', { GITHUB_ENV: 'nowhere/env' }, 'W/nowhere/env (ENOENT).'],
  ['github', { GITHUB_ENV: '.' }, 'W is not a regular file.'],
  ['jenkins', {}, 'jenkins has no way to hand variables to later steps that can be trusted.'],
])('%s with %j is refused', (provider, env, message) => {
  expect(() => persistTo(provider, env)).toThrow(message.replace('W', workspace.path));
});
