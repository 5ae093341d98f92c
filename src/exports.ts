import { join } from 'node:path';
import { type Env, read } from './env.ts';
import { UserError } from './errors.ts';
import { linksOf } from './providers/links.ts';
import type { Facts, Provider } from './providers/provider.ts';
import { whole } from './url.ts';

/** One variable for the caller's shell; `null` unsets it. */
export interface Export {
  readonly name: string;
  readonly value: string | null;
}

/** `override` always wins over a preset, `default` yields to one that is not empty. */
type Row = readonly [name: string, kind: 'override' | 'default', value: string | undefined];

/** What the exports are made of, beside the environment. */
export interface Job {
  readonly provider: Provider;
  readonly facts: Facts;
  readonly configDir: string;
  /** Registry clients whose variables are wanted: docker's always are. */
  readonly clients: readonly string[];
  /** Where the base config directory has TLS files. */
  readonly certPath?: string | undefined;
  /** A client of the job asks Amazon's credential helper. */
  readonly usesEcrLogin?: boolean;
  /** The project's name in werf.yaml, where the provider keeps a repository per project. */
  readonly project?: string | undefined;
}

/**
 * The job's exports, in the order of `werf ci-env`. Never an empty value: a variable that must win and has no value is
 * unset when the caller has one, for that is of another job or step.
 */
export const exportsFor = (job: Job, env: Env): readonly Export[] =>
  [
    ...clientRows(job, env),
    ...repoRows(job),
    ...annotationRows(job, env),
    ...secretRows(job, env),
    ...logRows(job),
  ]
    .flatMap((row) => settle(row, env))
    .map(checked);

/** Node reads bytes that are no UTF-8 as U+FFFD: what we would export is not what the job was given. */
function checked(item: Export): Export {
  if (!item.value?.includes('\uFFFD')) return item;
  throw new UserError(`the value for ${item.name} is not UTF-8.`, {
    hint: 'set the variable that it is made of to UTF-8 text',
  });
}

function settle([name, kind, value]: Row, env: Env): Export[] {
  if (kind === 'default') return value && !read(env, name) ? [{ name, value }] : [];
  if (value) return [{ name, value }];
  return env[name] === undefined ? [] : [{ name, value: null }];
}

function clientRows({ configDir, clients, certPath, usesEcrLogin }: Job, env: Env): readonly Row[] {
  const file = (client: string, variable: string, name: string): Row[] =>
    clients.includes(client) ? [[variable, 'override', join(configDir, name)]] : [];
  return [
    ['DOCKER_CONFIG', 'override', configDir],
    ['WERF_DOCKER_CONFIG', 'override', configDir],
    ...file('podman', 'REGISTRY_AUTH_FILE', 'auth.json'),
    ...file('helm', 'HELM_REGISTRY_CONFIG', 'helm.json'),
    ['DOCKER_CERT_PATH', 'default', read(env, 'DOCKER_TLS_VERIFY') && certPath],
    // Amazon's helper would share ~/.ecr, and fail at `docker login` (amazon-ecr-credential-helper README).
    ['AWS_ECR_CACHE_DIR', 'default', usesEcrLogin ? join(configDir, 'ecr') : undefined],
    ['AWS_ECR_IGNORE_CREDS_STORAGE', 'default', usesEcrLogin ? 'true' : undefined],
    // Docker (28.3 and later) prefers its entries to config.json, which holds them now (docker/cli file.go).
    ['DOCKER_AUTH_CONFIG', 'override', undefined],
  ];
}

const repoRows = ({ provider, facts, project }: Job): readonly Row[] => [
  [
    'WERF_REPO',
    'default',
    provider.hasRepoPerProject ? whole`${facts.registry?.repo}/${project}` : facts.registry?.repo,
  ],
  ['WERF_REPO_CONTAINER_REGISTRY', 'default', facts.repoKind],
  ['WERF_ENV', 'default', facts.environmentSlug],
];

/** Facts of the job win over a preset: it may be of another job. */
function annotationRows({ provider, facts }: Job, env: Env): readonly Row[] {
  const annotation = (variable: string, name: string, value: string | undefined): Row => [
    `WERF_ADD_ANNOTATION_${variable}`,
    'override',
    value && `${name}=${value}`,
  ];
  return [
    annotation('WERF_RELEASE_CHANNEL', 'werf.io/release-channel', read(env, 'TRDL_USE_WERF_GROUP_CHANNEL')),
    annotation('PROJECT_GIT', 'project.werf.io/git', facts.projectUrl),
    annotation('CI_COMMIT', 'ci.werf.io/commit', facts.commit),
    annotation('CI_GIT_TAG', 'ci.werf.io/tag', facts.tag),
    ...linksOf(provider, facts).map(({ variable, annotation: name, url }) => annotation(variable, name, url)),
  ];
}

const secretRows = ({ provider }: Job, env: Env): readonly Row[] =>
  (provider.secretExports?.(env) ?? []).map(([name, secret]) => [name, 'default', secret.reveal()]);

const logRows = ({ facts }: Job): readonly Row[] => [
  ['WERF_LOG_COLOR_MODE', 'default', facts.losesColor ? 'off' : 'on'],
  ['WERF_LOG_PROJECT_DIR', 'default', '1'],
  ['WERF_ENABLE_PROCESS_EXTERMINATOR', 'default', '1'],
  ['WERF_LOG_TERMINAL_WIDTH', 'default', '130'],
];
