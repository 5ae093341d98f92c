import { resolve } from 'node:path';
import { type JsonObject, parseConfigText } from '../docker/json.ts';
import { UserError } from '../errors.ts';
import { readTextFile } from './files.ts';

const HINT = 'set it to the JSON text of a config.json, or to the path of such a file, or unset it';

/**
 * Reads DOCKER_AUTH_CONFIG: JSON text, or the path of a file, for GitLab has variables of type "file"
 * (https://docs.gitlab.com/runner/configuration/advanced-configuration/). Its content is never repeated in an error.
 */
export function readAuthConfig(value: string, cwd: string): JsonObject {
  const isText = /^[\s\uFEFF]*\{/.test(value);
  const text = isText ? value : readTextFile(resolve(cwd, value), HINT);
  if (text === undefined)
    throw new UserError('DOCKER_AUTH_CONFIG is neither JSON nor the path of a file.', { hint: HINT });
  const object = parseConfigText(text);
  if (!object) throw new UserError('DOCKER_AUTH_CONFIG is not a JSON object.', { hint: HINT });
  return object;
}
