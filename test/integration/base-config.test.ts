import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from '../../src/env.ts';
import { docker, type Outcome, run } from '../support/clients.ts';
import { gitlabEnv, jobEnv } from '../support/job.ts';
import { admin, gitlabJob } from '../support/registry/accounts.ts';
import { clients, IMAGE } from '../support/registry-clients.ts';
import { openSite, type Site, seed } from '../support/site.ts';
import { snapshot } from '../support/snapshot.ts';
import { requireTools } from '../support/tools.ts';
import { inspectByDocker, login, logout } from '../support/work.ts';
import { loginFilesOf, writeJson, writeScript } from '../support/workspace.ts';

requireTools('bash', 'docker', 'docker-registry', 'skopeo', 'podman');

const OK = { exitCode: 0 };
const CONFIG = { auths: { 'registry.example.com': { auth: btoa('user:secret') } } };

let site: Site;
let host: string;
let base: string;
let user: Env;

beforeAll(async () => {
  site = await openSite('htpasswd', [admin, gitlabJob(1)]);
  host = site.registry.host;
  await seed(site, [IMAGE]);
});
afterAll(() => site.close());

beforeEach(async () => {
  base = join(site.workspace.env.HOME, '.docker');
  user = site.workspace.env;
  await rm(base, { recursive: true, force: true });
  await writeJson(join(base, 'config.json'), CONFIG);
});

const startJob = (env: Env = {}): Promise<Env> => jobEnv({ ...user, ...env, ...gitlabEnv(host, 1) });

/** A CLI plugin (docker/cli cli-plugins/manager/metadata.go) that says what it was called with. */
async function addPlugin(name: string, body: string): Promise<void> {
  await mkdir(join(base, 'cli-plugins'), { recursive: true });
  const about = '{"SchemaVersion":"0.1.0","Vendor":"tests","Version":"1"}';
  await writeScript(
    join(base, 'cli-plugins', `docker-${name}`),
    `[ "$1" = docker-cli-plugin-metadata ] && echo '${about}' && exit\n${body}`,
  );
}

describe('from the base, docker in a job has', () => {
  it('the plugins of the user, aliases for them, and what they keep in the config dir', async () => {
    await addPlugin('hello', 'echo "hello $*"');
    await addPlugin('buildx', `cat "$DOCKER_CONFIG/buildx/current"`);
    await mkdir(join(base, 'buildx'));
    await writeFile(join(base, 'buildx/current'), 'the current builder');
    await writeJson(join(base, 'config.json'), { ...CONFIG, aliases: { builder: 'hello' } });

    const job = await startJob();
    const said = async (...args: string[]) => (await docker(args, job)).stdout;
    expect([await said('hello', 'you'), await said('build', '.'), await said('buildx', 'ls')]).toEqual([
      'hello hello you',
      'hello hello build .',
      'the current builder',
    ]);
  });

  describe('its contexts:', () => {
    beforeEach(async () => {
      for (const name of ['remote', 'other'])
        expect(
          await docker(['context', 'create', name, '--docker', `host=tcp://${name}:1`], user),
        ).toMatchObject(OK);
      expect(await docker(['context', 'use', 'remote'], user)).toMatchObject(OK);
    });

    const endpoint = async (job: Env): Promise<string> =>
      (await docker(['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'], job)).stdout;

    it.each<[string, Env, string]>([
      ['the current one', {}, 'tcp://remote:1'],
      ['the one in DOCKER_CONTEXT', { DOCKER_CONTEXT: 'other' }, 'tcp://other:1'],
      ['none with DOCKER_HOST', { DOCKER_HOST: 'tcp://here:1' }, 'tcp://here:1'],
    ])('%s', async (_what, env, expected) => {
      expect(await endpoint(await startJob(env))).toBe(expected);
    });

    it('changed for itself alone', async () => {
      const untouched = await snapshot([base]);
      const job = await startJob();
      for (const args of [
        ['use', 'other'],
        ['rm', 'remote'],
        ['create', 'new', '--docker', 'host=tcp://new:1'],
      ])
        expect(await docker(['context', ...args], job)).toMatchObject(OK);
      expect(await endpoint(job)).toBe('tcp://other:1');
      expect(await snapshot([base])).toEqual(untouched);
    });

    it('the default one where the current one is gone, so that docker starts', async () => {
      await rm(join(base, 'contexts'), { recursive: true });
      const job = await startJob();
      expect(await docker(['context', 'ls', '--quiet'], job)).toMatchObject({ ...OK, stdout: 'default' });
      expect(await login(host, admin, job)).toMatchObject(OK);
    });
  });

  it('its TLS files', async () => {
    await writeFile(join(base, 'ca.pem'), 'no certificate');
    const job = await startJob({ DOCKER_TLS_VERIFY: '1', DOCKER_HOST: 'tcp://127.0.0.1:1' });
    expect(await docker(['version'], job)).toMatchObject({
      stderr: expect.stringContaining('ca.pem seems invalid'),
    });
  });
});

describe('of a login in a store that all jobs share', () => {
  const calls = () => readFile(join(site.workspace.path, 'calls'), 'utf8');
  let job: Env;

  beforeEach(async () => {
    const { bin, path } = site.workspace;
    await writeFile(join(path, 'calls'), '');
    const { username, password } = admin;
    const answer = JSON.stringify({ ServerURL: host, Username: username, Secret: password });
    await writeScript(
      join(bin, 'docker-credential-shared'),
      `cat >/dev/null; echo "$1" >>'${path}/calls'; [ "$1" = get ] && echo '${answer}'; exit 0`,
    );
    await writeJson(join(base, 'config.json'), { credsStore: 'shared', auths: { [host]: {} } });
    job = await startJob({ WERF_LOGIN_TO_REGISTRY: 'false' });
  });

  it('docker reads it', async () => {
    expect(await inspectByDocker(`${host}/${IMAGE}`, job)).toMatchObject(OK);
  });

  it('podman never sees it, and does not empty the store', async () => {
    const podman = clients.find(({ name }) => name === 'podman');
    expect(await podman?.logout('--all', job)).toMatchObject(OK);
    expect(await calls()).toBe('');
  });

  /** The limit that the README names. */
  it('docker writes to the store when the job logs in or out there', async () => {
    expect(await login(host, admin, job)).toMatchObject(OK);
    expect(await logout(host, job)).toMatchObject(OK);
    expect((await calls()).split('\n')).toEqual(expect.arrayContaining(['store', 'erase']));
  });
});

describe('what werf-ci says', () => {
  const start = (...args: string[]): Promise<Outcome> =>
    run('werf-ci', ['ci-env', 'gitlab', ...args], { ...user, ...gitlabEnv(host, 1) });

  beforeEach(async () => {
    const bad = {
      auths: { [`${host}/acme`]: { auth: btoa('a:b') }, quay: { auth: 'bad' } },
      currentContext: 'gone',
    };
    for (const path of loginFilesOf(site.workspace)) await writeJson(path, bad);
  });
  afterAll(() => Promise.all(loginFilesOf(site.workspace).map((path) => rm(path))));

  it('is one line for each thing that it dropped', async () => {
    const [, containers, runtime, helm] = loginFilesOf(site.workspace);
    const line = (file: string | undefined) =>
      `werf-ci: warning: ${file}: the entry for "quay" is not a readable login (base64 of "user:password"): dropped.`;
    expect((await start()).stderr.split('\n')).toEqual([
      line('the base config'),
      line(containers),
      line(runtime),
      line(helm),
      `werf-ci: warning: the login for "${host}/acme" is for a part of a registry that the job logs in to: dropped.`,
      'werf-ci: warning: the base config: its context "gone" is not there: dropped.',
    ]);
  });

  it.each([['--inherit', 'none'], ['--log-quiet'], ['--clients', 'docker', '--docker-config', '/nowhere']])(
    'is nothing with %s %s',
    async (...args) => {
      expect(await start(...args)).toMatchObject({ ...OK, stderr: '' });
    },
  );
});
