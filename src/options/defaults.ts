import { type Env, read } from '../env.ts';
import { quote } from '../text.ts';
import { type Given, type OptionSpec, options } from './table.ts';

export interface WithDefaults {
  readonly given: Given;
  readonly warnings: readonly string[];
}

/** Adds to the options on the command line those that their variables give; of both, an empty text counts as none. */
export function withDefaults(given: Given, env: Env): WithDefaults {
  const flags = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const found = Object.entries(options).flatMap(([name, spec]: [string, OptionSpec]) => {
    const variable = name in flags ? undefined : spec.env?.find((variable) => read(env, variable));
    return variable ? [{ name, variable, value: convert(spec, String(env[variable])) }] : [];
  });
  const values = found.filter(({ value }) => value !== undefined).map(({ name, value }) => [name, value]);
  const unknown = found.filter(({ value }) => value === undefined);
  return {
    given: { ...Object.fromEntries(values), ...flags },
    warnings: unknown.map(
      ({ variable }) => `${variable} is ${quote(String(env[variable]))}, neither yes nor no: not used.`,
    ),
  };
}

/** werf's words for yes and no, and true/false in any letter case; anything else leaves the default. */
const YES = ['1', 'true', 'yes'];
const NO = ['0', 'false', 'no'];

/** The value of an option as a text gives it; `undefined` for a word that is neither yes nor no. */
export function convert(spec: OptionSpec, text: string): string | boolean | readonly string[] | undefined {
  if (spec.type === 'boolean') return toBoolean(text.toLowerCase());
  return spec.type === 'list' ? text.split(/[\s,]+/).filter(Boolean) : text;
}

/** What a word means; `undefined` for one that means neither. */
export const toBoolean = (word: string): boolean | undefined =>
  YES.includes(word) || (NO.includes(word) ? false : undefined);
