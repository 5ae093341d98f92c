// https://learn.microsoft.com/windows-server/administration/windows-commands/set_1

import { cannotCarry } from './cannot-carry.ts';
import type { Shell } from './shell.ts';

/** cmd.exe reads a batch file by the console's code page, ends `"…"` at a quote and a line at a Ctrl-Z as well. */
const FIT = /^[\t !#-~]+$/;

/** https://learn.microsoft.com/troubleshoot/windows-client/shell-experience/command-line-string-limitation */
const LONGEST_LINE = 8191;

function set(name: string, value: string): string {
  const line = `@set "${name}=${value.replaceAll('%', '%%')}"`;
  if (FIT.test(value) && line.length <= LONGEST_LINE) return line;
  throw cannotCarry(
    name,
    'a value that cmd.exe cannot set: it is empty or too long, or has quotes, line ends or other than ASCII',
    'use --shell powershell',
  );
}

/** Delayed expansion, which a batch file has from its caller, would take `!` away: then nothing is set. */
const GUARD =
  '@if "!!"=="" (echo werf-ci: a value has an exclamation mark: switch delayed expansion off>&2& exit /b 1)';

/** A batch file, to be called: in no other way are values safe. */
export const cmdexe = {
  name: 'cmdexe',
  aliases: ['cmd'],
  extension: '.bat',
  set,
  unset: (name) => `@set "${name}="`,
  join: (statements) =>
    lines([
      ...(statements.some((statement) => statement.includes('!')) ? [GUARD] : []),
      ...statements,
      '@exit /b 0',
    ]),
  abort: '@exit /b 1\r\n',
} satisfies Shell;

const lines = (all: readonly string[]): string => all.map((line) => `${line}\r\n`).join('');
