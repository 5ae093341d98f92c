// https://docs.travis-ci.com/user/environment-variables/

import { type Env, isMarked, read } from '../env.ts';
import { keyOf } from './facts.ts';
import type { Clues, Provider } from './provider.ts';

/** No project URL: Travis does not say on which site the project lies. */
const clues = (env: Env): Clues => ({
  jobKey: keyOf(env, 'TRAVIS_JOB_ID'),
  tempDir: read(env, 'TRAVIS_TMPDIR'),
  commit: read(env, 'TRAVIS_COMMIT'),
  headSha: read(env, 'TRAVIS_PULL_REQUEST_SHA'),
  tag: read(env, 'TRAVIS_TAG'),
  // TRAVIS_BRANCH is the target of a pull request.
  branch: read(env, 'TRAVIS_PULL_REQUEST_BRANCH', 'TRAVIS_BRANCH'),
  baseBranch: read(env, 'TRAVIS_BRANCH'),
  pr: read(env, 'TRAVIS_PULL_REQUEST'),
  projectSlug: read(env, 'TRAVIS_REPO_SLUG'),
  pipelineId: read(env, 'TRAVIS_BUILD_ID'),
  pipelineUrl: read(env, 'TRAVIS_BUILD_WEB_URL'),
  jobId: read(env, 'TRAVIS_JOB_ID'),
  jobUrl: read(env, 'TRAVIS_JOB_WEB_URL'),
});

export const travis = {
  name: 'travis',
  detect: (env) => isMarked(env, 'TRAVIS'),
  clues,
} satisfies Provider;
