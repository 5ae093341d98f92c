import { join } from 'node:path';
import type { Env } from '../../src/env.ts';
import { writeImage } from './image.ts';
import { gitlabEnv } from './job.ts';
import { gitlabJobs } from './registry/accounts.ts';
import { openSite, type Site } from './site.ts';

const SHELLS = [
  { name: 'dash', command: ['dash'] },
  { name: 'bash', command: ['bash'] },
  { name: 'busybox', command: ['busybox', 'sh'] },
  { name: 'zsh', command: ['zsh'] },
] as const;

export const PIPELINE_TOOLS = ['docker', 'docker-registry', 'skopeo', ...SHELLS.map(({ name }) => name)];

export interface Pipeline extends Site {
  readonly jobs: readonly Job[];
}

export interface Job {
  readonly name: string;
  readonly shell: (typeof SHELLS)[number];
  /** The image that it has built. */
  readonly layout: string;
  readonly env: Env;
}

/** As many jobs on one machine, each with an image to push to a repository that only it may touch. */
export async function openPipeline(count: number): Promise<Pipeline> {
  const accounts = gitlabJobs(count);
  const site = await openSite('token', accounts);
  const jobs = accounts.map(({ name }, index) => jobOf(site, name, index));
  await Promise.all(jobs.map(({ name, layout }) => writeImage(layout, name)));
  return { ...site, jobs };
}

function jobOf({ workspace, registry: { host } }: Site, name: string, index: number): Job {
  const shell = SHELLS[index % SHELLS.length] ?? SHELLS[0];
  const layout = join(workspace.path, 'images', name);
  const own = { BUILT: `dir:${layout}`, IMAGE: `${host}/acme/${name}:v1` };
  return { name, shell, layout, env: { ...workspace.env, ...gitlabEnv(host, index + 1), ...own } };
}
