import type { Handed } from '../../src/handover/channel.ts';
import { channelOf } from '../../src/handover/index.ts';

const secret: Handed = { name: 'WERF_REPO_GITHUB_TOKEN', value: 'hunter2-not-for-logs', isSecret: true };
const unset = (name: string): Handed => ({ name, value: null, isSecret: false });

const steps = (provider: string, item: Handed): string => JSON.stringify(channelOf(provider)([item], []));

test.each(['buildkite', 'circleci', 'forgejo', 'gitea', 'github', 'gitlab'])(
  '%s carries a secret',
  (provider) => {
    expect(steps(provider, secret)).toContain(secret.value);
  },
);

test.each([
  ['azure', 'task.setvariable'],
  ['cirrus', 'CIRRUS_ENV'],
  ['codefresh', 'env_vars_to_export'],
  ['teamcity', 'setParameter'],
])('%s carries no secret, for people would see it', (provider, channel) => {
  expect(() => steps(provider, secret)).toThrow(`${channel} would show the secret in ${secret.name}.`);
});

test.each([
  ['azure', '##vso[task.setvariable variable=DOCKER_AUTH_CONFIG]'],
  ['buildkite', '[\\"DOCKER_AUTH_CONFIG\\"]\\n'],
  ['circleci', 'unset DOCKER_AUTH_CONFIG\\n'],
  ['cirrus', 'DOCKER_AUTH_CONFIG=\\n'],
  ['github', 'DOCKER_AUTH_CONFIG<<EOF\\n\\nEOF\\n'],
  ['gitlab', 'DOCKER_AUTH_CONFIG=\\n'],
  ['teamcity', "##teamcity[setParameter name='env.DOCKER_AUTH_CONFIG' value='']"],
])('%s unsets DOCKER_AUTH_CONFIG, or empties it where it cannot', (provider, text) => {
  expect(steps(provider, unset('DOCKER_AUTH_CONFIG'))).toContain(text);
});

test.each([
  ['azure', 'task.setvariable'],
  ['cirrus', 'CIRRUS_ENV'],
  ['codefresh', 'env_vars_to_export'],
  ['github', 'GITHUB_ENV'],
  ['gitlab', 'GITLAB_ENV'],
  ['teamcity', 'setParameter'],
])('%s lets no stale value of another variable survive in silence', (provider, channel) => {
  const item = unset('WERF_ADD_ANNOTATION_CI_GIT_TAG');
  expect(() => steps(provider, item)).toThrow(`${channel} cannot unset ${item.name}.`);
});

test('buildkite is asked to unset nothing when there is nothing to unset', () => {
  const items = [{ name: 'A', value: '1', isSecret: false }];
  expect(channelOf('buildkite')(items, [])).toEqual([
    {
      run: {
        program: 'buildkite-agent',
        args: ['env', 'set', '--input-format=json', '--output-format=json', '-'],
        input: '{"A":"1"}\n',
        answers: ['"A"'],
      },
    },
  ]);
});

test('a provider without a channel is an error that names those with one', () => {
  expect(() => channelOf('jenkins')).toThrow(
    expect.objectContaining({
      message: 'jenkins has no way to hand variables to later steps that can be trusted.',
      hint:
        'call werf-ci in each step, without --persist; it works with ' +
        'azure, buildkite, circleci, cirrus, codefresh, forgejo, gitea, github, gitlab, teamcity',
    }),
  );
});
