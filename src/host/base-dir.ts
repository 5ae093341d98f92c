import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Base } from '../docker/base.ts';
import { UserError } from '../errors.ts';
import { readConfigFile } from './config-file.ts';
import { readTree } from './tree.ts';

const HINT =
  'mend it, name another directory with --docker-config, or take nothing from it with --inherit none';

const TREES = ['contexts/meta', 'contexts/tls', 'trust/private', 'trust/tuf'];
const BUILDX = ['buildx/current', 'buildx/defaults', 'buildx/instances'];

/**
 * Reads what a job inherits from a Docker config directory; one that is not there gives nothing. Never writes. The
 * builders are left where BUILDX_CONFIG names another place for them (docker/buildx util/confutil/config.go).
 */
export function readBaseDir(dir: string, buildxConfig?: string): Base {
  const below = (name: string): string | undefined => (exists(join(dir, name)) ? join(dir, name) : undefined);
  const trees = [...TREES, ...(buildxConfig ? [] : BUILDX)].map((path) => ({
    path,
    files: readTree(dir, path),
  }));
  if (isFile(dir)) throw new UserError(`the base config directory ${dir} is a file.`, { hint: HINT });
  return {
    object: readConfigFile(join(dir, 'config.json'), HINT) ?? {},
    cliPlugins: below('cli-plugins'),
    certPath: ['ca.pem', 'cert.pem', 'key.pem'].some(below) ? dir : undefined,
    files: Object.assign({}, ...trees.map(({ files }) => files)),
    left: trees.filter(({ files }) => !files).map(({ path }) => path),
  };
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** What may not be looked at, or leads in a circle, is not there for docker, either. */
function exists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
