import { chooseProvider, providers } from '../../src/providers/index.ts';
import { eachFixture, fixtures } from '../support/fixtures.ts';

const names = providers.map(({ name }) => name);

test('the list is the precedence that the markers demand', () => {
  expect(names.join(' ')).toBe(
    'forgejo gitea github gitlab buildkite woodpecker harness drone bitbucket circleci azure teamcity appveyor ' +
      'semaphore codefresh cirrus travis jenkins codebuild argo cloudbuild tekton generic',
  );
});

test.each(eachFixture.filter(([, fixture]) => fixture.expect.provider))('%s is detected', (_id, fixture) => {
  expect(chooseProvider(undefined, fixture.env).name).toBe(fixture.expect.provider);
});

test.each(eachFixture.filter(([, fixture]) => !fixture.expect.provider))('%s is nobody’s', (_id, { env }) => {
  const error = expect.objectContaining({
    message: 'no known CI system in the environment.',
    hint: `name one: werf-ci ci-env NAME (generic for any other); known names: ${names.join(', ')}`,
  });
  expect(() => chooseProvider(undefined, env)).toThrow(error);
});

test.each(eachFixture.filter(([, fixture]) => fixture.conflict.length > 0))(
  '%s has the markers of others, which do not count',
  (_id, { env, conflict }) => {
    const matching = providers.filter((provider) => provider.detect(env)).map(({ name }) => name);
    // Woodpecker's plugins get DRONE_* without the marker itself.
    expect(matching).toEqual(
      expect.arrayContaining(conflict.filter((name) => env['DRONE'] || name !== 'drone')),
    );
  },
);

test.each(names)('%s by name wins over any environment', (name) => {
  for (const { env } of fixtures) expect(chooseProvider(name, env).name).toBe(name);
});

test('WERF_CI_PROVIDER names a provider, an argument wins over it', () => {
  const env = { WERF_CI_PROVIDER: 'tekton', GITLAB_CI: 'true' };
  expect(chooseProvider(undefined, env).name).toBe('tekton');
  expect(chooseProvider('drone', env).name).toBe('drone');
});

test('a name that is none is refused with the names that are', () => {
  expect(() => chooseProvider('hudson', {})).toThrow(
    expect.objectContaining({
      message: 'provided ci system "hudson" not supported.',
      hint: `known names: ${names.join(', ')}`,
    }),
  );
});

test.each(['', 'false', '0', 'no', 'OFF'])('a marker of %j does not count', (value) => {
  const markers = [
    'FORGEJO_ACTIONS',
    'GITEA_ACTIONS',
    'GITHUB_ACTIONS',
    'GITLAB_CI',
    'BUILDKITE',
    'DRONE',
    'TF_BUILD',
  ];
  const env = Object.fromEntries(
    [...markers, 'CIRCLECI', 'TRAVIS', 'CF_BUILD_ID'].map((name) => [name, value]),
  );
  expect(() => chooseProvider(undefined, { ...env, CI: 'true' })).toThrow('no known CI system');
});

test.each([
  [{ HARNESS_EXECUTION_ID: 'e', HARNESS_PIPELINE_ID: 'p', DRONE: 'true' }, 'harness'],
  [{ JENKINS_HOME: '/j', BUILD_TAG: 't', BUILD_ID: '1' }, 'jenkins'],
  [{ CI_SYSTEM_NAME: 'woodpecker', DRONE: 'true' }, 'woodpecker'],
  [{ TF_BUILD: 'True' }, 'azure'],
])('%j is %s', (env, name) => {
  expect(chooseProvider(undefined, env).name).toBe(name);
});
