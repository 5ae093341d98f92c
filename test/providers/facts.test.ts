import type { Env } from '../../src/env.ts';
import { readJobFile } from '../../src/host/job-file.ts';
import { credentialsOf } from '../../src/providers/credentials.ts';
import { factsOf } from '../../src/providers/facts.ts';
import { chooseProvider } from '../../src/providers/index.ts';
import type { Facts, Registry } from '../../src/providers/provider.ts';
import {
  type ExpectedRegistry,
  eachFixture,
  type Fixture,
  fixtureNamed,
  withFiles,
} from '../support/fixtures.ts';

const factsIn = (env: Env, name?: string): Facts => factsOf(chooseProvider(name, env), env, readJobFile);

/** What no provider is found for is what `generic` is there for. */
const factsOfFixture = (fixture: Fixture): Facts =>
  withFiles(fixture, (env) => factsIn(env, fixture.expect.provider ?? 'generic'));

const FACTS = [
  'headSha',
  'tag',
  'branch',
  'baseBranch',
  'pr',
  'projectSlug',
  'projectUrl',
  'pipelineId',
  'pipelineUrl',
  'jobId',
  'jobUrl',
  'environment',
  'environmentSlug',
  'serverVersion',
  'tempDir',
];

const userOf = ({ username }: ExpectedRegistry, env: Env): string | undefined =>
  (typeof username === 'object' ? username && env[username.fromVar] : username) ?? undefined;

const expectedRegistry = (registry: ExpectedRegistry, env: Env): object | undefined =>
  registry.host
    ? {
        host: registry.host,
        repo: registry.repo ?? undefined,
        username: userOf(registry, env),
        secretVar: registry.secretVar ?? undefined,
        canPush: registry.canPush,
      }
    : undefined;

function expectedFacts({ expect: expected, env }: Fixture): object {
  const facts = FACTS.map((name) => [name, expected[name] ?? undefined]);
  return {
    ...Object.fromEntries(facts),
    provider: expected.provider ?? 'generic',
    commit: expected['sha'] ?? undefined,
    registry: expectedRegistry(expected.registry, env),
    otherRegistries: expected.otherRegistries.map((registry) => expectedRegistry(registry, env)),
  };
}

/** The facts as the fixtures word them: these have no word for what is our own business. */
function comparable({ jobKey: _, repoKind: _kind, losesColor: _color, ...facts }: Facts): object {
  const plain = ({ usernameVar: _from, ...registry }: Registry): object => registry;
  return {
    ...facts,
    registry: facts.registry && plain(facts.registry),
    otherRegistries: facts.otherRegistries.map(plain),
  };
}

test.each(eachFixture)('%s: the facts are those that the job has', (_id, fixture) => {
  expect(comparable(factsOfFixture(fixture))).toEqual(expectedFacts(fixture));
});

test.each(eachFixture)('%s: the credentials are those in the named variables', (_id, fixture) => {
  const { registry, otherRegistries } = fixture.expect;
  const wanted = [...otherRegistries, registry].filter(
    ({ secretVar, canPush }) => secretVar && canPush !== false,
  );
  const found = credentialsOf(factsOfFixture(fixture), fixture.env);
  expect(found.map((one) => [one.registry, one.username, one.secret.reveal()])).toEqual(
    wanted.map((one) => [one.host, userOf(one, fixture.env), fixture.env[String(one.secretVar)]]),
  );
});

test.each(eachFixture)('%s: the facts hold no secret', (_id, fixture) => {
  const text = JSON.stringify(factsOfFixture(fixture));
  expect(text).not.toContain('FAKE');
  for (const name of fixture.expect.secrets) expect(text).not.toContain(JSON.stringify(fixture.env[name]));
});

/** A config dir there would be committed, or go into an image as part of the build's context. */
test.each(eachFixture)('%s: the temporary directory is not in the work tree', (_id, fixture) => {
  const { tempDir = '/tmp' } = factsOfFixture(fixture);
  expect(`${tempDir}/`.startsWith(`${fixture.env['PWD']}/`)).toBe(false);
});

/** Fixtures with some variables changed, for what no fixture has. */
const factsWith = (id: string, changes: Env): Facts => {
  const fixture = fixtureNamed(id);
  return withFiles(fixture, (env) => factsIn({ ...env, ...changes }));
};

test.each([
  [
    'gitlab-branch',
    { CI_JOB_TOKEN: '' },
    [
      ['gitlab.com:443', 'gitlab-ci-token'],
      ['registry.gitlab.com', 'gitlab-ci-token'],
    ],
  ],
  [
    'gitlab-branch',
    { CI_DEPENDENCY_PROXY_SERVER: '', CI_REGISTRY: 'other.example.com:5000' },
    [
      ['other.example.com:5000', 'gitlab-ci-token'],
      ['registry.gitlab.com', 'gitlab-ci-token'],
    ],
  ],
  [
    'gitlab-registry-disabled',
    { CI_REGISTRY: 'registry.gitlab.com' },
    [['registry.gitlab.com', 'gitlab-ci-token']],
  ],
  ['github-push', { WERF_REPO: 'docker.pkg.github.com/acme/x' }, [['docker.pkg.github.com', 'octo-cat']]],
  [
    'github-ghes',
    { WERF_REPO: 'docker.pkg.github.com/acme/x' },
    [['containers.github.corp.example', 'octo-cat']],
  ],
  ['github-ghes', { GITHUB_SERVER_URL: 'https://acme.ghe.com/' }, [['containers.acme.ghe.com', 'octo-cat']]],
  ['github-act-local', { GITHUB_TOKEN: 'ghp_x' }, []],
])('%s with %j logs in to %j', (id, changes, logins) => {
  const env = { ...fixtureNamed(id).env, ...changes };
  const found = credentialsOf(factsWith(id, changes), env);
  expect(found.map(({ registry, username }) => [registry, username])).toEqual(logins);
});

test.each<[string, Env, Partial<Facts>]>([
  ['github-pull-request-target', { GITHUB_EVENT_PATH: '/nowhere' }, { pr: undefined, headSha: undefined }],
  ['github-pull-request', { GITHUB_EVENT_PATH: '' }, { pr: '42', headSha: undefined, baseBranch: 'main' }],
  ['jenkins-multibranch-pull-request', { CHANGE_BRANCH: '' }, { pr: '42', branch: undefined }],
  [
    'jenkins-freestyle',
    { GIT_URL: 'ssh://git@git.example.com:2222/a/b.git' },
    { projectUrl: 'https://git.example.com/a/b' },
  ],
  ['buildkite-branch', { BUILDKITE_COMMIT: 'HEAD' }, { commit: undefined }],
  [
    'travis-push',
    { TRAVIS_PULL_REQUEST: '7', TRAVIS_PULL_REQUEST_BRANCH: 'x' },
    { pr: '7', branch: 'x', baseBranch: 'main' },
  ],
  [
    'appveyor-branch',
    { APPVEYOR_PULL_REQUEST_NUMBER: '7', APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH: 'x' },
    { pr: '7', branch: 'x', baseBranch: 'main' },
  ],
  [
    'appveyor-branch',
    { APPVEYOR_REPO_PROVIDER: 'kiln' },
    { projectUrl: undefined, projectSlug: 'acme/web-shop' },
  ],
  ['appveyor-branch', { APPVEYOR_ACCOUNT_NAME: '' }, { pipelineUrl: undefined, jobUrl: undefined }],
  ['cirrus-branch', { CIRRUS_PR: '7', CIRRUS_BRANCH: 'pull/7' }, { pr: '7', branch: undefined }],
  ['drone-push', {}, { pr: undefined, baseBranch: undefined }],
  ['drone-push', { DRONE_DEPLOY_TO: '(Prod)' }, { environment: '(Prod)', environmentSlug: 'prod' }],
  [
    'semaphore-branch',
    { SEMAPHORE_GIT_PR_NUMBER: '7', SEMAPHORE_GIT_PR_BRANCH: 'x' },
    { pr: '7', branch: 'x', baseBranch: 'main' },
  ],
  ['codebuild-push', { CODEBUILD_WEBHOOK_HEAD_REF: '' }, { branch: 'main' }],
  ['codebuild-push', { CODEBUILD_BUILD_ARN: 'x' }, { registry: undefined, pipelineUrl: undefined }],
  ['cloudbuild-automap', { LOCATION: 'global' }, { registry: undefined }],
  [
    'teamcity-branch',
    { TEAMCITY_BUILD_PROPERTIES_FILE: '/nowhere' },
    { jobKey: undefined, tempDir: '/opt/buildagent/temp/buildTmp' },
  ],
  ['circleci-tag', { CIRCLE_BRANCH: 'main' }, { branch: undefined }],
])('%s with %j has %j', (id, changes, facts) => {
  expect(factsWith(id, changes)).toMatchObject(facts);
});
