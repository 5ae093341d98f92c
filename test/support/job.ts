import type { Env } from '../../src/env.ts';
import { run } from './clients.ts';
import { gitlabJob } from './registry/accounts.ts';

/** What GitLab gives number `k` of the jobs of a pipeline, as far as a registry is concerned. */
export function gitlabEnv(host: string, k: number): Env {
  const { name, username, password } = gitlabJob(k);
  return {
    CI: 'true',
    GITLAB_CI: 'true',
    CI_JOB_ID: String(1000 + k),
    CI_JOB_NAME: name,
    CI_JOB_TOKEN: password,
    CI_REGISTRY: host,
    CI_REGISTRY_IMAGE: `${host}/acme/${name}`,
    CI_REGISTRY_USER: username,
    CI_REGISTRY_PASSWORD: password,
  };
}

/** The environment in which the rest of a job runs that begins with werf-ci's line. */
export async function jobEnv(env: Env): Promise<Env> {
  const script = 'eval $(werf-ci ci-env gitlab); env -0';
  const { exitCode, stdout, stderr } = await run('bash', ['-ec', script], env);
  if (exitCode !== 0) throw new Error(`The job did not get past its first line: ${stderr}`);
  return Object.fromEntries(
    stdout
      .split('\0')
      .filter(Boolean)
      .map((entry) => entry.split(/=(.*)/s)),
  );
}
