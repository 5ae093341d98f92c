// https://learn.microsoft.com/azure/devops/pipelines/build/variables

import { type Env, isMarked, read } from '../env.ts';
import { whole } from '../url.ts';
import { keyOf } from './facts.ts';
import type { Clues, Provider } from './provider.ts';

function clues(env: Env): Clues {
  const team = read(env, 'SYSTEM_TEAMPROJECT');
  const site = read(env, 'SYSTEM_COLLECTIONURI')?.replace(/(?<!\/)\/+$/, '');
  const pipelineId = read(env, 'BUILD_BUILDID');
  const jobId = read(env, 'SYSTEM_JOBID');
  const pipelineUrl = whole`${site}/${team && encodeURIComponent(team)}/_build/results?buildId=${pipelineId}`;
  return {
    // The job's id is made of its name: every run of the pipeline has the same.
    jobKey: keyOf(
      env,
      'BUILD_BUILDID',
      'SYSTEM_JOBID',
      'SYSTEM_JOBATTEMPT',
      'AGENT_ID',
      'SYSTEM_COLLECTIONID',
    ),
    tempDir: read(env, 'AGENT_TEMPDIRECTORY'),
    commit: read(env, 'BUILD_SOURCEVERSION'),
    headSha: read(env, 'SYSTEM_PULLREQUEST_SOURCECOMMITID'),
    // Not BUILD_SOURCEBRANCHNAME: that is what stands behind the last slash.
    ref: read(env, 'BUILD_SOURCEBRANCH'),
    branch: read(env, 'SYSTEM_PULLREQUEST_SOURCEBRANCH'),
    baseBranch: read(env, 'SYSTEM_PULLREQUEST_TARGETBRANCH'),
    // The number is GitHub's; for a repository of Azure the id is what people see.
    pr: read(env, 'SYSTEM_PULLREQUEST_PULLREQUESTNUMBER', 'SYSTEM_PULLREQUEST_PULLREQUESTID'),
    projectSlug: slug(env, team),
    gitUrl: read(env, 'BUILD_REPOSITORY_URI'),
    pipelineId,
    pipelineUrl,
    jobId,
    jobUrl: whole`${pipelineUrl}&view=logs&j=${jobId}`,
    environment: read(env, 'ENVIRONMENT_NAME'),
  };
}

/** The name of a repository of Azure is that within its project. */
function slug(env: Env, team: string | undefined): string | undefined {
  const name = read(env, 'BUILD_REPOSITORY_NAME');
  return read(env, 'BUILD_REPOSITORY_PROVIDER') === 'TfsGit' ? whole`${team}/${name}` : name;
}

export const azure = {
  name: 'azure',
  detect: (env) => isMarked(env, 'TF_BUILD'),
  clues,
} satisfies Provider;
