import { withDefaults } from '../../src/options/defaults.ts';
import { settingsOf, tempParents } from '../../src/options/settings.ts';
import type { Given } from '../../src/options/table.ts';

describe('defaults from the environment', () => {
  test.each<[string, Given, Record<string, string>, Given]>([
    ['are used', {}, { WERF_SHELL: 'json' }, { shell: 'json' }],
    ['yield to a flag', { shell: 'sh' }, { WERF_SHELL: 'json' }, { shell: 'sh' }],
    ['count when not empty', {}, { WERF_SHELL: '' }, {}],
    ['are used for an empty flag', { shell: '', 'tmp-dir': '' }, { WERF_SHELL: 'json' }, { shell: 'json' }],
    [
      'come from the first variable',
      {},
      { WERF_DOCKER_CONFIG: 'a', DOCKER_CONFIG: 'b' },
      { 'docker-config': 'a' },
    ],
    [
      'pass over an empty variable',
      {},
      { WERF_DOCKER_CONFIG: '', DOCKER_CONFIG: 'b' },
      { 'docker-config': 'b' },
    ],
    [
      'know 1, true and yes',
      {},
      { WERF_AS_FILE: '1', WERF_VERBOSE: 'yes' },
      { 'as-file': true, 'log-verbose': true },
    ],
    ['know 0, false and no', {}, { WERF_LOGIN_TO_REGISTRY: 'No' }, { 'login-to-registry': false }],
    ['yield to a flag that says no', { 'as-file': false }, { WERF_AS_FILE: '1' }, { 'as-file': false }],
    ['make a list of words', {}, { WERF_CI_LOGIN: 'a=B:C, d=E:F\n' }, { login: ['a=B:C', 'd=E:F'] }],
  ])('%s', (_what, flags, env, given) => {
    expect(withDefaults(flags, env)).toEqual({ given, warnings: [] });
  });

  test.each(['maybe', 'constructor', 'on'])('a word like %j is neither yes nor no, and said so', (word) => {
    expect(withDefaults({}, { WERF_AS_FILE: word })).toEqual({
      given: {},
      warnings: [`WERF_AS_FILE is ${JSON.stringify(word)}, neither yes nor no: not used.`],
    });
  });
});

describe('settings', () => {
  test('of nothing', () => {
    expect(settingsOf({}, {})).toEqual({
      given: {},
      shell: 'sh',
      clients: ['docker', 'podman', 'helm'],
      warnings: [],
    });
  });

  test('have the clients that are named', () => {
    expect(settingsOf({ clients: 'docker, helm' }, {}).clients).toEqual(['docker', 'helm']);
  });

  test('have the dotenv dialect for an env file', () => {
    expect(settingsOf({ 'as-env-file': true, shell: 'json' }, {}).shell).toBe('dotenv');
  });

  test('say which flags of werf do nothing', () => {
    expect(settingsOf({ 'tagging-strategy': 'x', dev: true }, {}).warnings).toEqual([
      '--dev has no effect here.',
      '--tagging-strategy has no effect here.',
    ]);
  });

  test.each<[string, Given, Record<string, string>]>([
    ['--inherit: "some" is not a value it takes.', { inherit: 'some' }, {}],
    ['--inherit: "some" is not a value it takes.', {}, { WERF_CI_INHERIT: 'some' }],
    ['--clients: "buildah" is not a value it takes.', { clients: 'docker,buildah' }, {}],
    ['--clients: "" is not a value it takes.', { clients: 'docker,' }, {}],
    ['unknown flag: --tagging-strategy', { 'tagging-strategy': 'x', 'as-file': true }, {}],
  ])('are refused: %s', (message, flags, env) => {
    expect(() => settingsOf(flags, env)).toThrow(message);
  });
});

test.each<[string, Given, string | undefined, Record<string, string>, string[]]>([
  ['the flag alone', { 'tmp-dir': '/a' }, '/job', { TMPDIR: '/t' }, ['/a']],
  ["the provider's, then the system's", {}, '/job', { TMPDIR: '/t' }, ['/job', '/t']],
  ["the system's", {}, undefined, {}, ['/tmp']],
  ["the system's of Windows", {}, undefined, { TMPDIR: '', TEMP: 'C:\\T', TMP: 'C:\\U' }, ['C:\\T']],
])('the config dir is made in %s', (_what, given, jobTempDir, env, parents) => {
  expect(tempParents(given, jobTempDir, env)).toEqual(parents);
});
