// https://docs.github.com/en/actions/reference/workflows-and-actions/variables

import { type Credential, credential } from '../docker/credential.ts';
import { hostOf } from '../docker/registry.ts';
import { type Env, isMarked, read } from '../env.ts';
import { Secret } from '../secret.ts';
import type { Facts, Provider } from './provider.ts';

const LEGACY_REGISTRY = 'docker.pkg.github.com';

function facts(env: Env): Facts {
  const slug = read(env, 'GITHUB_REPOSITORY');
  const projectUrl = slug && `${serverUrl(env)}/${slug}`;
  const runId = read(env, 'GITHUB_RUN_ID');
  return {
    jobId: jobId(env),
    tempDir: read(env, 'RUNNER_TEMP'),
    repo: slug && `${packageRegistry(env)}/${slug.toLowerCase()}`,
    projectUrl,
    commit: read(env, 'GITHUB_SHA'),
    tag: read(env, 'GITHUB_REF_TYPE') === 'tag' ? read(env, 'GITHUB_REF_NAME') : undefined,
    links: [
      {
        variable: 'GITHUB_ACTIONS_RUN_URL',
        annotation: 'github.ci.werf.io/workflow-run-url',
        url: projectUrl && runId && `${projectUrl}/actions/runs/${runId}`,
      },
    ],
    hasColor: true,
  };
}

/** Run and job are the same in all legs of a matrix: the tracking id, or the runner's name, tells them apart. */
function jobId(env: Env): string | undefined {
  const runner = read(env, 'RUNNER_TRACKING_ID') ? 'RUNNER_TRACKING_ID' : 'RUNNER_NAME';
  const parts = ['GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', runner, 'GITHUB_JOB'];
  return read(env, 'GITHUB_RUN_ID') && parts.map((name) => read(env, name) ?? '').join('-');
}

const serverUrl = (env: Env): string =>
  read(env, 'GITHUB_SERVER_URL')?.replace(/\/+$/, '') ?? 'https://github.com';

/** A server of one's own (GHES) and GHE.com have their registry beside them: its token is never for ghcr.io. */
function packageRegistry(env: Env): string {
  const host = hostOf(serverUrl(env));
  return host === 'github.com' ? 'ghcr.io' : `containers.${host}`;
}

/** werf logs in to the old registry, and to that alone, when WERF_REPO lies there. */
function loginRegistry(env: Env): string {
  const registry = packageRegistry(env);
  const isLegacy = registry === 'ghcr.io' && hostOf(read(env, 'WERF_REPO') ?? '') === LEGACY_REGISTRY;
  return isLegacy ? LEGACY_REGISTRY : registry;
}

/** The token is in the environment only if the workflow passes it to the step. */
function credentials(env: Env): readonly Credential[] {
  const username = read(env, 'GITHUB_ACTOR');
  const secret = read(env, 'GITHUB_TOKEN');
  if (!username || !secret) return [];
  const registry = loginRegistry(env);
  return [
    credential({ registry, username, usernameFrom: 'GITHUB_ACTOR', secret, secretFrom: 'GITHUB_TOKEN' }),
  ];
}

function secretExports(env: Env): readonly (readonly [string, Secret])[] {
  const token = read(env, 'GITHUB_TOKEN');
  return token ? [['WERF_REPO_GITHUB_TOKEN', new Secret(token)]] : [];
}

export const github = {
  name: 'github',
  // Gitea and Forgejo set GITHUB_ACTIONS as well: github.com must never get their tokens, nor they its facts.
  detect: (env) =>
    isMarked(env, 'GITHUB_ACTIONS') && !isMarked(env, 'GITEA_ACTIONS') && !isMarked(env, 'FORGEJO_ACTIONS'),
  facts,
  credentials,
  hasRepoPerProject: true,
  secretExports,
} satisfies Provider;
