// https://docs.gitlab.com/ci/variables/predefined_variables/

import { type Credential, credential } from '../docker/credential.ts';
import { hostOf } from '../docker/registry.ts';
import { type Env, isMarked, read } from '../env.ts';
import type { Facts, Provider } from './provider.ts';

const facts = (env: Env): Facts => ({
  jobId: jobId(env),
  tempDir: read(env, 'RUNNER_TEMP_PROJECT_DIR'),
  repo: read(env, 'CI_REGISTRY_IMAGE'),
  repoKind: isOwnRegistry(env) ? 'gitlab' : undefined,
  environmentSlug: read(env, 'CI_ENVIRONMENT_SLUG'),
  projectUrl: read(env, 'CI_PROJECT_URL'),
  commit: read(env, 'CI_COMMIT_SHA'),
  tag: read(env, 'CI_COMMIT_TAG'),
  links: [
    {
      variable: 'GITLAB_CI_PIPELINE_URL',
      annotation: 'gitlab.ci.werf.io/pipeline-url',
      url: read(env, 'CI_PIPELINE_URL'),
    },
    { variable: 'GITLAB_CI_JOB_URL', annotation: 'gitlab.ci.werf.io/job-url', url: read(env, 'CI_JOB_URL') },
  ],
  hasColor: !LOSES_COLOR.test(read(env, 'CI_SERVER_VERSION') ?? ''),
});

/** CI_JOB_ID counts within one GitLab; a host may run jobs of several. */
function jobId(env: Env): string | undefined {
  const id = read(env, 'CI_JOB_ID');
  return id && [id, read(env, 'CI_SERVER_HOST')].filter(Boolean).join('-');
}

/** The user's own WERF_REPO counts when it lies in CI_REGISTRY: the same host, not a longer name. */
function isOwnRegistry(env: Env): boolean {
  const repo = read(env, 'WERF_REPO');
  const registry = read(env, 'CI_REGISTRY');
  if (!read(env, 'CI_REGISTRY_IMAGE')) return false;
  return !repo || (registry !== undefined && (repo === registry || repo.startsWith(`${registry}/`)));
}

/** After 12.1.3 and before 12.2.0, as semver sorts them: the versions for which werf switches colours off. */
const LOSES_COLOR = /^v?12\.(1\.([4-9]|\d\d+)|2\.0-)/;

/** The registry by job token, else by the user and password of the job; then the dependency proxy. */
function credentials(env: Env): readonly Credential[] {
  const registries = ['CI_REGISTRY', 'CI_REGISTRY_IMAGE'].map((name) => hostOf(read(env, name) ?? ''));
  const logins = [...new Set(registries)].map(
    (registry) =>
      from(env, registry, 'gitlab-ci-token', 'CI_JOB_TOKEN') ??
      from(env, registry, read(env, 'CI_REGISTRY_USER'), 'CI_REGISTRY_PASSWORD'),
  );
  // The key must hold the port, `:443` too: the image prefix holds it (CI_DEPENDENCY_PROXY_GROUP_IMAGE_PREFIX).
  const proxy = hostOf(read(env, 'CI_DEPENDENCY_PROXY_SERVER') ?? '');
  const proxyLogin = from(env, proxy, read(env, 'CI_DEPENDENCY_PROXY_USER'), 'CI_DEPENDENCY_PROXY_PASSWORD');
  return [proxyLogin, ...logins].filter((login) => login !== undefined);
}

function from(
  env: Env,
  registry: string,
  username: string | undefined,
  secretFrom: string,
): Credential | undefined {
  const secret = read(env, secretFrom);
  if (!registry || !username || !secret) return undefined;
  return credential({
    registry,
    username,
    usernameFrom: secretFrom.replace(/PASSWORD$/, 'USER'),
    secret,
    secretFrom,
  });
}

export const gitlab = {
  name: 'gitlab',
  detect: (env) => isMarked(env, 'GITLAB_CI'),
  facts,
  credentials,
} satisfies Provider;
