// https://elv.sh/ref/language.html#single-quoted-string

import type { Shell } from './shell.ts';

export const elvish = {
  name: 'elvish',
  aliases: [],
  extension: '.elv',
  set: (name, value) => `set-env ${name} '${value.replaceAll("'", "''")}'`,
  unset: (name) => `unset-env ${name}`,
  join: (statements) => `${statements.join('\n')}\n`,
  abort: "fail 'werf-ci failed'\n",
} satisfies Shell;
