import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Env } from '../../src/env.ts';
import { type Outcome, run } from '../support/clients.ts';
import { requireTools } from '../support/tools.ts';
import { makeWorkspace, type Workspace } from '../support/workspace.ts';

requireTools('git', 'rsync', 'bash', 'dash', 'busybox');

let workspace: Workspace;
beforeEach(async () => {
  workspace = await makeWorkspace();
});
afterEach(() => workspace.remove());

/** A token of its own for each job, as GitLab gives them. */
const PIPELINE = `
include:
  - local: werf-ci.yml
    inputs:
      install: export CI_JOB_TOKEN="token-$CI_NODE_INDEX"
      options: --verbose
build:
  extends: .werf-ci
  parallel: 8
  script:
    - sleep 0.3
    - echo "user $(printf 'gitlab-ci-token:token-%s' "$CI_NODE_INDEX" | base64)"
    - grep '"auth"' "$DOCKER_CONFIG/config.json"
fails:
  extends: .werf-ci
  script:
    - test -d "$DOCKER_CONFIG"
    - exit 3
stops:
  extends: .werf-ci
  variables: { WERF_CI_INHERIT: some }
  script:
    - echo "it went on without a config dir"
`;

/** Runs the pipeline of a project that includes the template, all jobs at once on this machine. */
async function runPipeline(): Promise<Outcome> {
  const project = join(workspace.path, 'project');
  await mkdir(project);
  await copyFile('templates/werf-ci.yml', join(project, 'werf-ci.yml'));
  await writeFile(join(project, '.gitlab-ci.yml'), PIPELINE);
  const git = (...args: string[]) => run('git', ['-C', project, ...args], workspace.env);
  await git('init', '-q', '-b', 'main');
  await git('remote', 'add', 'origin', 'https://gitlab.example.com/acme/shop.git');
  await git('add', '.');
  await git('-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '-qm', 'x');
  const tool = resolve('node_modules/gitlab-ci-local/dist/index.js');
  const env = { ...workspace.env, GCL_CONCURRENCY: '10', NO_COLOR: '1' };
  return run('bash', ['-c', `cd '${project}' && node '${tool}' 2>&1`], env);
}

const authOf = (job: string): string => btoa(`gitlab-ci-token:token-${job}`);

test('parallel jobs of a pipeline have their own logins, and leave nothing behind', async () => {
  const { stdout } = await runPipeline();
  const shown = [...stdout.matchAll(/^build: \[(\d)\/8\] > .*(?:user |"auth": ")([\w+/=]+)/gm)];
  const own = ['1', '2', '3', '4', '5', '6', '7', '8'].map((job) => `${job} ${authOf(job)}`);
  expect(shown.map(([, job, auth]) => `${job} ${auth}`).sort()).toEqual([...own, ...own].sort());
  expect(stdout).toMatch(/FAIL {2}fails/);
  expect(stdout).toMatch(/FAIL {2}stops/);
  expect(stdout).not.toContain('> it went on without a config dir');
  expect(await readdir(String(workspace.env['TMPDIR']))).toEqual([]);
});

/** The clean-up of the template, as the runner puts it into a script. */
async function cleanUp(shell: readonly [string, ...string[]], env: Env): Promise<Outcome> {
  const template = await readFile('templates/werf-ci.yml', 'utf8');
  const [, body = ''] = /after_script:\n {4}- \|\n((?: {6}.*\n)+)/.exec(template) ?? [];
  const [command, ...args] = shell;
  return run(command, [...args, '-euc', body], env);
}

const made = async (env: Env): Promise<string> => {
  const { stdout } = await run('sh', ['-ec', 'eval $(werf-ci ci-env gitlab); echo "$DOCKER_CONFIG"'], env);
  return stdout;
};

describe.each([[['bash', '--norc']], [['dash']], [['busybox', 'sh']]] as const)(
  'the clean-up in %s',
  (shell) => {
    test('finds the directories of its job in every place, and no other', async () => {
      const places = ['a b', 'c*', 'd'].map((name) => join(workspace.path, name));
      await Promise.all(places.map((path) => mkdir(path)));
      const [WERF_TMP_DIR, RUNNER_TEMP_PROJECT_DIR, TMPDIR] = places as [string, string, string];
      const job = { ...workspace.env, CI_JOB_ID: '12', CI_SERVER_HOST: 'git.example.com', TMPDIR };
      const all = { ...job, RUNNER_TEMP_PROJECT_DIR, WERF_TMP_DIR };
      await made(job);
      await made({ ...job, RUNNER_TEMP_PROJECT_DIR });
      await made(all);
      const others = [
        await made({ ...job, CI_JOB_ID: '123' }),
        await made({ ...job, CI_JOB_ID: '1' }),
        await made({ ...job, CI_SERVER_HOST: 'git.example.com.evil' }),
        await made({ ...job, CI_SERVER_HOST: undefined }),
      ];
      expect(await cleanUp(shell, all)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
      const left = await Promise.all(
        places.map(async (path) => (await readdir(path)).map((name) => join(path, name))),
      );
      expect(left.flat().sort()).toEqual(others.sort());
    });

    test('finds the directory of a host with an underscore', async () => {
      const job = { ...workspace.env, CI_JOB_ID: '12', CI_SERVER_HOST: 'my_gitlab' };
      await made(job);
      expect(await cleanUp(shell, job)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
      expect(await readdir(String(workspace.env['TMPDIR']))).toEqual([]);
    });

    test('removes nothing without a job id', async () => {
      const { TMPDIR } = workspace.env;
      await made({ ...workspace.env, CI_JOB_ID: '12' });
      expect((await cleanUp(shell, { ...workspace.env, CI_JOB_ID: '' })).exitCode).not.toBe(0);
      expect(await readdir(String(TMPDIR))).toHaveLength(1);
    });

    test('is content when there is nothing', async () => {
      const outcome = await cleanUp(shell, { ...workspace.env, CI_JOB_ID: '12', TMPDIR: '/nowhere' });
      expect(outcome).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    });
  },
);
