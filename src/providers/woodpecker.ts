// https://woodpecker-ci.org/docs/usage/environment

import { type Env, read } from '../env.ts';
import { whole } from '../url.ts';
import { keyOf } from './facts.ts';
import type { Clues, Provider } from './provider.ts';

const clues = (env: Env): Clues => ({
  // Pipelines are numbered within a project, steps within a pipeline.
  jobKey: keyOf(
    env,
    'CI_PIPELINE_NUMBER',
    'CI_WORKFLOW_NUMBER',
    'CI_STEP_NUMBER',
    'CI_REPO',
    'CI_SYSTEM_HOST',
  ),
  commit: read(env, 'CI_COMMIT_SHA'),
  ref: read(env, 'CI_COMMIT_REF'),
  tag: read(env, 'CI_COMMIT_TAG'),
  // CI_COMMIT_BRANCH is the target of a pull request.
  branch: read(env, 'CI_COMMIT_SOURCE_BRANCH', 'CI_COMMIT_BRANCH'),
  baseBranch: read(env, 'CI_COMMIT_TARGET_BRANCH'),
  pr: read(env, 'CI_COMMIT_PULL_REQUEST'),
  projectSlug: read(env, 'CI_REPO'),
  projectUrl: read(env, 'CI_REPO_URL'),
  pipelineId: read(env, 'CI_PIPELINE_NUMBER'),
  pipelineUrl: read(env, 'CI_PIPELINE_URL'),
  jobId: whole`${read(env, 'CI_PIPELINE_NUMBER')}.${read(env, 'CI_STEP_NUMBER')}`,
  jobUrl: read(env, 'CI_STEP_URL'),
  environment: read(env, 'CI_PIPELINE_DEPLOY_TARGET'),
  serverVersion: read(env, 'CI_SYSTEM_VERSION'),
});

export const woodpecker = {
  name: 'woodpecker',
  detect: (env) => env['CI'] === 'woodpecker' || env['CI_SYSTEM_NAME'] === 'woodpecker',
  clues,
} satisfies Provider;
