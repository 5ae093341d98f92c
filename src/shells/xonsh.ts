// https://xon.sh/envvars.html

import type { Shell } from './shell.ts';

/** xonsh makes a list of such a variable, and expands `~` and `$NAME` in it, unless its type is set. */
const LIST = /(?:PATH|DIRS)$/;

function set(name: string, value: string): string {
  const assignment = `$${name} = ${quote(value)}`;
  return LIST.test(name) ? `\${...}.register('${name}', type='str')\n${assignment}` : assignment;
}

/** What JSON escapes Python reads the same, but for surrogate pairs. */
const quote = (value: string): string =>
  JSON.stringify(value).replaceAll(
    /[^ -~]/gu,
    (char) => `\\U${char.codePointAt(0)?.toString(16).padStart(8, '0')}`,
  );

export const xonsh = {
  name: 'xonsh',
  aliases: [],
  extension: '.xsh',
  set,
  unset: (name) => `\${...}.pop('${name}', None)`,
  join: (statements) => `${statements.join('\n')}\n`,
  abort: "raise RuntimeError('werf-ci failed')\n",
} satisfies Shell;
