// https://cirrus-ci.org/guide/writing-tasks/#environment-variables

import { type Env, isMarked, read } from '../env.ts';
import { whole } from '../url.ts';
import { keyOf } from './facts.ts';
import type { Clues, Provider } from './provider.ts';

function clues(env: Env): Clues {
  const pipelineId = read(env, 'CIRRUS_BUILD_ID');
  const jobId = read(env, 'CIRRUS_TASK_ID');
  const pr = read(env, 'CIRRUS_PR');
  return {
    jobKey: keyOf(env, 'CIRRUS_TASK_ID'),
    commit: read(env, 'CIRRUS_CHANGE_IN_REPO'),
    tag: read(env, 'CIRRUS_TAG'),
    // For a pull request it is `pull/<number>`.
    branch: pr ? undefined : read(env, 'CIRRUS_BRANCH'),
    baseBranch: read(env, 'CIRRUS_BASE_BRANCH'),
    pr,
    projectSlug: read(env, 'CIRRUS_REPO_FULL_NAME'),
    gitUrl: read(env, 'CIRRUS_REPO_CLONE_URL'),
    pipelineId,
    pipelineUrl: whole`https://cirrus-ci.com/build/${pipelineId}`,
    jobId,
    jobUrl: whole`https://cirrus-ci.com/task/${jobId}`,
  };
}

export const cirrus = {
  name: 'cirrus',
  detect: (env) => isMarked(env, 'CIRRUS_CI'),
  clues,
} satisfies Provider;
