// Facts that the environment has only if the pipeline puts them there, under names of our own.

import { type Env, read } from '../env.ts';
import { keyOf } from './facts.ts';
import type { Clues } from './provider.ts';

/** What a pipeline says in `WERF_CI_*`; all of it may be missing. */
export const namedClues = (env: Env): Clues => ({
  jobKey: keyOf(env, 'WERF_CI_JOB_ID'),
  commit: read(env, 'WERF_CI_COMMIT'),
  tag: read(env, 'WERF_CI_TAG'),
  branch: read(env, 'WERF_CI_BRANCH'),
  projectUrl: read(env, 'WERF_CI_PROJECT_URL'),
  pipelineId: read(env, 'WERF_CI_PIPELINE_ID'),
  pipelineUrl: read(env, 'WERF_CI_PIPELINE_URL'),
  jobId: read(env, 'WERF_CI_JOB_ID'),
  jobUrl: read(env, 'WERF_CI_JOB_URL'),
  environment: read(env, 'WERF_CI_ENVIRONMENT'),
});
