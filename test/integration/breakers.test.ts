import { chmod, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Env } from '../../src/env.ts';
import { gitlabEnv, jobEnv } from '../support/job.ts';
import { admin, authOf, gitlabJob, gitlabJobs } from '../support/registry/accounts.ts';
import { accountsOf } from '../support/registry/token-server.ts';
import { clients, IMAGE } from '../support/registry-clients.ts';
import { openSite, type Site, seed } from '../support/site.ts';
import { snapshot } from '../support/snapshot.ts';
import { requireTools } from '../support/tools.ts';
import { login } from '../support/work.ts';
import { writeJson, writeScript } from '../support/workspace.ts';

requireTools('bash', 'docker', 'docker-registry', 'skopeo', 'helm');

/** A user's home. */
interface Home {
  readonly path: string;
  /** The user's config.json. */
  readonly config: string;
  readonly elsewhere: string;
}

interface Breaker {
  readonly what: string;
  /** The user's config.json; text as it stands. */
  readonly config?: (host: string) => object | string;
  readonly arrange?: (home: Home, host: string) => Promise<void>;
  readonly env?: (home: Home, host: string) => Env;
}

const OK = { exitCode: 0 };
const REGISTRY = 'registry.example.com';
const USER = { [REGISTRY]: { auth: btoa('user:secret') } };
/** Another job's login, where this one might find it. */
const other = authOf(gitlabJob(2));
const others = (host: string) => ({ auths: { [host]: other } });

/** docker looks for helpers of these names when a config shows no login; `shared` is what a config may name. */
const HELPERS = ['secretservice', 'pass', 'osxkeychain', 'shared'];

let site: Site;
let host: string;
let calls: string;

beforeAll(async () => {
  site = await openSite('token', [admin, ...gitlabJobs(2)]);
  host = site.registry.host;
  await seed(site, [IMAGE]);
  const { bin, path } = site.workspace;
  calls = join(path, 'calls');
  for (const name of [...HELPERS.map((helper) => `docker-credential-${helper}`), 'pass'])
    await writeScript(join(bin, name), `cat >/dev/null; echo "$1" >>'${calls}'`);
});
beforeEach(() => writeFile(calls, ''));
afterAll(() => site.close());

async function makeHome({ config, arrange }: Breaker): Promise<Home> {
  const path = await mkdtemp(join(site.workspace.path, 'home-'));
  const home = { path, config: join(path, '.docker/config.json'), elsewhere: join(path, 'elsewhere') };
  await mkdir(dirname(home.config));
  const content = config?.(host);
  if (content) await writeFile(home.config, typeof content === 'string' ? content : JSON.stringify(content));
  await arrange?.(home, host);
  return home;
}

const BREAKERS: readonly Breaker[] = [
  ...['credsStore', 'CREDSSTORE', 'CredsStore', 'credſStore'].map((name) => ({
    what: `a ${name}`,
    config: (host: string) => ({ [name]: 'shared', auths: { [REGISTRY]: {}, [host]: {} } }),
  })),
  {
    what: 'a helper for the registry',
    config: (host) => ({ credHelpers: { [host]: 'shared' }, auths: USER }),
  },
  { what: 'no config' },
  { what: 'an empty config', config: () => '{}' },
  { what: 'a config without logins', config: () => ({ auths: {}, credsStore: '', credHelpers: {} }) },
  { what: 'a byte order mark', config: (host) => `\uFEFF${JSON.stringify(others(host))}` },
  {
    what: 'a config that is a link',
    arrange: async ({ config, elsewhere }, host) => {
      await writeJson(elsewhere, others(host));
      await symlink(elsewhere, config);
    },
  },
  {
    what: 'links that lead nowhere',
    arrange: async ({ config }) => {
      for (const path of [config, join(dirname(config), 'contexts'), join(dirname(config), 'cli-plugins')])
        await symlink('nowhere', path);
    },
  },
  {
    what: 'a base that nobody may write',
    config: others,
    arrange: async ({ config }) => {
      await chmod(config, 0o400);
      await chmod(dirname(config), 0o500);
    },
  },
  { what: "another job's login", config: others },
  { what: 'an alias of the registry', config: (host) => ({ auths: { [`https://${host}/v1/`]: other } }) },
  { what: 'a login for a part of the registry', config: (host) => ({ auths: { [`${host}/acme`]: other } }) },
  {
    what: 'poisoned entries',
    config: () => ({
      auths: Object.fromEntries([...'abcdefgh'].map((key) => [key, { auth: btoa(':token') }])),
    }),
  },
  {
    what: 'REGISTRY_AUTH_FILE elsewhere',
    arrange: ({ elsewhere }, host) => writeJson(elsewhere, others(host)),
    env: ({ elsewhere }) => ({ REGISTRY_AUTH_FILE: elsewhere }),
  },
  {
    what: 'HELM_REGISTRY_CONFIG elsewhere',
    arrange: ({ elsewhere }, host) => writeJson(elsewhere, others(host)),
    env: ({ elsewhere }) => ({ HELM_REGISTRY_CONFIG: elsewhere }),
  },
  {
    what: 'XDG_RUNTIME_DIR of another user',
    arrange: ({ elsewhere }, host) => writeJson(join(elsewhere, 'containers/auth.json'), others(host)),
    env: ({ elsewhere }) => ({ XDG_RUNTIME_DIR: elsewhere }),
  },
  {
    what: 'DOCKER_AUTH_CONFIG for the registry',
    env: (_home, host) => ({ DOCKER_AUTH_CONFIG: JSON.stringify(others(host)) }),
  },
  {
    what: 'DOCKER_AUTH_CONFIG in a file',
    arrange: ({ elsewhere }, host) => writeJson(elsewhere, others(host)),
    env: ({ elsewhere }) => ({ DOCKER_AUTH_CONFIG: elsewhere }),
  },
];

/** helm has nothing to read here. */
const readers = clients.filter(({ name }) => ['docker', 'skopeo'].includes(name));
const all = clients.filter(({ name }) => ['docker', 'skopeo', 'helm'].includes(name));

it.each(BREAKERS)('with $what, the job is itself and changes nothing outside', async (breaker) => {
  const home = await makeHome(breaker);
  const outside = ['.docker', '.config', 'elsewhere'].map((name) => join(home.path, name));
  const untouched = await snapshot(outside);
  const env = { ...site.workspace.env, HOME: home.path, ...breaker.env?.(home, host) };
  const job = await jobEnv({ ...env, ...gitlabEnv(host, 1) });

  const before = site.registry.tokenRequests.length;
  for (const { read } of readers) expect(await read(host, job)).toMatchObject(OK);
  expect(accountsOf(site.registry.tokenRequests.slice(before))).toEqual(['job1']);

  for (const { file, logout, login } of all) {
    expect(await logout(host, job)).toMatchObject(OK);
    expect(await login(host, admin, job)).toMatchObject(OK);
    const { auths } = JSON.parse(await readFile(join(String(job['DOCKER_CONFIG']), file), 'utf8'));
    expect(auths[host]).toEqual(authOf(admin));
  }

  expect(await readFile(calls, 'utf8')).toBe('');
  expect(await snapshot(outside)).toEqual(untouched);
  // Else whoever is not root could not remove it.
  await chmod(dirname(home.config), 0o700);
});

describe('what werf-ci keeps from happening', () => {
  it.each<[string, object]>([
    ['a copy of a credsStore', { credsStore: 'shared', auths: { [REGISTRY]: {} } }],
    ['a config without logins', {}],
  ])('%s has docker write to the store of all', async (_what, config) => {
    const DOCKER_CONFIG = await mkdtemp(join(site.workspace.path, 'copy-'));
    await writeJson(join(DOCKER_CONFIG, 'config.json'), config);
    const env = { ...site.workspace.env, DOCKER_CONFIG };
    expect(await login(host, admin, env)).toMatchObject(OK);
    expect(await readFile(calls, 'utf8')).toContain('store\n');
  });
});
