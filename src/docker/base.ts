import { quote } from '../text.ts';
import type { Files } from './files.ts';
import { isObject, type JsonObject, omit, parseConfigText, pick } from './json.ts';

/** What the job inherits from a Docker config directory. */
export interface Base {
  readonly object: JsonObject;
  /** The directory of per-user CLI plugins, if there is one. */
  readonly cliPlugins?: string | undefined;
  /** The directory that `DOCKER_CERT_PATH` must name, if it holds TLS files. */
  readonly certPath?: string | undefined;
  /** Contexts, trust data and buildx builders, to be written into the config dir. */
  readonly files: Files;
  /** Directories of these that hold too much to be copied. */
  readonly left: readonly string[];
}

export const emptyBase: Base = { object: {}, files: {}, left: [] };

/** What of a config.json is not about logins. */
interface Rest {
  readonly rest: JsonObject;
  readonly warnings: readonly string[];
}

/**
 * Makes the rest of a config fit its new directory: plugins are found through `cliPluginsExtraDirs` (docker/cli
 * cli-plugins/manager `getPluginDirs`), and a `currentContext` whose context is not there goes, for it would make
 * every docker command fail. `context` is the one that DOCKER_CONTEXT demands.
 */
export function rebase(rest: JsonObject, { cliPlugins, files, left }: Base, context?: string): Rest {
  const names = ['', 'default', ...contextNames(files)];
  const missing = (name: unknown): string[] =>
    typeof name === 'string' && !names.includes(name) ? [name] : [];
  const dangling = missing(pick(rest, 'currentContext'));
  return {
    rest: withPlugins(dangling.length > 0 ? omit(rest, ['currentContext']) : rest, cliPlugins),
    warnings: [
      ...left.map((path) => `the base config: ${path} holds more than a job can copy: left out.`),
      ...dangling.map((name) => `the base config: its context ${quote(name)} is not there: dropped.`),
      ...missing(context).map(
        (name) =>
          `DOCKER_CONTEXT is ${quote(name)}, a context that the job does not have: docker will not start.`,
      ),
    ],
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
    .filter(([path]) => path.startsWith('contexts/') && path.endsWith('/meta.json'))
    .map(([, content]) => parseConfigText(String(content)))
    .map((meta) => isObject(meta) && pick(meta, 'Name'));
