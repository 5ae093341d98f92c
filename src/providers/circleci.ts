// https://circleci.com/docs/reference/variables/

import { type Env, isMarked, read } from '../env.ts';
import { whole } from '../url.ts';
import { keyOf } from './facts.ts';
import type { Clues, Provider } from './provider.ts';

const clues = (env: Env): Clues => ({
  // The nodes of `parallelism` share the job's id.
  jobKey: keyOf(env, 'CIRCLE_WORKFLOW_JOB_ID', 'CIRCLE_NODE_INDEX'),
  commit: read(env, 'CIRCLE_SHA1'),
  tag: read(env, 'CIRCLE_TAG'),
  branch: read(env, 'CIRCLE_BRANCH'),
  // The number is there for forks only, the address of the pull request for all.
  pr: read(env, 'CIRCLE_PR_NUMBER') ?? /(?<!\d)\d+$/.exec(read(env, 'CIRCLE_PULL_REQUEST') ?? '')?.[0],
  projectSlug: whole`${read(env, 'CIRCLE_PROJECT_USERNAME')}/${read(env, 'CIRCLE_PROJECT_REPONAME')}`,
  gitUrl: read(env, 'CIRCLE_REPOSITORY_URL'),
  pipelineId: read(env, 'CIRCLE_PIPELINE_ID'),
  pipelineUrl: whole`https://app.circleci.com/pipelines/workflows/${read(env, 'CIRCLE_WORKFLOW_ID')}`,
  jobId: read(env, 'CIRCLE_WORKFLOW_JOB_ID'),
  jobUrl: read(env, 'CIRCLE_BUILD_URL'),
});

export const circleci = {
  name: 'circleci',
  detect: (env) => isMarked(env, 'CIRCLECI'),
  clues,
} satisfies Provider;
