// https://docs.gitlab.com/ci/variables/predefined_variables/

import { hostOf } from '../docker/registry.ts';
import { type Env, isMarked, read } from '../env.ts';
import { nameIfSet } from './credentials.ts';
import { keyOf } from './facts.ts';
import type { Clues, Provider, Registry } from './provider.ts';

/** A merge request's number is its IID: its ID counts all those of the server. */
const clues = (env: Env): Clues => ({
  ...registries(env),
  // CI_JOB_ID counts within one GitLab; a host may run jobs of several.
  jobKey: keyOf(env, 'CI_JOB_ID', 'CI_SERVER_HOST'),
  tempDir: read(env, 'RUNNER_TEMP_PROJECT_DIR'),
  repoKind: isOwnRegistry(env) ? 'gitlab' : undefined,
  commit: read(env, 'CI_COMMIT_SHA'),
  headSha: read(env, 'CI_MERGE_REQUEST_SOURCE_BRANCH_SHA'),
  tag: read(env, 'CI_COMMIT_TAG'),
  branch: read(
    env,
    'CI_MERGE_REQUEST_SOURCE_BRANCH_NAME',
    'CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME',
    'CI_COMMIT_BRANCH',
  ),
  baseBranch: read(env, 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME', 'CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME'),
  pr: read(env, 'CI_MERGE_REQUEST_IID', 'CI_EXTERNAL_PULL_REQUEST_IID'),
  projectSlug: read(env, 'CI_PROJECT_PATH'),
  projectUrl: read(env, 'CI_PROJECT_URL'),
  pipelineId: read(env, 'CI_PIPELINE_ID'),
  pipelineUrl: read(env, 'CI_PIPELINE_URL'),
  jobId: read(env, 'CI_JOB_ID'),
  jobUrl: read(env, 'CI_JOB_URL'),
  environment: read(env, 'CI_ENVIRONMENT_NAME'),
  environmentSlug: read(env, 'CI_ENVIRONMENT_SLUG'),
  serverVersion: read(env, 'CI_SERVER_VERSION'),
  losesColor: LOSES_COLOR.test(read(env, 'CI_SERVER_VERSION') ?? ''),
});

/** The user's own WERF_REPO counts when it lies in CI_REGISTRY: the same host, not a longer name. */
function isOwnRegistry(env: Env): boolean {
  const repo = read(env, 'WERF_REPO');
  const registry = read(env, 'CI_REGISTRY');
  if (!read(env, 'CI_REGISTRY_IMAGE')) return false;
  return !repo || (registry !== undefined && (repo === registry || repo.startsWith(`${registry}/`)));
}

/** After 12.1.3 and before 12.2.0, as semver sorts them: the versions for which werf switches colours off. */
const LOSES_COLOR = /^v?12\.(1\.([4-9]|\d\d+)|2\.0-)/;

/** The project's registry, CI_REGISTRY where that is another host, and the dependency proxy. */
function registries(env: Env): Pick<Clues, 'registry' | 'otherRegistries'> {
  const repo = read(env, 'CI_REGISTRY_IMAGE');
  const hosts = ['CI_REGISTRY_IMAGE', 'CI_REGISTRY'].map((name) => hostOf(read(env, name) ?? ''));
  const [own, ...others] = [...new Set(hosts)].filter(Boolean).map((host) => ({ host, ...jobUser(env) }));
  return { registry: own && { ...own, repo }, otherRegistries: [...dependencyProxy(env), ...others] };
}

/** The job token, else the user and password of the job. */
const jobUser = (env: Env): Omit<Registry, 'host'> =>
  read(env, 'CI_JOB_TOKEN')
    ? { username: 'gitlab-ci-token', secretVar: 'CI_JOB_TOKEN' }
    : userIn(env, 'CI_REGISTRY');

const userIn = (env: Env, prefix: string): Omit<Registry, 'host'> => ({
  username: read(env, `${prefix}_USER`),
  usernameVar: `${prefix}_USER`,
  secretVar: nameIfSet(env, `${prefix}_PASSWORD`),
});

/** Its host has the port, `:443` too, for the image prefix has it. */
function dependencyProxy(env: Env): readonly Registry[] {
  const host = hostOf(read(env, 'CI_DEPENDENCY_PROXY_SERVER') ?? '');
  const repo = read(env, 'CI_DEPENDENCY_PROXY_GROUP_IMAGE_PREFIX');
  return host ? [{ host, repo, ...userIn(env, 'CI_DEPENDENCY_PROXY') }] : [];
}

export const gitlab = {
  name: 'gitlab',
  detect: (env) => isMarked(env, 'GITLAB_CI'),
  clues,
  links: {
    pipelineUrl: ['GITLAB_CI_PIPELINE_URL', 'pipeline-url'],
    jobUrl: ['GITLAB_CI_JOB_URL', 'job-url'],
  },
} satisfies Provider;
