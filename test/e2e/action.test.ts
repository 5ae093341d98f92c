import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type GithubJob, openGithubJob } from '../support/github-job.ts';
import { makeWorkspace, type Workspace, writeUserConfig } from '../support/workspace.ts';

let workspace: Workspace;
let job: GithubJob;
beforeEach(async () => {
  workspace = await makeWorkspace();
  job = await openGithubJob(workspace, { ROBOT: 'robot', ROBOT_PASSWORD: 'hunter2-robot' });
});
afterEach(() => workspace.remove());

const TOKEN = 'ghs_hunter2';
const configDirs = async (): Promise<string[]> =>
  (await readdir(job.temp)).filter((name) => name.startsWith('ci-env-'));

test('steps that follow use the config dir, and post removes it', async () => {
  expect((await job.action('main', { token: TOKEN })).exitCode).toBe(0);
  const dir = String(job.outputs.get('config-dir'));
  expect(Object.fromEntries(job.outputs)).toEqual({
    'config-dir': dir,
    registry: 'ghcr.io',
    repo: 'ghcr.io/acme/shop',
  });
  const { stdout } = await job.run(
    'echo "$DOCKER_CONFIG"; cat "$DOCKER_CONFIG/config.json" "$REGISTRY_AUTH_FILE"',
  );
  const logins = JSON.stringify(
    { auths: { 'werf-ci.invalid': {}, 'ghcr.io': { auth: btoa(`octocat:${TOKEN}`) } } },
    null,
    '\t',
  );
  expect(stdout).toBe(`${dir}\n${logins}\n${logins}`);
  expect((await job.run('printenv WERF_REPO_GITHUB_TOKEN || echo none')).stdout).toBe('none');
  expect((await stat(dir)).mode & 0o777).toBe(0o700);
  expect((await job.action('post')).exitCode).toBe(0);
  expect(await configDirs()).toEqual([]);
});

test('post removes the config dir after a step that failed', async () => {
  await job.action('main', { token: TOKEN });
  expect((await job.run('exit 3')).exitCode).toBe(3);
  expect((await job.action('post')).exitCode).toBe(0);
  expect(await configDirs()).toEqual([]);
});

test('two calls in one job, as by two actions, keep their dirs apart', async () => {
  await job.action('main', { token: TOKEN });
  await job.action('main', { token: TOKEN });
  expect(await configDirs()).toHaveLength(2);
});

test('post after a main that failed has nothing to do', async () => {
  const { exitCode, stdout } = await job.action('main', { token: TOKEN, inherit: 'some' });
  expect([exitCode, stdout.split('\n').at(-1)]).toEqual([
    1,
    '::error::--inherit: "some" is not a value it takes. Hint: it takes all, none',
  ]);
  expect(await configDirs()).toEqual([]);
  expect(await job.action('post')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
});

test('inputs are the options', async () => {
  await writeUserConfig(workspace);
  const { exitCode } = await job.action('main', {
    token: TOKEN,
    inherit: 'none',
    login: 'one.example.com=ROBOT:ROBOT_PASSWORD\ntwo.example.com=ROBOT:ROBOT_PASSWORD\n',
    'login-to-registry': 'false',
    clients: 'docker',
    'tmp-dir': workspace.path,
  });
  expect(exitCode).toBe(0);
  const dir = String(job.outputs.get('config-dir'));
  expect(dir.startsWith(join(workspace.path, 'ci-env-github-'))).toBe(true);
  const auth = btoa('robot:hunter2-robot');
  expect(JSON.parse(await readFile(join(dir, 'config.json'), 'utf8'))).toEqual({
    auths: { 'werf-ci.invalid': {}, 'one.example.com': { auth }, 'two.example.com': { auth } },
  });
  expect((await job.run('printenv HELM_REGISTRY_CONFIG')).exitCode).toBe(1);
});

test('an input that is neither yes nor no fails the step', async () => {
  const { exitCode, stdout } = await job.action('main', { 'log-quiet': '##vso[a.b]\n::set-env name=A::b' });
  expect([exitCode, stdout]).toEqual([
    1,
    '::error::log-quiet: "##vso[a.b]\\n::set-env name=A::b" is neither yes nor no. Hint: write true or false',
  ]);
});

test('no secret is in the log, whatever the job prints', async () => {
  await job.action('main', { token: TOKEN, login: 'a.b=ROBOT:ROBOT_PASSWORD', 'log-verbose': 'true' });
  await job.run('cat "$DOCKER_CONFIG/config.json"; env');
  const log = job.log.join('\n');
  expect(log).toContain('credential: a.b as $ROBOT');
  expect(log).toContain('"auth": "***"');
  expect(
    ['ghs_hunter2', 'hunter2-robot', btoa('robot:hunter2-robot')].filter((text) => log.includes(text)),
  ).toEqual([]);
});

test('post leaves a directory alone that is not of this tool', async () => {
  const { exitCode } = await job.run(
    `STATE_config_dir= env "STATE_config-dir=${workspace.env.HOME}" node dist/action/post.cjs`,
  );
  expect(exitCode).toBe(0);
  expect((await stat(workspace.env.HOME)).isDirectory()).toBe(true);
});
