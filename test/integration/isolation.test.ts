import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from '../../src/env.ts';
import { gitlabEnv, jobEnv } from '../support/job.ts';
import { admin, authOf, gitlabJob, gitlabJobs } from '../support/registry/accounts.ts';
import { openSite, type Site } from '../support/site.ts';
import { requireTools } from '../support/tools.ts';
import { login, logout } from '../support/work.ts';
import { USER_AUTHS, writeScript, writeUserConfig } from '../support/workspace.ts';

requireTools('bash', 'docker', 'docker-registry');

let site: Site;
let host: string;
let userConfig: string;

beforeAll(async () => {
  site = await openSite('token', [admin, ...gitlabJobs(2)]);
  host = site.registry.host;
  userConfig = await writeUserConfig(site.workspace);
});
afterAll(() => site.close());

const startJob = (k: number): Promise<Env> => jobEnv({ ...site.workspace.env, ...gitlabEnv(host, k) });

it('keeps docker login and logout in the directory of their job', async () => {
  const job = await startJob(1);
  const others = [userConfig, configOf(await startJob(2))];
  const untouched = await Promise.all(others.map(filesIn));

  expect(await login(host, admin, job)).toMatchObject({ exitCode: 0, stdout: 'Login Succeeded' });
  const own = { 'werf-ci.invalid': {}, [host]: authOf(admin) };
  expect(await authsOf(job)).toEqual({ ...own, ...USER_AUTHS });
  expect(await logout('registry.example.com', job)).toMatchObject({ exitCode: 0 });
  expect(await authsOf(job)).toEqual(own);

  expect(await Promise.all(others.map(filesIn))).toEqual(untouched);
});

/** docker CLI takes a helper of this name that it finds on PATH, unless the config shows that it was in use before. */
describe('a keychain that all jobs of the machine share', () => {
  let calls: string;

  beforeEach(async () => {
    const { bin, path } = site.workspace;
    calls = join(path, 'keychain-calls');
    await writeFile(calls, '');
    await writeScript(join(bin, 'docker-credential-secretservice'), `cat >/dev/null; echo "$1" >>'${calls}'`);
  });

  const logInAgain = async (env: Env): Promise<void> => {
    for (const registry of [host, 'registry.example.com'])
      expect(await logout(registry, env)).toMatchObject({ exitCode: 0 });
    expect(await login(host, gitlabJob(1), env)).toMatchObject({ exitCode: 0 });
  };

  it('is not reached from a job, even after its last logout', async () => {
    await logInAgain(await startJob(1));
    expect(await readFile(calls, 'utf8')).toBe('');
  });

  it('is reached from an empty directory', async () => {
    await logInAgain({ ...site.workspace.env, DOCKER_CONFIG: join(site.workspace.path, 'empty') });
    expect(await readFile(calls, 'utf8')).toContain('store\n');
  });
});

const configOf = (job: Env): string => String(job['DOCKER_CONFIG']);

const authsOf = async (job: Env): Promise<object> =>
  JSON.parse(await readFile(join(configOf(job), 'config.json'), 'utf8')).auths;

async function filesIn(directory: string): Promise<object> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')])),
  );
}
