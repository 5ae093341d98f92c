import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../support/clients.ts';
import { openGithubJob } from '../support/github-job.ts';
import { makeWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await makeWorkspace();
});
afterEach(() => workspace.remove());

const TOKEN = 'ghs_hunter2';
const AUTH = btoa(`octocat:${TOKEN}`);
const withToken = { GITHUB_TOKEN: TOKEN };

const configDirs = async (parent: string): Promise<string[]> =>
  (await readdir(parent)).filter((name) => name.startsWith('ci-env-'));

test('the step that follows has every export of the first', async () => {
  const { run: step } = await openGithubJob(workspace);
  const names = '/^(DOCKER|WERF|REGISTRY|HELM)_/';
  const here = await step(
    `eval $(werf-ci ci-env --persist); env -0 | sort -z | grep -zE '${names.slice(1, -1)}'`,
    {
      ...withToken,
      DOCKER_AUTH_CONFIG: '{}',
    },
  );
  const next = await step(`env -0 | sort -z | grep -zE '${names.slice(1, -1)}'`);
  expect(here.stdout).toMatch(/^DOCKER_CONFIG=.*ci-env-github-77\.1\.runner-1\.build-\w{6}\0/);
  // Docker takes an empty DOCKER_AUTH_CONFIG for none.
  expect(next.stdout).toBe(`DOCKER_AUTH_CONFIG=\0${here.stdout}`);
});

test('without --persist the step that follows has nothing', async () => {
  const job = await openGithubJob(workspace);
  await job.run('eval $(werf-ci ci-env); test -d "$DOCKER_CONFIG"', withToken);
  expect((await job.run('printenv DOCKER_CONFIG || echo none')).stdout).toBe('none');
});

test('no secret is in the log, whatever the job prints', async () => {
  const job = await openGithubJob(workspace);
  const script = 'eval $(werf-ci ci-env --verbose); cat "$DOCKER_CONFIG/config.json"; echo "$GITHUB_TOKEN"';
  await job.run(script, withToken);
  const log = job.log.join('\n');
  expect(log).toContain('"auth": "***"');
  expect(log).not.toContain(TOKEN);
  expect(log).not.toContain(AUTH);
});

test('secrets are hidden before anything else is printed', async () => {
  const job = await openGithubJob(workspace, { WERF_AS_FILE: 'maybe' });
  const { stderr } = await job.run('werf-ci ci-env --verbose', withToken);
  expect(stderr.split('\n').slice(0, 3)).toEqual([
    `::add-mask::${TOKEN}`,
    `::add-mask::${AUTH}`,
    'werf-ci: warning: WERF_AS_FILE is "maybe", neither yes nor no: not used.',
  ]);
});

test('secrets are hidden before anything is handed over', async () => {
  const login = { USER_VAR: 'robot', PASS_VAR: 'hunter2' };
  const env = { ...workspace.env, TF_BUILD: 'True', BUILD_SOURCEVERSION: 'abc', ...login };
  const { stderr } = await run('werf-ci', ['ci-env', '--persist', '--login', 'a.b=USER_VAR:PASS_VAR'], env);
  const verbs = stderr.split('\n').map((line) => /^##vso\[task\.(\w+)/.exec(line)?.[1]);
  expect(verbs.slice(0, 3)).toEqual(['setsecret', 'setsecret', 'setvariable']);
  expect(verbs.lastIndexOf('setsecret')).toBe(1);
});

test('a failure hands over nothing and leaves no config dir', async () => {
  const job = await openGithubJob(workspace, { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1\r' });
  const { exitCode, stdout, stderr } = await job.run('werf-ci ci-env --persist; cat "$GITHUB_ENV"');
  expect([exitCode, stdout, stderr.split('\n')[0]]).toEqual([
    1,
    '(exit 1);',
    'werf-ci: GITHUB_ENV cannot carry the value of WERF_ADD_ANNOTATION_CI_GIT_TAG: it ends with a carriage return.',
  ]);
  expect(await configDirs(job.temp)).toEqual([]);
});

test('what cannot be handed over leaves an old output file as it was', async () => {
  const job = await openGithubJob(workspace, { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1\r' });
  const file = join(workspace.path, 'out');
  await writeFile(file, 'old');
  await job.run(`werf-ci ci-env --persist -o ${file} || true`);
  expect(await readFile(file, 'utf8')).toBe('old');
});

test.each([
  ['an output file that cannot be written', '-o /nowhere/x', 'v1'],
  ['a value that the shell cannot carry', '--shell cmd', 'a"b'],
])('%s hands over nothing, either', async (_what, options, tag) => {
  const job = await openGithubJob(workspace, { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: tag });
  const { stdout } = await job.run(
    `werf-ci ci-env --persist ${options} >/dev/null || echo $?; cat "$GITHUB_ENV"`,
  );
  expect(stdout).toBe('1');
  expect(await configDirs(job.temp)).toEqual([]);
});

test('a branch named like the end of a value sets nothing else', async () => {
  const hostile = 'v1\nEOF\nPATH=/evil\nEOF\nLD_PRELOAD<<EOF\n/evil.so\nEOF';
  const job = await openGithubJob(workspace, { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: hostile });
  await job.run('werf-ci ci-env --persist >/dev/null');
  const { stdout } = await job.run('printf "%s\\0" "$WERF_ADD_ANNOTATION_CI_GIT_TAG" "$LD_PRELOAD"');
  expect(stdout).toBe(`ci.werf.io/tag=${hostile}\0\0`);
});

test('what the step itself left in the file without a line end stays what it was', async () => {
  const job = await openGithubJob(workspace);
  await job.run('printf A=1 >>"$GITHUB_ENV"; werf-ci ci-env --persist >/dev/null');
  expect((await job.run('echo "$A"; basename "$DOCKER_CONFIG"')).stdout).toMatch(/^1\nci-env-github-/);
});

test("after_script of a GitLab job has the exports through the runner's file", async () => {
  const file = join(workspace.path, 'gitlab_runner_env');
  await writeFile(file, '');
  const env = { ...workspace.env, GITLAB_ENV: file, CI_JOB_ID: '5', WERF_CI_PERSIST: '1' };
  const { stdout } = await run('bash', ['-ec', 'eval $(werf-ci ci-env gitlab); echo "$DOCKER_CONFIG"'], env);
  expect((await readFile(file, 'utf8')).split('\n').slice(0, 2)).toEqual([
    `DOCKER_CONFIG=${stdout}`,
    `WERF_DOCKER_CONFIG=${stdout}`,
  ]);
});

test('an older GitLab runner without the file is an error that says so', async () => {
  const { exitCode, stderr } = await run('werf-ci', ['ci-env', 'gitlab', '--persist'], workspace.env);
  expect([exitCode, stderr.split('\n')[0]]).toEqual([
    1,
    'werf-ci: GITLAB_ENV is not set, so --persist has nowhere to write.',
  ]);
  expect(await configDirs(String(workspace.env['TMPDIR']))).toEqual([]);
});
