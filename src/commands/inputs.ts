import { join, resolve } from 'node:path';
import type { Base } from '../docker/base.ts';
import type { JsonObject } from '../docker/json.ts';
import { read } from '../env.ts';
import { UserError } from '../errors.ts';
import { readAuthConfig } from '../host/auth-config.ts';
import { readBaseDir } from '../host/base-dir.ts';
import { homeOf } from '../host/home.ts';
import { projectIn } from '../host/werf-yaml.ts';
import type { Given } from '../options/table.ts';
import type { Facts, Provider } from '../providers/provider.ts';
import type { Context } from './context.ts';

/** The base config directory's content, unless nothing is to be inherited from it. */
export function inheritedBase(given: Given, { env, cwd, platform }: Context): Base | undefined {
  if (given.inherit === 'none' || given['use-docker-auth-config']) return undefined;
  return readBaseDir(resolve(cwd, given['docker-config'] ?? join(homeOf(env, platform), '.docker')));
}

/** What DOCKER_AUTH_CONFIG holds, nothing when it is not set; `--use-docker-auth-config` demands it. */
export function authConfigOf(given: Given, { env, cwd }: Context): JsonObject {
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
