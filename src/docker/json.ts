/** A JSON object as it was read: keys in any letter case, values of any type. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a config file's text as Docker does: an empty text is an empty config, what follows the first value is left
 * alone (Go's json.Decoder). A byte order mark, on which Docker stumbles and then replaces the file, is white space.
 * Gives `undefined` when the text is not a JSON object.
 */
export function parseConfigText(text: string): JsonObject | undefined {
  const body = text.trim();
  if (body === '') return {};
  const value = tryParse(body) ?? tryParse(firstValue(body));
  return value === null ? {} : isObject(value) ? value : undefined;
}

/** `null` is a value; `undefined` says that the text is no JSON. The parser's message is dropped: it quotes secrets. */
function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const DEPTH = new Map([
  ['{', 1],
  ['[', 1],
  ['}', -1],
  [']', -1],
]);

function firstValue(text: string): string {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/gs)) {
    depth += DEPTH.get(token) ?? 0;
    if (depth === 0) return text.slice(0, index + token.length);
  }
  return text;
}

/**
 * The value of a key in any letter case, as Go's encoding/json matches names: its folding takes the long s (ſ) and the
 * Kelvin sign for `s` and `k`. Of several, objects are merged and the last of other values wins.
 */
export function pick(object: JsonObject, name: string): unknown {
  const found = Object.entries(object).filter(([key]) => fold(key) === fold(name));
  const values = found.map(([, value]) => value);
  const last = values.at(-1);
  return isObject(last) ? Object.fromEntries(values.filter(isObject).flatMap(Object.entries)) : last;
}

/** The object without the named keys, whatever their letter case. */
export const omit = (object: JsonObject, names: readonly string[]): JsonObject => {
  const folded = new Set(names.map(fold));
  return Object.fromEntries(Object.entries(object).filter(([key]) => !folded.has(fold(key))));
};

/** A key as Go's encoding/json compares it. */
export const fold = (name: string): string => name.toUpperCase().toLowerCase();
