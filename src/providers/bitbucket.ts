// https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/

import { type Env, isMarked, read } from '../env.ts';
import { whole } from '../url.ts';
import { keyOf } from './facts.ts';
import type { Clues, Provider, Registry } from './provider.ts';

const SITE = 'https://bitbucket.org';

function clues(env: Env): Clues {
  const projectSlug = read(env, 'BITBUCKET_REPO_FULL_NAME');
  const projectUrl = whole`${SITE}/${projectSlug}`;
  const pipelineUrl = whole`${projectUrl}/pipelines/results/${read(env, 'BITBUCKET_BUILD_NUMBER')}`;
  const step = read(env, 'BITBUCKET_STEP_UUID');
  return {
    jobKey: keyOf(env, 'BITBUCKET_STEP_UUID', 'BITBUCKET_STEP_RUN_NUMBER'),
    tempDir: read(env, 'TMPDIR'),
    registry: registry(env),
    commit: read(env, 'BITBUCKET_COMMIT'),
    tag: read(env, 'BITBUCKET_TAG'),
    branch: read(env, 'BITBUCKET_BRANCH'),
    baseBranch: read(env, 'BITBUCKET_PR_DESTINATION_BRANCH'),
    pr: read(env, 'BITBUCKET_PR_ID'),
    projectSlug,
    projectUrl,
    pipelineId: read(env, 'BITBUCKET_PIPELINE_UUID'),
    pipelineUrl,
    jobId: step,
    jobUrl: whole`${pipelineUrl}/steps/${step && encodeURIComponent(step)}`,
    environment: read(env, 'BITBUCKET_DEPLOYMENT_ENVIRONMENT'),
  };
}

/** Only workspaces that have Packages: https://support.atlassian.com/bitbucket-cloud/docs/set-up-and-use-packages/ */
function registry(env: Env): Registry | undefined {
  if (!read(env, 'BITBUCKET_PACKAGES_TOKEN')) return undefined;
  return {
    host: 'crg.apkg.io',
    repo: whole`crg.apkg.io/${read(env, 'BITBUCKET_WORKSPACE')}`,
    username: read(env, 'BITBUCKET_PACKAGES_USERNAME'),
    usernameVar: 'BITBUCKET_PACKAGES_USERNAME',
    secretVar: 'BITBUCKET_PACKAGES_TOKEN',
  };
}

export const bitbucket = {
  name: 'bitbucket',
  detect: (env) => isMarked(env, 'BITBUCKET_BUILD_NUMBER', 'BITBUCKET_COMMIT'),
  clues,
  hasRepoPerProject: true,
} satisfies Provider;
