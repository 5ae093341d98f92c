import { type Call, type Given, type OptionSpec, options } from './table.ts';

const table: ReadonlyMap<string, readonly [string, OptionSpec]> = new Map(
  Object.entries(options).flatMap(([name, spec]: [string, OptionSpec]) =>
    [name, ...(spec.alias ? [spec.alias] : [])].map((key) => [key, [name, spec]] as const),
  ),
);

/** The common words of the two ways to write an option: `--name value`, `--name=value`, `-o value`. */
const OPTION = /^(?:--([a-z-]{2,})(?:=(.+))?|-(o))$/s;

type Draft = Record<string, string | boolean | string[]>;

/**
 * Parses `ci-env` calls that leave no doubt, and gives `undefined` for all others: yargs decides those, for it knows
 * help, errors and every other form. Loading yargs takes as long as Node itself (see `npm run bench`).
 */
export function fastParse(argv: readonly string[]): Call | undefined {
  const [command, ...words] = argv;
  if (command !== 'ci-env') return undefined;
  const given: Draft = {};
  let provider: string | undefined;
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (/^\w/.test(word) && provider === undefined) provider = word;
    else if (!take(word, words, given)) return undefined;
  }
  return { command, provider, given: given as Given };
}

/** Puts one option into `given`, with its value from the words; false when it is not sure. */
function take(word: string, words: string[], given: Draft): boolean {
  const [, long, inline, short = ''] = OPTION.exec(word) ?? [];
  const option = table.get(long ?? short);
  if (!option) return false;
  const [name, spec] = option;
  const value = spec.type === 'boolean' ? flagOf(inline, words[0]) : (inline ?? nextValue(words));
  if (value === undefined) return false;
  given[name] = spec.type === 'list' ? append(given[name], value) : value;
  return true;
}

const append = (list: Draft[string] | undefined, value: string | boolean): string[] =>
  [list ?? [], value].flat().map(String);

/** yargs takes a `true` or `false` that follows as the value: no doubt without one. */
function flagOf(inline: string | undefined, next: string | undefined): boolean | undefined {
  if (inline === 'false') return false;
  const isBare = inline === undefined && next !== 'true' && next !== 'false';
  return isBare || inline === 'true' ? true : undefined;
}

const nextValue = (words: string[]): string | undefined =>
  words[0] !== undefined && /^[^-]/.test(words[0]) ? words.shift() : undefined;
