import { quote } from '../text.ts';
import type { ReadConfig } from './config.ts';
import type { Files } from './files.ts';
import { isObject, type JsonObject, omit, parseConfigText, pick } from './json.ts';

/** What the job inherits from a Docker config directory. */
export interface Base {
  readonly object: JsonObject;
  /** The directory of per-user CLI plugins, if there is one. */
  readonly cliPlugins?: string | undefined;
  /** The directory that `DOCKER_CERT_PATH` must name, if it holds TLS files. */
  readonly certPath?: string | undefined;
  /** Contexts and buildx builders, to be written into the config dir. */
  readonly files: Files;
}

export const emptyBase: Base = { object: {}, files: {} };

/**
 * Makes the rest of a config fit its new directory: plugins are found through `cliPluginsExtraDirs` (docker/cli
 * cli-plugins/manager `getPluginDirs`), and a `currentContext` whose context is not there goes, for it would make
 * every docker command fail.
 */
export function rebase({ config, warnings }: ReadConfig, { cliPlugins, files }: Base): ReadConfig {
  const context = pick(config.rest, 'currentContext');
  const dangling = typeof context === 'string' && !['', 'default', ...contextNames(files)].includes(context);
  const rest = withPlugins(dangling ? omit(config.rest, ['currentContext']) : config.rest, cliPlugins);
  return {
    config: { ...config, rest },
    warnings: dangling
      ? [...warnings, `the base config: its context ${quote(context)} is not there: dropped.`]
      : warnings,
  };
}

function withPlugins(rest: JsonObject, dir: string | undefined): JsonObject {
  if (!dir) return rest;
  const dirs = pick(rest, 'cliPluginsExtraDirs');
  return {
    ...omit(rest, ['cliPluginsExtraDirs']),
    cliPluginsExtraDirs: [...(Array.isArray(dirs) ? dirs : []), dir],
  };
}

const contextNames = (files: Files): readonly unknown[] =>
  Object.entries(files)
    .filter(([path]) => path.endsWith('/meta.json'))
    .map(([, content]) => parseConfigText(String(content)))
    .map((meta) => isObject(meta) && pick(meta, 'Name'));
