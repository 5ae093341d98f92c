import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Env } from '../../src/env.ts';
import type { Outcome } from '../support/clients.ts';
import { gitlabEnv, jobEnv } from '../support/job.ts';
import { type Account, admin, authOf, gitlabJob, gitlabJobs } from '../support/registry/accounts.ts';
import { type Registry, startRegistry } from '../support/registry/registry.ts';
import { accountsOf } from '../support/registry/token-server.ts';
import { CHART, clients, IMAGE, publishChart, removeImages } from '../support/registry-clients.ts';
import { openSite, type Site, seed } from '../support/site.ts';
import { snapshot } from '../support/snapshot.ts';
import { requireTools } from '../support/tools.ts';
import { loginFilesOf, USER_AUTHS, writeJson } from '../support/workspace.ts';

requireTools('bash', 'docker', 'docker-registry', 'skopeo', 'buildah', 'podman', 'umoci', 'helm');

const OK = { exitCode: 0 };
const vendor: Account = { ...admin, name: 'vendor', username: 'vendor', password: 'vendor-secret' };

let site: Site;
let second: Registry;

beforeAll(async () => {
  site = await openSite('token', [admin, ...gitlabJobs(2)]);
  second = await startRegistry('htpasswd', [admin, vendor]);
  for (const registry of [site.registry, second]) {
    await seed({ ...site, registry }, [IMAGE]);
    await seedChart(registry);
  }
});
afterAll(async () => {
  await removeImages(site.workspace.env);
  await second.stop();
  await site.close();
});

async function seedChart({ host }: Registry): Promise<void> {
  const HELM_REGISTRY_CONFIG = join(site.workspace.path, 'admin/helm.json');
  await writeJson(HELM_REGISTRY_CONFIG, { auths: { [host]: authOf(admin) } });
  const [, repository, name] = /^(.*)\/(.*):/.exec(`${host}/${CHART}`) ?? [];
  const { exitCode, stderr } = await publishChart(String(name), String(repository), {
    ...site.workspace.env,
    HELM_REGISTRY_CONFIG,
  });
  if (exitCode !== 0) throw new Error(`The registry does not take the chart: ${stderr}`);
}

/** Who the token server saw during some work that must not fail. */
async function accountsDuring(work: () => Promise<Outcome>): Promise<readonly string[]> {
  const before = site.registry.tokenRequests.length;
  expect(await work()).toMatchObject(OK);
  return accountsOf(site.registry.tokenRequests.slice(before));
}

describe.each(clients)('in a job, $name', ({ file, read, publish, login, logout }) => {
  let host: string;
  let job: Env;
  let others: readonly string[];
  let untouched: object;

  const startJob = (k: number): Promise<Env> => jobEnv({ ...site.workspace.env, ...gitlabEnv(host, k) });
  const loginsOfJob = async (): Promise<object> =>
    JSON.parse(await readFile(join(String(job['DOCKER_CONFIG']), file), 'utf8')).auths;

  beforeAll(async () => {
    host = site.registry.host;
    const files = loginFilesOf(site.workspace);
    for (const path of files)
      await writeJson(path, { auths: { ...USER_AUTHS, [host]: authOf(gitlabJob(2)) } });
    job = await startJob(1);
    others = [...files.map((path) => dirname(path)), String((await startJob(2))['DOCKER_CONFIG'])];
    untouched = await snapshot(others);
  });

  it('is the job, whoever the user is in the shared files', async () => {
    expect(await accountsDuring(() => read(host, job))).toEqual(['job1']);
    expect(await accountsDuring(() => publish(host, job))).toEqual(['job1']);
  });

  it('logs in to a second registry, and out of it', async () => {
    expect(await read(second.host, job)).not.toMatchObject(OK);
    expect(await login(second.host, vendor, job)).toMatchObject(OK);
    expect(await read(second.host, job)).toMatchObject(OK);
    expect(await logout(second.host, job)).toMatchObject(OK);
    expect(await read(second.host, job)).not.toMatchObject(OK);
  });

  it('logs in to the registry of the job as somebody else, and out of it', async () => {
    expect(await login(host, admin, job)).toMatchObject(OK);
    expect(await accountsDuring(() => read(host, job))).toEqual(['admin']);
    expect(await logout(host, job)).toMatchObject(OK);
    expect(await loginsOfJob()).toEqual({ 'werf-ci.invalid': {}, ...USER_AUTHS });
  });

  it('leaves what the user and another job have as it was', async () => {
    expect(Object.keys(untouched)).toContain(join(String(others.at(-1)), file));
    expect(await snapshot(others)).toEqual(untouched);
  });
});
