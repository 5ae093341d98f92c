// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html

import type { Shell } from './shell.ts';

/**
 * Survives `eval $(…)` without quotes as well: white space would be folded there, a glob replaced by file names. One
 * line of ASCII, single spaces, none of the shell's own characters outside of a printf's argument.
 */
const PLAIN = /^[A-Za-z\d_./:=@+-]+$/;

/** mksh and posh have no printf of their own: one argument of an external one must stay under 128 KiB. */
const CHUNK = 20_000;

function set(name: string, value: string | Uint8Array): string {
  const bytes = Buffer.from(value);
  const text = bytes.toString('latin1');
  return `${PLAIN.test(text) ? `${name}='${text}'` : printed(name, text)}; export ${name};`;
}

/**
 * A command substitution cuts line ends off, so a full stop behind the last one keeps it; it can be part of no
 * multibyte character there. Backquotes, for zsh with globsubst takes the parenthesis of `$(` for a pattern.
 */
function printed(name: string, text: string): string {
  const endsLine = text.endsWith('\n');
  const commands = chunks(endsLine ? `${text}.` : text).map((chunk) => `printf '${octal(chunk)}'`);
  const assignment = `${name}="\`${commands.join('; ')}\`"`;
  return endsLine ? `${assignment}; ${name}="\${${name}%.}"` : assignment;
}

const chunks = (text: string): readonly string[] => text.match(new RegExp(`.{1,${CHUNK}}`, 'gs')) ?? [''];

/** Three digits are never ambiguous; a minus could begin an option of printf, a percent sign a conversion. */
const octal = (text: string, which = /[^A-Za-z\d_./:=@+]/g): string =>
  text.replaceAll(which, (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`);

const LITERAL = '/:=@+-._"';

const ADVICE =
  'werf-ci: its output has changed on the way, by IFS perhaps: put double quotes around the command substitution';

/**
 * An `IFS` that holds one of the characters that stand for themselves splits an unquoted `$(…)` at it: then the whole
 * fails, rather than give other values. No `||` and no braces: zsh with globsubst and mksh expand such words.
 */
const guard = (): string =>
  `if test '${LITERAL}' = "\`printf '${octal(LITERAL, /./g)}'\`"; then true; else echo '${ADVICE}' >&2; false; fi;`;

export const sh = {
  name: 'sh',
  aliases: ['default', 'bash', 'zsh', 'dash', 'ksh'],
  extension: '.sh',
  set,
  unset: (name) => `unset ${name};`,
  join: (statements) => `${[...statements, guard()].join(' ')}\n`,
  // Stops a `set -e` script with our status and leaves an interactive shell alive; `exit` would close that.
  abort: '(exit 1);\n',
} satisfies Shell;
