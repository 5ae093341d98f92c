// https://docs.semaphoreci.com/reference/env-vars

import { hostOf } from '../docker/registry.ts';
import { type Env, isMarked, read } from '../env.ts';
import { whole } from '../url.ts';
import { nameIfSet } from './credentials.ts';
import { keyOf } from './facts.ts';
import type { Clues, Provider, Registry } from './provider.ts';

function clues(env: Env): Clues {
  const site = read(env, 'SEMAPHORE_ORGANIZATION_URL');
  const pipelineId = read(env, 'SEMAPHORE_PIPELINE_ID');
  const jobId = read(env, 'SEMAPHORE_JOB_ID');
  return {
    jobKey: keyOf(env, 'SEMAPHORE_JOB_ID'),
    otherRegistries: mirror(env),
    commit: read(env, 'SEMAPHORE_GIT_SHA'),
    headSha: read(env, 'SEMAPHORE_GIT_PR_SHA'),
    ref: read(env, 'SEMAPHORE_GIT_REF'),
    tag: read(env, 'SEMAPHORE_GIT_TAG_NAME'),
    // SEMAPHORE_GIT_BRANCH is the target of a pull request, and a full ref for a tag.
    branch: read(env, 'SEMAPHORE_GIT_PR_BRANCH', 'SEMAPHORE_GIT_WORKING_BRANCH'),
    baseBranch: read(env, 'SEMAPHORE_GIT_BRANCH'),
    pr: read(env, 'SEMAPHORE_GIT_PR_NUMBER'),
    projectSlug: read(env, 'SEMAPHORE_GIT_REPO_SLUG'),
    gitUrl: read(env, 'SEMAPHORE_GIT_URL'),
    pipelineId,
    pipelineUrl: whole`${site}/workflows/${read(env, 'SEMAPHORE_WORKFLOW_ID')}?pipeline_id=${pipelineId}`,
    jobId,
    jobUrl: whole`${site}/jobs/${jobId}`,
  };
}

/** Semaphore's images for jobs to start from: it can be pulled from only. */
function mirror(env: Env): readonly Registry[] {
  const host = hostOf(read(env, 'SEMAPHORE_REGISTRY_URL') ?? '');
  if (!host) return [];
  const usernameVar = 'SEMAPHORE_REGISTRY_USERNAME';
  const secretVar = nameIfSet(env, 'SEMAPHORE_REGISTRY_PASSWORD');
  return [{ host, username: read(env, usernameVar), usernameVar, secretVar }];
}

export const semaphore = {
  name: 'semaphore',
  detect: (env) => isMarked(env, 'SEMAPHORE'),
  clues,
} satisfies Provider;
