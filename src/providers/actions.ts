// What GitHub Actions and those that are modelled on it have in common.

import { hostOf } from '../docker/registry.ts';
import { type Env, read } from '../env.ts';
import { whole } from '../url.ts';
import { nameIfSet } from './credentials.ts';
import { keyOf } from './facts.ts';
import type { Clues, Registry } from './provider.ts';

/** Reads a variable by its name after the prefix: `GITHUB_`, or the provider's own. */
export type Get = (name: string) => string | undefined;

/** The clues that all of them give in the same words. */
export function actionsClues(get: Get, serverUrl: string | undefined): Clues {
  const projectSlug = get('REPOSITORY');
  return {
    commit: get('SHA'),
    ref: get('REF'),
    tag: get('REF_TYPE') === 'tag' ? get('REF_NAME') : undefined,
    branch: get('HEAD_REF'),
    baseBranch: get('BASE_REF'),
    projectSlug,
    projectUrl: whole`${serverUrl}/${projectSlug}`,
    pipelineId: get('RUN_ID'),
    jobId: get('JOB'),
  };
}

/** The address of the server, without the slash that an administrator may have put behind it. */
export const serverUrlOf = (get: Get): string | undefined => get('SERVER_URL')?.replace(/(?<!\/)\/+$/, '');

/** The project's images in a registry: paths of images are in lower case. */
export const repoIn = (host: string | undefined, slug: string | undefined): string | undefined =>
  whole`${host}/${slug?.toLowerCase()}`;

/**
 * What Gitea and Forgejo share beyond that. Their server is a registry as well, but refuses the job's token when it
 * pushes (https://github.com/go-gitea/gitea/issues/23642): a user's own token goes in by `--login`.
 */
export function giteaClues(env: Env, get: Get, secretVar: string): Clues {
  const serverUrl = serverUrlOf(get);
  const clues = actionsClues(get, serverUrl);
  return {
    ...clues,
    // The legs of a matrix share run and job. On the bare host, each has a temporary directory of its own.
    jobKey: keyOf(env, 'GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_JOB', 'RUNNER_TEMP', 'RUNNER_NAME'),
    tempDir: read(env, 'RUNNER_TEMP'),
    registry: serverUrl ? ownRegistry(hostOf(serverUrl), clues, get, nameIfSet(env, secretVar)) : undefined,
  };
}

const ownRegistry = (
  host: string,
  { projectSlug }: Clues,
  get: Get,
  secretVar: string | undefined,
): Registry => ({
  host,
  repo: repoIn(host, projectSlug),
  username: get('ACTOR'),
  secretVar,
  canPush: false,
});
