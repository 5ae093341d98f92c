import { type Base, emptyBase, rebase } from './base.ts';
import { overlay, type ReadConfig, readConfig, withCredentials } from './config.ts';
import type { Credential } from './credential.ts';
import { configFiles, type Files } from './files.ts';
import type { JsonObject } from './json.ts';

/** Where the content of a config dir comes from. */
export interface Sources {
  /** The directory that is inherited from; `undefined` when nothing is. */
  readonly base: Base | undefined;
  /** The object in DOCKER_AUTH_CONFIG. */
  readonly authConfig: JsonObject;
  readonly credentials: readonly Credential[];
}

export interface Plan {
  readonly files: Files;
  readonly warnings: readonly string[];
}

/**
 * Plans a config dir's files. Of one registry, the job's credential wins over DOCKER_AUTH_CONFIG, and that over the
 * base. Without a base, the whole of DOCKER_AUTH_CONFIG stands in for its config.json.
 */
export function planFiles({ base, authConfig, credentials }: Sources): Plan {
  const over = readConfig(authConfig, 'DOCKER_AUTH_CONFIG');
  const read = base ? merge(readConfig(base.object, 'the base config'), over) : over;
  const { config, warnings } = rebase(read, base ?? emptyBase);
  return { files: { ...base?.files, ...configFiles(withCredentials(config, credentials)) }, warnings };
}

const merge = (base: ReadConfig, over: ReadConfig): ReadConfig => ({
  config: overlay(base.config, over.config),
  warnings: [...base.warnings, ...over.warnings],
});
