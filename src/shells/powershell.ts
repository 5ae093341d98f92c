// https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules

import { cannotCarry } from './cannot-carry.ts';
import type { Shell } from './shell.ts';

function set(name: string, value: string): string {
  // PowerShell before 7.5 would remove the variable.
  if (value === '') throw cannotCarry(name, 'an empty value, which PowerShell cannot set', 'unset it');
  return `$Env:${name} = ${quote(value)};`;
}

/**
 * ASCII on one line: PowerShell decodes our output by the console's code page, splits it into lines, and takes
 * typographic quotes for quotes.
 */
const quote = (value: string): string =>
  /^[ -~]*$/.test(value)
    ? `'${value.replaceAll("'", "''")}'`
    : `"${value.replaceAll(/[^ -~]|["$`]/g, escaped)}"`;

const escaped = (unit: string): string =>
  /[ -~]/.test(unit) ? `\`${unit}` : `$([char]0x${unit.charCodeAt(0).toString(16)})`;

export const powershell = {
  name: 'powershell',
  aliases: ['pwsh'],
  extension: '.ps1',
  set,
  unset: (name) => `$Env:${name} = $null;`,
  join: (statements) => `${statements.join('\n')}\n`,
  // Ends a script, not an interactive session.
  abort: "throw 'werf-ci failed'\n",
} satisfies Shell;
