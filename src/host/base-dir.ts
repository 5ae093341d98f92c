import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Base } from '../docker/base.ts';
import { type JsonObject, parseConfigText } from '../docker/json.ts';
import { UserError } from '../errors.ts';
import { readTextFile } from './files.ts';
import { readTree } from './tree.ts';

const HINT =
  'mend it, name another directory with --docker-config, or take nothing from it with --inherit none';

/** Reads what a job inherits from a Docker config directory; one that is not there gives nothing. Never writes. */
export function readBaseDir(dir: string): Base {
  const below = (name: string): string | undefined => (exists(join(dir, name)) ? join(dir, name) : undefined);
  const file = join(dir, 'config.json');
  return {
    object: parse(readTextFile(file, HINT) ?? '', file),
    cliPlugins: below('cli-plugins'),
    certPath: ['ca.pem', 'cert.pem', 'key.pem'].some(below) ? dir : undefined,
    files: readTree(dir, ['contexts', 'buildx/current', 'buildx/defaults', 'buildx/instances']),
  };
}

/** Never repeats the parser's message: it quotes the text around the fault, and there may be a secret in it. */
function parse(text: string, file: string): JsonObject {
  const object = parseConfigText(text);
  if (!object) throw new UserError(`${file} is not a JSON object.`, { hint: HINT });
  return object;
}

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;
