import { type JsonObject, parseConfigText } from '../docker/json.ts';
import { UserError } from '../errors.ts';
import { readTextFile } from './files.ts';

/** The object in a client's config file, or `undefined` when there is no such file. */
export function readConfigFile(file: string, hint: string): JsonObject | undefined {
  const text = readTextFile(file, hint);
  return text === undefined ? undefined : parseConfig(text, file, hint);
}

/** Never repeats the parser's message: it quotes the text around the fault, and there may be a secret in it. */
export function parseConfig(text: string, file: string, hint: string): JsonObject {
  const object = parseConfigText(text);
  if (!object) throw new UserError(`${file} is not a JSON object.`, { hint });
  return object;
}
