import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { type Project, readProject } from '../werf-yaml.ts';
import { readTextFile } from './files.ts';

const HINT = 'mend it, name another file with --config, or set WERF_REPO';

/**
 * Reads the project's name from `config`, or from werf.yaml or werf.yml; paths are seen from `dir`. `undefined` when
 * there is no such file, which is normal, but not for a file that was named.
 */
export function projectIn(dir: string, config: string | undefined): Project | undefined {
  const names = config === undefined ? ['werf.yaml', 'werf.yml'] : [config];
  for (const name of names) {
    const text = readTextFile(resolve(dir, name), HINT);
    if (text !== undefined) return readProject(text);
  }
  if (config !== undefined) throw new UserError(`there is no file ${resolve(dir, config)}.`, { hint: HINT });
  return undefined;
}
