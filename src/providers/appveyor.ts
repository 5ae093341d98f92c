// https://www.appveyor.com/docs/environment-variables/

import { type Env, isMarked, read } from '../env.ts';
import { whole } from '../url.ts';
import { keyOf } from './facts.ts';
import type { Clues, Provider } from './provider.ts';

function clues(env: Env): Clues {
  const projectSlug = read(env, 'APPVEYOR_REPO_NAME');
  const jobId = read(env, 'APPVEYOR_JOB_ID');
  const pipelineId = read(env, 'APPVEYOR_BUILD_ID');
  const project = whole`${read(env, 'APPVEYOR_ACCOUNT_NAME')}/${read(env, 'APPVEYOR_PROJECT_SLUG')}`;
  const pipelineUrl = whole`${read(env, 'APPVEYOR_URL')}/project/${project}/builds/${pipelineId}`;
  return {
    jobKey: keyOf(env, 'APPVEYOR_JOB_ID'),
    commit: read(env, 'APPVEYOR_REPO_COMMIT'),
    headSha: read(env, 'APPVEYOR_PULL_REQUEST_HEAD_COMMIT'),
    tag: isMarked(env, 'APPVEYOR_REPO_TAG') ? read(env, 'APPVEYOR_REPO_TAG_NAME') : undefined,
    // APPVEYOR_REPO_BRANCH is the target of a pull request.
    branch: read(env, 'APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH', 'APPVEYOR_REPO_BRANCH'),
    baseBranch: read(env, 'APPVEYOR_REPO_BRANCH'),
    pr: read(env, 'APPVEYOR_PULL_REQUEST_NUMBER'),
    projectSlug,
    projectUrl: whole`${SITES[read(env, 'APPVEYOR_REPO_PROVIDER') ?? '']}/${projectSlug}`,
    pipelineId,
    pipelineUrl,
    jobId,
    jobUrl: whole`${pipelineUrl}/job/${jobId}`,
  };
}

const SITES: Readonly<Record<string, string>> = {
  bitBucket: 'https://bitbucket.org',
  gitHub: 'https://github.com',
  gitLab: 'https://gitlab.com',
};

export const appveyor = {
  name: 'appveyor',
  detect: (env) => isMarked(env, 'APPVEYOR'),
  clues,
} satisfies Provider;
