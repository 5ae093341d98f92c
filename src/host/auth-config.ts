import { resolve } from 'node:path';
import { type JsonObject, parseConfigText } from '../docker/json.ts';
import { UserError } from '../errors.ts';
import { readTextFile } from './files.ts';

const HINT = 'set it to the JSON text of a config.json, or to the path of such a file, or unset it';

/**
 * Reads DOCKER_AUTH_CONFIG: JSON text, or the path of a file, for GitLab has variables of type "file"
 * (https://docs.gitlab.com/runner/configuration/advanced-configuration/). No error repeats the value: what is meant as
 * a path may be a secret in another form, such as base64.
 */
export function readAuthConfig(value: string, cwd: string): JsonObject {
  const isText = /^[\s\uFEFF]*\{/.test(value);
  const text = isText ? value : readQuietly(resolve(cwd, value));
  const object = text === undefined ? undefined : parseConfigText(text);
  if (object) return object;
  throw new UserError('DOCKER_AUTH_CONFIG is neither a JSON object nor the path of a file that holds one.', {
    hint: HINT,
  });
}

function readQuietly(path: string): string | undefined {
  try {
    return readTextFile(path, HINT);
  } catch {
    return undefined;
  }
}
