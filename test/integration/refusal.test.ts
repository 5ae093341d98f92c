import { join } from 'node:path';
import type { Env } from '../../src/env.ts';
import type { Outcome } from '../support/clients.ts';
import type { Image } from '../support/image.ts';
import { gitlabEnv, jobEnv } from '../support/job.ts';
import { admin, gitlabJob } from '../support/registry/accounts.ts';
import { accountsOf } from '../support/registry/token-server.ts';
import { openSite, type Site, seed } from '../support/site.ts';
import { requireTools } from '../support/tools.ts';
import { inspect, inspectByDocker, publish, pull, remove } from '../support/work.ts';

requireTools('bash', 'docker', 'docker-registry', 'skopeo');

interface Work {
  readonly work: string;
  readonly attempt: (at: string, env: Env, image: Image) => Promise<Outcome>;
  readonly says: { readonly htpasswd: string; readonly token: string };
}

const DENIED = {
  htpasswd: 'unauthorized: authentication required',
  token: 'denied: requested access to the resource is denied',
};

const WORK: readonly Work[] = [
  { work: 'pull', attempt: (at, env, { layout }) => pull(at, `${layout}-pulled`, env), says: DENIED },
  { work: 'publish', attempt: (at, env, { layout }) => publish(layout, at, env), says: DENIED },
  { work: 'inspect', attempt: inspect, says: DENIED },
  {
    work: 'inspect by docker',
    attempt: inspectByDocker,
    says: { ...DENIED, htpasswd: 'no basic auth credentials' },
  },
  {
    work: 'remove',
    attempt: remove,
    says: { htpasswd: '(401 Unauthorized)', token: '(401 Unauthorized)' },
  },
];

/** What the tests of the registry show would be worth little if a registry served just anybody. */
describe.each([
  { auth: 'htpasswd', who: 'without its config, the job', at: 'acme/job1:v1', config: false, seenAs: [] },
  {
    auth: 'token',
    who: 'without its config, the job',
    at: 'acme/job1:v1',
    config: false,
    seenAs: ['anonymous'],
  },
  {
    auth: 'token',
    who: "in another job's repository, it",
    at: 'acme/job2:v1',
    config: true,
    seenAs: ['job1'],
  },
] as const)('with $auth access and $who', ({ auth, at, config, seenAs }) => {
  let site: Site;
  let image: Image;
  let env: Env;

  beforeAll(async () => {
    site = await openSite(auth, [admin, gitlabJob(1)]);
    image = await seed(site, [at]);
    const { workspace, registry } = site;
    env = config
      ? await jobEnv({ ...workspace.env, ...gitlabEnv(registry.host, 1) })
      : { ...workspace.env, DOCKER_CONFIG: join(workspace.path, 'nothing-here') };
  });
  afterAll(() => site.close());

  it.each(WORK)('cannot $work', async ({ attempt, says }) => {
    const before = site.registry.tokenRequests.length;
    expect(await attempt(`${site.registry.host}/${at}`, env, image)).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringContaining(says[auth]),
    });
    expect(accountsOf(site.registry.tokenRequests.slice(before))).toEqual(seenAs);
  });
});
