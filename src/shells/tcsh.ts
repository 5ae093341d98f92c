// https://github.com/tcsh-org/tcsh/blob/master/tcsh.man.in

import type { Shell } from './shell.ts';

/** History is substituted in quotes too; a line end would make two words of one in "`…`". */
const quote = (value: string): string =>
  `'${value
    .replaceAll("'", `'\\''`)
    .replaceAll('!', '\\!')
    .replaceAll(CONTROL, (char) => `'$'${octal(char)}''`)
    .replaceAll(NOT_ASCII, (run) => `'"\`printf '${octal(run)}'\`"'`)}'`;

const CONTROL = /[^ -~\u0080-\u{10ffff}]/gu;

/** In the C locale tcsh loses such a character in "`…`" where its buffer of 4096 bytes ends. */
const NOT_ASCII = /[\u0080-\u{10ffff}]+/gu;

const octal = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');

export const tcsh = {
  name: 'tcsh',
  aliases: ['csh'],
  extension: '.csh',
  set: (name, value) => `setenv ${name} ${quote(value)};`,
  unset: (name) => `unsetenv ${name};`,
  join: (statements) => `${statements.join(' ')}\n`,
  abort: 'false;\n',
} satisfies Shell;
