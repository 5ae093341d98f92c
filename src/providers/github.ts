// https://docs.github.com/en/actions/reference/workflows-and-actions/variables

import { isObject, parseConfigText } from '../docker/json.ts';
import { hostOf } from '../docker/registry.ts';
import { type Env, isMarked, read } from '../env.ts';
import { Secret } from '../secret.ts';
import { whole } from '../url.ts';
import { actionsClues, type Get, repoIn, serverUrlOf } from './actions.ts';
import { nameIfSet } from './credentials.ts';
import { keyOf } from './facts.ts';
import type { Clues, Provider, ReadFile, Registry } from './provider.ts';

const LEGACY_REGISTRY = 'docker.pkg.github.com';

function clues(env: Env, readFile: ReadFile): Clues {
  const get: Get = (name) => read(env, `GITHUB_${name}`);
  const serverUrl = serverUrlOf(get) ?? 'https://github.com';
  const common = actionsClues(get, serverUrl);
  return {
    ...common,
    ...pullRequest(get, readFile),
    jobKey: jobKey(env),
    tempDir: read(env, 'RUNNER_TEMP'),
    registry: registry(env, hostOf(serverUrl), common.projectSlug),
    pipelineUrl: whole`${common.projectUrl}/actions/runs/${common.pipelineId}`,
  };
}

/** Only the event's file has the head of a pull request, and of a `pull_request_target` the number. */
function pullRequest(get: Get, readFile: ReadFile): Pick<Clues, 'pr' | 'headSha'> {
  const path = get('EVENT_NAME')?.startsWith('pull_request') && get('EVENT_PATH');
  const event = path ? parseConfigText(readFile(path) ?? '') : undefined;
  const { number, head } = objectIn(event?.['pull_request']);
  const { sha } = objectIn(head);
  return {
    pr: typeof number === 'number' ? String(number) : undefined,
    headSha: typeof sha === 'string' ? sha : undefined,
  };
}

const objectIn = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});

/**
 * Run and job are the same in all legs of a matrix: the tracking id, or the runner's name, tells them apart. With act
 * (https://github.com/nektos/act) every run has the id 1.
 */
function jobKey(env: Env): string | undefined {
  const runner = read(env, 'RUNNER_TRACKING_ID') ? 'RUNNER_TRACKING_ID' : 'RUNNER_NAME';
  return isMarked(env, 'ACT')
    ? undefined
    : keyOf(env, 'GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', runner, 'GITHUB_JOB');
}

/** The token is in the environment only if the workflow passes it to the step. act's user is none of GitHub's. */
function registry(env: Env, server: string, slug: string | undefined): Registry {
  const host = packageRegistry(server);
  return {
    host: isLegacy(env, host) ? LEGACY_REGISTRY : host,
    repo: repoIn(host, slug),
    username: isMarked(env, 'ACT') ? undefined : read(env, 'GITHUB_ACTOR'),
    usernameVar: 'GITHUB_ACTOR',
    secretVar: nameIfSet(env, 'GITHUB_TOKEN'),
  };
}

/** A server of one's own (GHES) and GHE.com have their registry beside them: its token is never for ghcr.io. */
const packageRegistry = (server: string): string =>
  server === 'github.com' ? 'ghcr.io' : `containers.${server}`;

/** werf logs in to the old registry, and to that alone, when WERF_REPO lies there. */
const isLegacy = (env: Env, registry: string): boolean =>
  registry === 'ghcr.io' && hostOf(read(env, 'WERF_REPO') ?? '') === LEGACY_REGISTRY;

function secretExports(env: Env): readonly (readonly [string, Secret])[] {
  const token = read(env, 'GITHUB_TOKEN');
  return token ? [['WERF_REPO_GITHUB_TOKEN', new Secret(token)]] : [];
}

export const github = {
  name: 'github',
  detect: (env) => isMarked(env, 'GITHUB_ACTIONS'),
  clues,
  hasRepoPerProject: true,
  links: { pipelineUrl: ['GITHUB_ACTIONS_RUN_URL', 'workflow-run-url'] },
  secretExports,
} satisfies Provider;
