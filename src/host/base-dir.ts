import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Base, emptyBase } from '../docker/base.ts';
import { UserError } from '../errors.ts';
import { readConfigFile } from './config-file.ts';
import { statOf } from './files.ts';
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
  if (!isDirectory(dir)) return emptyBase;
  const below = (name: string): string | undefined => (exists(join(dir, name)) ? join(dir, name) : undefined);
  const trees = [...TREES, ...(buildxConfig ? [] : BUILDX)].map((path) => ({
    path,
    files: readTree(dir, path),
  }));
  return {
    object: readConfigFile(join(dir, 'config.json'), HINT) ?? {},
    cliPlugins: below('cli-plugins'),
    certPath: ['ca.pem', 'cert.pem', 'key.pem'].some(below) ? dir : undefined,
    files: Object.assign({}, ...trees.map(({ files }) => files)),
    left: trees.filter(({ files }) => !files).map(({ path }) => path),
  };
}

/** False when there is nothing; anything but a directory that may be looked at is an error. */
function isDirectory(dir: string): boolean {
  const stat = statOf(dir, HINT);
  if (stat && !stat.isDirectory())
    throw new UserError(`the base config directory ${dir} is not a directory.`, { hint: HINT });
  return stat !== undefined;
}

/** What may not be looked at, or leads in a circle, is not there for docker, either. */
function exists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
