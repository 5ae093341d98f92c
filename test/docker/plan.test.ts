import type { Base } from '../../src/docker/base.ts';
import { credential, encodeAuth } from '../../src/docker/credential.ts';
import type { JsonObject } from '../../src/docker/json.ts';
import { planFiles } from '../../src/docker/plan.ts';

const auth = encodeAuth('user', 'password');
const jobAuth = encodeAuth('job', 'token');
const placeholder = { 'werf-ci.invalid': {} };

const loginTo = (registry: string) =>
  credential({ registry, username: 'job', usernameFrom: 'U', secret: 'token', secretFrom: 'T' });

interface Given {
  readonly base?: JsonObject;
  readonly dir?: Partial<Base>;
  readonly authConfig?: JsonObject;
  readonly logins?: readonly string[];
}

function plan({ base = {}, dir = {}, authConfig = {}, logins = [] }: Given) {
  const credentials = logins.map(loginTo);
  const { files, warnings } = planFiles({
    base: { object: base, files: {}, ...dir },
    authConfig,
    credentials,
  });
  return { config: JSON.parse(String(files['config.json'])), warnings, files };
}

const configOf = (given: Given) => plan(given).config;

describe('the config that the job gets', () => {
  test.each<[string, Given, JsonObject]>([
    ['of nothing holds the placeholder, so that Docker looks for no keychain', {}, { auths: placeholder }],
    [
      "holds the job's credential",
      { logins: ['registry.example.com'] },
      { auths: { ...placeholder, 'registry.example.com': { auth: jobAuth } } },
    ],
    [
      'keeps what else the base says',
      { base: { auths: { other: { auth } }, proxies: { default: {} }, HttpHeaders: { X: 'y' } } },
      { auths: { ...placeholder, other: { auth } }, proxies: { default: {} }, HttpHeaders: { X: 'y' } },
    ],
    ['has no credsStore', { base: { credsStore: 'pass' } }, { auths: placeholder }],
    ['has no credsStore in other letters', { base: { CredSStore: 'pass' } }, { auths: placeholder }],
    [
      'reads hosts of the old store through its helper',
      { base: { credsStore: 'desktop', auths: { a: {}, b: { auth } } } },
      { auths: { ...placeholder, b: { auth } }, credHelpers: { a: 'desktop' } },
    ],
    [
      "keeps a host's own helper before the store's",
      { base: { credsStore: 'desktop', auths: { a: {} }, credHelpers: { a: 'ecr-login' } } },
      { auths: placeholder, credHelpers: { a: 'ecr-login' } },
    ],
    [
      'makes no helper of an empty entry without a store',
      { base: { auths: { a: {} } } },
      { auths: placeholder },
    ],
    ['drops a helper without a name', { base: { credHelpers: { a: '' } } }, { auths: placeholder }],
    [
      'reads keys in any letter case',
      { base: { AUTHS: { a: { auth } }, CREDHELPERS: { b: 'gcr' } } },
      { auths: { ...placeholder, a: { auth } }, credHelpers: { b: 'gcr' } },
    ],
    [
      'looks for plugins in the base',
      { dir: { cliPlugins: '/base/cli-plugins' } },
      { cliPluginsExtraDirs: ['/base/cli-plugins'], auths: placeholder },
    ],
    [
      'looks for plugins in the directories of the base first',
      { base: { cliPluginsExtraDirs: ['/opt'] }, dir: { cliPlugins: '/base/cli-plugins' } },
      { cliPluginsExtraDirs: ['/opt', '/base/cli-plugins'], auths: placeholder },
    ],
    [
      'keeps the default context',
      { base: { currentContext: 'default' } },
      { currentContext: 'default', auths: placeholder },
    ],
    [
      'keeps a context that comes with it',
      {
        base: { currentContext: 'remote' },
        dir: { files: { 'contexts/meta/1/meta.json': '{"Name":"remote"}' } },
      },
      { currentContext: 'remote', auths: placeholder },
    ],
  ])('%s', (_what, given, expected) => {
    expect(configOf(given)).toEqual(expected);
  });
});

describe("a registry that the job logs in to has one key, the job's", () => {
  test.each([
    ['registry.example.com', 'registry.example.com'],
    ['https://registry.example.com', 'registry.example.com'],
    ['https://registry.example.com/v1/', 'registry.example.com'],
    ['http://registry.example.com/v2/', 'registry.example.com'],
    ['registry.example.com/team', 'registry.example.com'],
    ['Registry.Example.com', 'registry.example.com'],
    ['docker.io', 'https://index.docker.io/v1/'],
    ['https://index.docker.io/v1', 'https://index.docker.io/v1/'],
    ['registry-1.docker.io', 'https://index.docker.io/v1/'],
  ])('%s of the base goes for the login to %s', (key, registry) => {
    const base = {
      auths: { [key]: { auth }, 'other.example.com': { auth } },
      credHelpers: { [key]: 'gcr', other: 'gcr' },
    };
    expect(configOf({ base, logins: [registry] })).toEqual({
      auths: { ...placeholder, 'other.example.com': { auth }, [registry]: { auth: jobAuth } },
      credHelpers: { other: 'gcr' },
    });
  });

  test('a store of the base does not come back as a helper for it', () => {
    const base = { credsStore: 'desktop', auths: { 'registry.example.com': {} } };
    expect(configOf({ base, logins: ['registry.example.com'] })).toEqual({
      auths: { ...placeholder, 'registry.example.com': { auth: jobAuth } },
    });
  });

  test.each([
    ['registry.example.com:443', 'registry.example.com'],
    ['registry.example.com.evil', 'registry.example.com'],
    ['my-registry.example.com', 'registry.example.com'],
  ])('%s is another registry than %s and stays', (key, registry) => {
    expect(configOf({ base: { auths: { [key]: { auth } } }, logins: [registry] }).auths[key]).toEqual({
      auth,
    });
  });
});

describe('DOCKER_AUTH_CONFIG', () => {
  const host = 'registry.example.com';
  const over = encodeAuth('over', 'x');

  test.each<[string, Given, JsonObject]>([
    [
      'adds its entries',
      { authConfig: { auths: { a: { auth } } } },
      { auths: { ...placeholder, a: { auth } } },
    ],
    [
      'adds its helpers',
      { authConfig: { credHelpers: { a: 'gcr' } } },
      { auths: placeholder, credHelpers: { a: 'gcr' } },
    ],
    [
      'wins over every alias and the helper of the base',
      {
        base: { auths: { [`https://${host}/v1/`]: { auth } }, credHelpers: { [host]: 'gcr' } },
        authConfig: { auths: { [host]: { auth: over } } },
      },
      { auths: { ...placeholder, [host]: { auth: over } } },
    ],
    [
      'replaces nothing but its own key where that has a path',
      { base: { auths: { [host]: { auth } } }, authConfig: { auths: { [`${host}/team`]: { auth: over } } } },
      { auths: { ...placeholder, [host]: { auth }, [`${host}/team`]: { auth: over } } },
    ],
    [
      "yields to the job's credential",
      { authConfig: { auths: { [host]: { auth: over } }, credHelpers: { [host]: 'gcr' } }, logins: [host] },
      { auths: { ...placeholder, [host]: { auth: jobAuth } } },
    ],
    [
      'leaves other settings to the base',
      { base: { proxies: { a: 1 } }, authConfig: { proxies: {} } },
      { proxies: { a: 1 }, auths: placeholder },
    ],
  ])('%s', (_what, given, expected) => {
    expect(configOf(given)).toEqual(expected);
  });

  test('is the whole config where there is no base', () => {
    const { files } = planFiles({
      base: undefined,
      authConfig: { auths: { a: { auth } }, proxies: {} },
      credentials: [],
    });
    expect(JSON.parse(String(files['config.json']))).toEqual({
      proxies: {},
      auths: { ...placeholder, a: { auth } },
    });
  });
});

test('podman and helm get files of their own, with the logins and nothing else', () => {
  const base = { auths: { a: { auth } }, credHelpers: { b: 'gcr' }, proxies: {} };
  const { files } = plan({ base });
  const logins = { auths: { ...placeholder, a: { auth } }, credHelpers: { b: 'gcr' } };
  expect([files['auth.json'], files['helm.json']].map((text) => JSON.parse(String(text)))).toEqual([
    logins,
    logins,
  ]);
});

test('files of the base come along, but none in place of ours', () => {
  const { files } = plan({ dir: { files: { 'buildx/current': 'x' } } });
  expect(Object.keys(files)).toEqual(['buildx/current', 'config.json', 'auth.json', 'helm.json']);
});

test('what is dropped is said, with the place it was in', () => {
  const { config, warnings } = plan({
    base: { auths: { a: { auth: 'x' } }, credHelpers: { b: '../evil', c: 1 }, currentContext: 'gone' },
    authConfig: { auths: 'x' },
  });
  expect(config).toEqual({ auths: placeholder });
  expect(warnings).toEqual([
    'the base config: the entry for "a" is not a readable login (base64 of "user:password"): dropped.',
    'the base config: the credential helper for "b" is not a helper\'s name: dropped.',
    'the base config: the credential helper for "c" is not a helper\'s name: dropped.',
    'DOCKER_AUTH_CONFIG: "auths" is not an object: dropped.',
    'the base config: its context "gone" is not there: dropped.',
  ]);
});

test('of two logins to one registry the later wins', () => {
  const [first, second] = ['first', 'second'].map((username) =>
    credential({ registry: 'R.example.com', username, usernameFrom: 'U', secret: 't', secretFrom: 'T' }),
  );
  const credentials = [first, second].filter((login) => login !== undefined);
  const { files } = planFiles({ base: undefined, authConfig: {}, credentials });
  expect(JSON.parse(String(files['config.json'])).auths).toEqual({
    ...placeholder,
    'r.example.com': { auth: encodeAuth('second', 't') },
  });
});
