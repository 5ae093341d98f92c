// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings

import { UserError } from './errors.ts';

/**
 * The lines that set a variable in GITHUB_ENV. The delimiter is longer than whatever in the value looks like one, so
 * that no value can end its own text: nothing to draw at random, and the same value gives the same text.
 */
export function heredoc(name: string, value: string): string {
  // A runner on Windows takes `\r\n` for the line end, and the `\r` with it (actions/runner FileCommandManager.cs).
  if (value.endsWith('\r'))
    throw new UserError(`GITHUB_ENV cannot carry the value of ${name}: it ends with a carriage return.`, {
      hint: `set ${name} yourself`,
    });
  const delimiter = delimiterFor(value);
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

function delimiterFor(value: string): string {
  const longest = (value.match(/EOF_*/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
  return 'EOF'.padEnd(longest + 1, '_');
}
