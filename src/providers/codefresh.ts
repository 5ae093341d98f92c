// https://codefresh.io/docs/docs/pipelines/variables/

import { type Env, isMarked, read } from '../env.ts';
import { whole } from '../url.ts';
import { keyOf } from './facts.ts';
import type { Clues, Provider } from './provider.ts';

const clues = (env: Env): Clues => ({
  jobKey: keyOf(env, 'CF_BUILD_ID', 'CF_STEP_NAME'),
  commit: read(env, 'CF_REVISION'),
  // A tag that is pushed without a release is in CF_BRANCH, where nothing tells it from a branch.
  tag: read(env, 'CF_RELEASE_TAG'),
  branch: read(env, 'CF_BRANCH'),
  baseBranch: read(env, 'CF_PULL_REQUEST_TARGET'),
  pr: read(env, 'CF_PULL_REQUEST_NUMBER'),
  projectSlug: whole`${read(env, 'CF_REPO_OWNER')}/${read(env, 'CF_REPO_NAME')}`,
  projectUrl: /^(.+?)(?:\/-)?\/commits?\//.exec(read(env, 'CF_COMMIT_URL') ?? '')?.[1],
  pipelineId: read(env, 'CF_BUILD_ID'),
  pipelineUrl: read(env, 'CF_BUILD_URL'),
  jobId: read(env, 'CF_BUILD_ID'),
  jobUrl: read(env, 'CF_BUILD_URL'),
});

export const codefresh = {
  name: 'codefresh',
  detect: (env) => isMarked(env, 'CF_BUILD_ID'),
  clues,
} satisfies Provider;
