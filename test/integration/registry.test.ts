import { join } from 'node:path';
import type { Env } from '../../src/env.ts';
import { type Image, readImage } from '../support/image.ts';
import { gitlabEnv, jobEnv } from '../support/job.ts';
import { admin, gitlabJob } from '../support/registry/accounts.ts';
import { accountsOf } from '../support/registry/token-server.ts';
import { openSite, type Site, seed } from '../support/site.ts';
import { requireTools } from '../support/tools.ts';
import { inspect, inspectByDocker, publish, pull, remove } from '../support/work.ts';

requireTools('bash', 'docker', 'docker-registry', 'skopeo');

const SILENT_SUCCESS = { exitCode: 0, stdout: '', stderr: '' };
const REPOSITORIES = ['base/alpine:1', 'acme/job1:v1', 'acme/job1/old:v1', 'acme/job2:v1'];

describe.each(['open', 'htpasswd', 'token'] as const)('with %s access, the job', (auth) => {
  let site: Site;
  let image: Image;
  let job: Env;
  let askedBefore: number;

  beforeAll(async () => {
    site = await openSite(auth, [admin, gitlabJob(1)]);
    image = await seed(site, REPOSITORIES);
    job = await jobEnv({ ...site.workspace.env, ...gitlabEnv(site.registry.host, 1) });
  });
  afterAll(() => site.close());

  beforeEach(() => {
    askedBefore = site.registry.tokenRequests.length;
  });
  afterEach(() => {
    const asked = site.registry.tokenRequests.slice(askedBefore);
    expect(accountsOf(asked)).toEqual(auth === 'token' ? ['job1'] : []);
  });

  const at = (name: string): string => `${site.registry.host}/${name}`;

  it('pulls a base image', async () => {
    const layout = join(site.workspace.path, 'pulled');
    expect(await pull(at('base/alpine:1'), layout, job)).toEqual(SILENT_SUCCESS);
    expect(await readImage(layout)).toEqual({ ...image, layout });
  });

  it('publishes an image', async () => {
    expect(await publish(image.layout, at('acme/job1:new'), job)).toEqual(SILENT_SUCCESS);
    expect(JSON.parse((await inspect(at('acme/job1:new'), job)).stdout)).toMatchObject({
      Digest: image.digest,
    });
  });

  it('reads an image for a deployment', async () => {
    const found = await inspectByDocker(at('acme/job1:v1'), job);
    expect({ ...found, stdout: JSON.parse(found.stdout) }).toEqual({
      ...SILENT_SUCCESS,
      stdout: image.manifest,
    });
  });

  it('cleans up', async () => {
    expect(await remove(at('acme/job1/old:v1'), job)).toEqual(SILENT_SUCCESS);
    expect(await inspect(at('acme/job1/old:v1'), job)).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringContaining('manifest unknown'),
    });
  });
});
