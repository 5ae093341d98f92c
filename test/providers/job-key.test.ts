import { dirPrefix } from '../../src/docker/dir-name.ts';
import type { Env } from '../../src/env.ts';
import { readJobFile } from '../../src/host/job-file.ts';
import { factsOf } from '../../src/providers/facts.ts';
import { chooseProvider, providers } from '../../src/providers/index.ts';
import { fixtureNamed, fixtures, withFiles } from '../support/fixtures.ts';

const keyIn = (env: Env): string | undefined =>
  factsOf(chooseProvider(undefined, env), env, readJobFile).jobKey;

/** Two jobs that run at the same time differ in these variables at least. */
test.each<[string, string, Env]>([
  ['another job', 'gitlab-branch', { CI_JOB_ID: '2' }],
  ['the same id on another server', 'gitlab-branch', { CI_SERVER_HOST: 'gitlab.corp.example' }],
  ['a leg of the matrix', 'github-push', { RUNNER_NAME: 'GitHub Actions 13' }],
  ['a leg of the matrix on the same runner', 'github-push', { RUNNER_TRACKING_ID: 'github_2' }],
  ['another attempt', 'github-push', { GITHUB_RUN_ATTEMPT: '3' }],
  ['a leg of the matrix', 'gitea-push', { RUNNER_NAME: 'two' }],
  ['a leg on the same bare host', 'gitea-push', { RUNNER_TEMP: '/root/.cache/act/1f/tmp' }],
  ['a leg of the matrix', 'forgejo-push', { RUNNER_NAME: 'two' }],
  ['a parallel step', 'bitbucket-branch', { BITBUCKET_STEP_UUID: '{2}' }],
  ['another run of the step', 'bitbucket-branch', { BITBUCKET_STEP_RUN_NUMBER: '2' }],
  ['a parallel node', 'circleci-branch', { CIRCLE_NODE_INDEX: '1' }],
  ['another run of the same job', 'azure-branch', { BUILD_BUILDID: '14306' }],
  ['a leg of the matrix', 'azure-branch', { SYSTEM_JOBID: '3a9cd2ff' }],
  ['another agent', 'azure-branch', { AGENT_ID: '13' }],
  ['a parallel stage', 'jenkins-multibranch', { EXECUTOR_NUMBER: '1' }],
  ['a parallel stage on another node', 'jenkins-multibranch', { NODE_NAME: 'agent 4' }],
  ['a parallel job', 'buildkite-branch', { BUILDKITE_JOB_ID: '2' }],
  ['a parallel step', 'drone-push', { DRONE_STEP_NUMBER: '3' }],
  ['a parallel stage', 'drone-push', { DRONE_STAGE_NUMBER: '2' }],
  ['the same number of another project', 'drone-push', { DRONE_REPO: 'acme/two' }],
  ['a parallel step', 'woodpecker-push', { CI_STEP_NUMBER: '4' }],
  ['a leg of the matrix', 'woodpecker-push', { CI_WORKFLOW_NUMBER: '2' }],
  ['the same number of another project', 'woodpecker-push', { CI_REPO: 'acme/two' }],
  ['a leg of the matrix', 'travis-push', { TRAVIS_JOB_ID: '2' }],
  ['the same id on another server', 'teamcity-branch', { BUILD_URL: 'https://tc.example/build/445566' }],
  ['another build', 'codebuild-push', { CODEBUILD_BUILD_ID: 'web-shop:2' }],
  ['a parallel step', 'cloudbuild-automap', { HOSTNAME: '2' }],
  ['a leg of the matrix', 'appveyor-branch', { APPVEYOR_JOB_ID: '2' }],
  ['a parallel job', 'semaphore-branch', { SEMAPHORE_JOB_ID: '2' }],
  ['a parallel step', 'codefresh-branch', { CF_STEP_NAME: 'two' }],
  ['a leg of the matrix', 'cirrus-branch', { CIRRUS_TASK_ID: '2' }],
  ['a parallel step', 'harness-push', { HARNESS_STEP_ID: 'run_2' }],
  ['a leg of the matrix', 'harness-push', { HARNESS_NODE_INDEX: '1' }],
  ['another node of the workflow', 'argo-main-3x', { ARGO_NODE_ID: '2' }],
  ['a container of the same pod', 'argo-main-3x', { ARGO_CONTAINER_NAME: 'two' }],
])('%s has another key: %s with %j', (_what, id, changes) => {
  const [one, two] = withFiles(fixtureNamed(id), (env) => [keyIn(env), keyIn({ ...env, ...changes })]);
  expect(one).toEqual(expect.any(String));
  expect(two).toEqual(expect.any(String));
  expect(two).not.toBe(one);
});

const LONG = 'x'.repeat(200);

test.each<[string, Env, Env]>([
  ['jenkins-multibranch', { BUILD_TAG: `jenkins-${LONG}-57` }, { EXECUTOR_NUMBER: '1' }],
  [
    'jenkins-multibranch',
    { BUILD_TAG: `jenkins-${LONG}-57` },
    { BUILD_NUMBER: '58', BUILD_TAG: `jenkins-${LONG}-58` },
  ],
  ['codebuild-push', { CODEBUILD_BUILD_ID: `${LONG}:1` }, { CODEBUILD_BUILD_ID: `${LONG}:2` }],
  ['drone-push', { DRONE_REPO: LONG }, { DRONE_STEP_NUMBER: '3' }],
  ['harness-push', { HARNESS_STAGE_ID: LONG }, { HARNESS_STEP_ID: 'run_2' }],
])('%s: long names hide nothing when the name of the directory is cut', (id, long, changes) => {
  const { env } = fixtureNamed(id);
  const [one, two] = [
    { ...env, ...long },
    { ...env, ...long, ...changes },
  ].map((job) => dirPrefix('x', keyIn(job)));
  expect(one).not.toBe(two);
});

/** Where there is nothing that a clean-up could find the job by. */
const WITHOUT = ['github-act-local', 'cloudbuild-bare', 'tekton-step-mapped'];

test('every job has a key that makes a plain name', () => {
  const keys = fixtures
    .filter(({ expect: { provider } }) => provider)
    .map((fixture) => [fixture.id, withFiles(fixture, keyIn)] as const);
  expect(keys.filter(([, key]) => key === undefined).map(([id]) => id)).toEqual(WITHOUT);
  for (const [, key] of keys) expect(dirPrefix('x', key)).toMatch(/^ci-env-x-[\w.-]{1,150}-$/);
});

test('a shell that is no job has none', () => {
  expect(providers.map((provider) => [provider.name, factsOf(provider, {}, readJobFile).jobKey])).toEqual(
    providers.map(({ name }) => [name, undefined]),
  );
});
