// https://cloud.google.com/build/docs/configuring-builds/substitute-variable-values

import { type Env, read } from '../env.ts';
import { whole } from '../url.ts';
import { keyOf } from './facts.ts';
import type { Clues, Provider, Registry } from './provider.ts';

/** Only a build with `automapSubstitutions`, or `env:` of its own, has more in its environment than the marker. */
function clues(env: Env): Clues {
  const id = read(env, 'BUILD_ID');
  return {
    // Steps run side by side; each is a container with a host name of its own.
    jobKey: keyOf(env, 'BUILD_ID', 'HOSTNAME'),
    registry: registry(env),
    commit: read(env, 'COMMIT_SHA'),
    tag: read(env, 'TAG_NAME'),
    branch: read(env, 'BRANCH_NAME', '_HEAD_BRANCH'),
    baseBranch: read(env, '_BASE_BRANCH'),
    pr: read(env, '_PR_NUMBER'),
    projectSlug: read(env, 'REPO_FULL_NAME'),
    pipelineId: id,
    pipelineUrl: page(env, id),
    jobId: id,
    jobUrl: page(env, id),
  };
}

const page = (env: Env, id: string | undefined): string | undefined =>
  whole`https://console.cloud.google.com/cloud-build/builds;region=${read(env, 'LOCATION')}/${id}?project=${read(env, 'PROJECT_NUMBER')}`;

/** Artifact Registry of the build's region. Its secret takes a call to the metadata server. */
function registry(env: Env): Registry | undefined {
  const region = read(env, 'LOCATION');
  if (!region || region === 'global') return undefined;
  return { host: `${region}-docker.pkg.dev`, username: 'oauth2accesstoken' };
}

export const cloudbuild = {
  name: 'cloudbuild',
  // The one variable that every build has.
  detect: (env) => env['BUILDER_OUTPUT'] === '/builder/outputs',
  clues,
} satisfies Provider;
