// https://github.com/motdotla/dotenv#what-rules-does-the-parsing-engine-follow

import { cannotCarry } from './cannot-carry.ts';
import type { Shell } from './shell.ts';

/** zsh replaces `=ls` by the path of ls, at the start and behind a colon. */
const PLAIN = /^(?!=|.*:=)[A-Za-z\d_./:=@+-]+$/;
/** In single quotes dotenv changes `\r`, some readers `\'` and `\\`, and python-dotenv expands `${…}`. */
const SINGLE = /^(?:[^'\r\\$]|\\(?!['\\]|$)|\$(?!\{))*$/;
/** Text in double quotes is literal where no reader sees an escape, an expansion or a command. */
const DOUBLE = /^[^"\r\n\\$`!]*$/;

function set(name: string, value: string): string {
  if (PLAIN.test(value)) return `${name}=${value}`;
  if (SINGLE.test(value)) return `${name}='${value}'`;
  if (DOUBLE.test(value)) return `${name}="${value}"`;
  throw cannotCarry(
    name,
    'a value that readers of .env files take differently',
    'use --shell json, or the sh form with --as-file',
  );
}

/** Lines for dotenv, python-dotenv, godotenv and `set -a; . FILE`; there is no way to unset. */
export const dotenv = {
  name: 'dotenv',
  aliases: [],
  extension: '.env',
  set,
  unset: () => undefined,
  join: (statements) => `${statements.join('\n')}\n`,
  // Fails in `. FILE` and in `docker run --env-file`; the parsers of dotenv pass over it.
  abort: '(exit 1);\n',
} satisfies Shell;
