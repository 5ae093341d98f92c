// https://buildkite.com/docs/pipelines/configure/environment-variables

import { hostOf } from '../docker/registry.ts';
import { type Env, isMarked, read } from '../env.ts';
import { whole } from '../url.ts';
import { keyOf } from './facts.ts';
import type { Clues, Provider, Registry } from './provider.ts';

function clues(env: Env): Clues {
  const commit = read(env, 'BUILDKITE_COMMIT');
  const jobId = read(env, 'BUILDKITE_JOB_ID');
  const pipelineUrl = read(env, 'BUILDKITE_BUILD_URL');
  return {
    jobKey: keyOf(env, 'BUILDKITE_JOB_ID'),
    registry: registry(env),
    // A build that somebody starts by hand may have just this for a commit.
    commit: commit === 'HEAD' ? undefined : commit,
    tag: read(env, 'BUILDKITE_TAG'),
    branch: read(env, 'BUILDKITE_BRANCH'),
    baseBranch: read(env, 'BUILDKITE_PULL_REQUEST_BASE_BRANCH'),
    pr: read(env, 'BUILDKITE_PULL_REQUEST'),
    gitUrl: read(env, 'BUILDKITE_REPO'),
    pipelineId: read(env, 'BUILDKITE_BUILD_ID'),
    pipelineUrl,
    jobId,
    jobUrl: whole`${pipelineUrl}#${jobId}`,
    environment: read(env, 'BUILDKITE_GITHUB_DEPLOYMENT_ENVIRONMENT'),
  };
}

/** Hosted agents are logged in to theirs already: the login is inherited with the base config. */
function registry(env: Env): Registry | undefined {
  const repo = read(env, 'BUILDKITE_HOSTED_REGISTRY_URL')?.replace(/^https?:\/\/|\/+$/g, '');
  return repo ? { host: hostOf(repo), repo } : undefined;
}

export const buildkite = {
  name: 'buildkite',
  detect: (env) => isMarked(env, 'BUILDKITE'),
  clues,
  hasRepoPerProject: true,
} satisfies Provider;
