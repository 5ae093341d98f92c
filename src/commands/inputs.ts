import { join, resolve } from 'node:path';
import { type Base, emptyBase } from '../docker/base.ts';
import type { JsonObject } from '../docker/json.ts';
import { type LoginClient, loginFiles } from '../docker/login-files.ts';
import type { Sources } from '../docker/plan.ts';
import { read } from '../env.ts';
import { UserError } from '../errors.ts';
import { readAuthConfig } from '../host/auth-config.ts';
import { readBaseDir } from '../host/base-dir.ts';
import { homeOf } from '../host/home.ts';
import { type LoginsRead, readLogins } from '../host/logins.ts';
import { projectIn } from '../host/werf-yaml.ts';
import type { Settings } from '../options/settings.ts';
import type { Given } from '../options/table.ts';
import type { Facts, Provider } from '../providers/provider.ts';
import type { Context } from './context.ts';

/** Everything that the files of the config dir are made of, but the job's own credentials. */
export interface Inherited extends Omit<Sources, 'credentials'> {
  readonly warnings: readonly string[];
}

export const inherited = (settings: Settings, context: Context): Inherited => ({
  base: inheritedBase(settings.given, context),
  authConfig: authConfigOf(settings.given, context),
  ...inheritedLogins(settings, context),
  // DOCKER_HOST beats every context (docker/cli command/cli.go `resolveContextName`).
  context: read(context.env, 'DOCKER_HOST') ? undefined : read(context.env, 'DOCKER_CONTEXT'),
});

const inherits = (given: Given): boolean => given.inherit !== 'none' && !given['use-docker-auth-config'];

/** The base config directory's content, unless nothing is to be inherited from it. */
function inheritedBase(given: Given, { env, cwd, platform }: Context): Base | undefined {
  if (!inherits(given)) return undefined;
  const home = homeOf(env, platform);
  const directory = given['docker-config'] ?? (home && join(home, '.docker'));
  return directory ? readBaseDir(resolve(cwd, directory), read(env, 'BUILDX_CONFIG')) : emptyBase;
}

/** What those of the clients that keep logins in files of their own have there. */
function inheritedLogins(
  { given, clients }: Settings,
  context: Context,
): Pick<Inherited, 'logins' | 'warnings'> {
  const names = Object.keys(loginFiles).filter((client) => clients.includes(client)) as LoginClient[];
  const found = names.map((client) => [client, loginsOf(client, given, context)] as const);
  return {
    logins: Object.fromEntries(found.map(([client, { sources }]) => [client, sources])),
    warnings: found.flatMap(([, { warnings }]) => warnings),
  };
}

function loginsOf(client: LoginClient, given: Given, { env, cwd, platform, uid }: Context): LoginsRead {
  if (!inherits(given)) return { sources: [], warnings: [] };
  return readLogins(loginFiles[client]({ env, home: homeOf(env, platform), platform, uid }), cwd);
}

/** What DOCKER_AUTH_CONFIG holds, nothing when it is not set; `--use-docker-auth-config` demands it. */
function authConfigOf(given: Given, { env, cwd }: Context): JsonObject {
  const value = read(env, 'DOCKER_AUTH_CONFIG');
  if (value) return readAuthConfig(value, cwd);
  if (!given['use-docker-auth-config']) return {};
  throw new UserError(
    'DOCKER_AUTH_CONFIG environment variable is not set, but --use-docker-auth-config flag is enabled.',
    { hint: 'set it to the JSON text of a config.json, or to the path of such a file' },
  );
}

/** The project's name in werf.yaml, read only where WERF_REPO will be made of it. */
export function projectOf(
  provider: Provider,
  facts: Facts,
  given: Given,
  { env, cwd }: Context,
): { readonly name: string | undefined; readonly warnings: readonly string[] } {
  if (!provider.hasRepoPerProject || !facts.registry?.repo || read(env, 'WERF_REPO'))
    return { name: undefined, warnings: [] };
  const project = projectIn(resolve(cwd, given.dir ?? '.'), given.config);
  const why = project && !project.name && `werf.yaml ${project.why}: WERF_REPO is not set, set it yourself.`;
  return { name: project?.name, warnings: why ? [why] : [] };
}
