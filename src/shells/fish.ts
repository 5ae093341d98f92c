// https://fishshell.com/docs/current/language.html#quotes

import type { Shell } from './shell.ts';

/**
 * One line, for `eval (…)` takes each line for a word of its own. What is not printable ASCII stands as bytes outside
 * of the quotes, so the locale does not matter.
 */
const quote = (value: string): string =>
  `'${value.replaceAll(/[\\']/g, '\\$&').replaceAll(/[^ -~]+/gu, (run) => `'${bytes(run)}'`)}'`;

const bytes = (run: string): string =>
  [...Buffer.from(run)].map((byte) => `\\X${byte.toString(16).padStart(2, '0')}`).join('');

export const fish = {
  name: 'fish',
  aliases: [],
  extension: '.fish',
  set: (name, value) => `set -gx ${name} ${quote(value)};`,
  unset: (name) => `set -e ${name};`,
  join: (statements) => `${statements.join(' ')}\n`,
  // `exit` would close an interactive shell.
  abort: 'false;\n',
} satisfies Shell;
