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
  /** What is in files of podman's, from weakest to strongest. */
  readonly podman?: readonly JsonObject[];
  readonly helm?: readonly JsonObject[];
  readonly context?: string;
}

const sourcesOf = (client: string, objects: readonly JsonObject[]) =>
  objects.map((object, index) => ({ path: `/${client}/${index}`, object }));

function plan({ base = {}, dir = {}, authConfig = {}, logins = [], podman = [], helm = [], context }: Given) {
  const { files, ...rest } = planFiles({
    base: { object: base, files: {}, left: [], ...dir },
    authConfig,
    credentials: logins.map(loginTo),
    logins: { podman: sourcesOf('podman', podman), helm: sourcesOf('helm', helm) },
    context,
  });
  const parsed = (name: string) => JSON.parse(String(files[name]));
  return {
    config: parsed('config.json'),
    podman: parsed('auth.json'),
    helm: parsed('helm.json'),
    files,
    ...rest,
  };
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
      { base: { proxies: { a: {} } }, authConfig: { proxies: {} } },
      { proxies: { a: {} }, auths: placeholder },
    ],
  ])('%s', (_what, given, expected) => {
    expect(configOf(given)).toEqual(expected);
  });

  test('is the whole config where there is no base', () => {
    const { files } = planFiles({
      base: undefined,
      authConfig: { auths: { a: { auth } }, proxies: {} },
      credentials: [],
      logins: {},
    });
    expect(JSON.parse(String(files['config.json']))).toEqual({
      proxies: {},
      auths: { ...placeholder, a: { auth } },
    });
  });
});

describe('podman and helm get files of their own', () => {
  const host = 'registry.example.com';
  const own = encodeAuth('own', 'x');
  const [first, second] = [encodeAuth('first', 'x'), encodeAuth('second', 'x')];

  test.each<[string, Given, JsonObject]>([
    [
      "with docker's logins and nothing else",
      { base: { auths: { a: { auth } }, credHelpers: { b: 'gcr' }, proxies: {} } },
      { auths: { ...placeholder, a: { auth } }, credHelpers: { b: 'gcr' } },
    ],
    [
      "but not with those in docker's store",
      { base: { auths: { a: {} }, credsStore: 'desktop' } },
      { auths: placeholder },
    ],
    [
      'with what they had, before what docker had',
      {
        base: { auths: { a: { auth }, [host]: { auth } }, credHelpers: { b: 'gcr' } },
        podman: [{ auths: { [host]: { auth: own }, b: { auth: own } } }],
        helm: [{ auths: { [host]: { auth: own }, b: { auth: own } } }],
      },
      { auths: { ...placeholder, a: { auth }, [host]: { auth: own }, b: { auth: own } } },
    ],
    [
      'with the later of several files first',
      {
        podman: [{ auths: { [host]: { auth: first } } }, { auths: { [host]: { auth: second } } }],
        helm: [{ credHelpers: { [host]: 'gcr' } }, { auths: { [host]: { auth: second } } }],
      },
      { auths: { ...placeholder, [host]: { auth: second } } },
    ],
    [
      'with DOCKER_AUTH_CONFIG before theirs',
      {
        authConfig: { auths: { [host]: { auth } } },
        podman: [{ auths: { [`${host}/team`]: { auth: own } } }],
        helm: [{ auths: { [host]: { auth: own } } }],
      },
      { auths: { ...placeholder, [host]: { auth } } },
    ],
    [
      "with the job's credential before all",
      {
        logins: [host],
        podman: [{ auths: { [host]: { auth: own } } }],
        helm: [{ credHelpers: { [host]: 'gcr' } }],
      },
      { auths: { ...placeholder, [host]: { auth: jobAuth } } },
    ],
  ])('%s', (_what, given, expected) => {
    const { podman, helm } = plan(given);
    expect({ podman, helm }).toEqual({ podman: expected, helm: expected });
  });

  test('which leave the config of docker as it is', () => {
    const others = [{ auths: { [host]: { auth: own } }, currentContext: 'x', credsStore: 'pass' }];
    expect(configOf({ podman: others, helm: others })).toEqual({ auths: placeholder });
  });

  test('and none where they are not wanted', () => {
    const { files } = planFiles({ base: undefined, authConfig: {}, credentials: [], logins: {} });
    expect(Object.keys(files)).toEqual(['config.json']);
  });

  test('in that of podman Docker Hub has the name by which it logs out', () => {
    const { podman, helm } = plan({ logins: ['docker.io'] });
    expect({ podman, helm }).toEqual({
      podman: { auths: { ...placeholder, 'docker.io': { auth: jobAuth } } },
      helm: { auths: { ...placeholder, 'https://index.docker.io/v1/': { auth: jobAuth } } },
    });
  });
});

describe('a login for a part of a registry', () => {
  const scoped = { 'quay.io/team': { auth }, 'registry.example.com/team': { auth } };

  test('stays, but not where the job logs in, which is said once', () => {
    const given = { base: { auths: scoped }, podman: [{ auths: scoped }], logins: ['registry.example.com'] };
    const expected = {
      auths: { ...placeholder, 'quay.io/team': { auth }, 'registry.example.com': { auth: jobAuth } },
    };
    expect(plan(given)).toMatchObject({
      config: expected,
      podman: expected,
      helm: expected,
      warnings: [
        'the login for "registry.example.com/team" is for a part of a registry that the job logs in to: dropped.',
      ],
    });
  });
});

describe('a base with a "credsStore" that no login has marked', () => {
  const lost = (source: string, store: string) =>
    `${source}: its "credsStore", "${store}", would be used by all jobs: dropped; name the hosts it is for under "credHelpers".`;

  test.each([
    ['is lost, and that is said', { credsStore: 'ecr-login' }, [lost('the base config', 'ecr-login')]],
    ['has nothing to lose with an empty one', { credsStore: '' }, []],
    ['loses nothing with a login in it', { credsStore: 'desktop', auths: { a: {} } }, []],
  ])('%s', (_what, base, warnings) => {
    expect(plan({ base }).warnings).toEqual(warnings);
  });
});

describe("Amazon's helper", () => {
  test.each<[string, Given, boolean]>([
    ['is asked for a host', { base: { credHelpers: { a: 'ecr-login' } } }, true],
    ['is asked by podman', { podman: [{ credHelpers: { a: 'ecr-login' } }] }, true],
    ['is asked for the hosts of a store', { base: { auths: { a: {} }, credsStore: 'ecr-login' } }, true],
    ['is not asked by others', { base: { credHelpers: { a: 'gcr' } } }, false],
  ])('%s', (_what, given, expected) => {
    expect(plan(given).usesEcrLogin).toBe(expected);
  });
});

describe('contexts', () => {
  const dir = { files: { 'contexts/meta/1/meta.json': '{"Name":"remote"}' } };
  const missing = ['DOCKER_CONTEXT is "gone", a context that the job does not have: docker will not start.'];

  test.each<[string, Given, readonly string[]]>([
    ['DOCKER_CONTEXT may name one that comes along', { dir, context: 'remote' }, []],
    ['DOCKER_CONTEXT may name the default', { context: 'default' }, []],
    ['DOCKER_CONTEXT with one that does not is said', { dir, context: 'gone' }, missing],
    [
      'a directory that is too large is said',
      { dir: { left: ['contexts'] } },
      ['the base config: contexts holds more than a job can copy: left out.'],
    ],
  ])('%s', (_what, given, warnings) => {
    expect(plan(given).warnings).toEqual(warnings);
  });
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
  const { files } = planFiles({ base: undefined, authConfig: {}, credentials, logins: {} });
  expect(JSON.parse(String(files['config.json'])).auths).toEqual({
    ...placeholder,
    'r.example.com': { auth: encodeAuth('second', 't') },
  });
});
