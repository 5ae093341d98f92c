// https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables

import { type Env, isMarked, read } from '../env.ts';
import { keyOf } from './facts.ts';
import type { Clues, Provider } from './provider.ts';

/** Pull requests come from multibranch jobs (CHANGE_*), or from the plugins ghprb and gitlab-plugin. */
const clues = (env: Env): Clues => ({
  // Parallel parts of a build have executors of their own; several Jenkins may share a host.
  jobKey: keyOf(env, 'BUILD_NUMBER', 'EXECUTOR_NUMBER', 'NODE_NAME', 'BUILD_TAG', 'JENKINS_URL'),
  tempDir: read(env, 'WORKSPACE_TMP'),
  commit: read(env, 'GIT_COMMIT'),
  tag: read(env, 'TAG_NAME'),
  branch: branch(env),
  baseBranch: read(env, 'CHANGE_TARGET', 'ghprbTargetBranch', 'gitlabTargetBranch'),
  pr: read(env, 'CHANGE_ID', 'ghprbPullId', 'gitlabMergeRequestIid'),
  gitUrl: read(env, 'GIT_URL'),
  pipelineId: read(env, 'BUILD_NUMBER'),
  pipelineUrl: read(env, 'BUILD_URL'),
  jobId: read(env, 'BUILD_TAG'),
  jobUrl: read(env, 'BUILD_URL'),
});

/** BRANCH_NAME is `PR-42` for a pull request; GIT_BRANCH has the name of the remote outside of multibranch jobs. */
function branch(env: Env): string | undefined {
  const source = read(env, 'CHANGE_BRANCH', 'ghprbSourceBranch', 'gitlabSourceBranch');
  if (source || read(env, 'CHANGE_ID')) return source;
  return read(env, 'BRANCH_NAME') ?? read(env, 'GIT_BRANCH')?.replace(/^origin\//, '');
}

export const jenkins = {
  name: 'jenkins',
  // JENKINS_URL is set only where somebody has configured it.
  detect: (env) =>
    isMarked(env, 'BUILD_TAG', 'BUILD_ID') && (isMarked(env, 'JENKINS_URL') || isMarked(env, 'JENKINS_HOME')),
  clues,
} satisfies Provider;
