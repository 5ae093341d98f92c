// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings

import { cannotCarry } from './cannot-carry.ts';
import type { Shell } from './shell.ts';

function set(name: string, value: string): string {
  // A runner on Windows takes the carriage return and the line end that follows for one line end.
  if (value.endsWith('\r'))
    throw cannotCarry(
      name,
      'a carriage return at its end, which GITHUB_ENV would lose',
      'use another --shell',
    );
  const delimiter = `EOF${underscores(value)}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}`;
}

/** More of them in a row than the value has anywhere. */
const underscores = (value: string): string =>
  '_'.repeat(1 + Math.max(...(value.match(/_+/g) ?? ['']).map((run) => run.length)));

/**
 * For the file `$GITHUB_ENV`. It cannot unset, and an empty value is not the same: werf takes an empty annotation for
 * one that is wrong. So a variable to unset is left out.
 */
export const githubEnv = {
  name: 'github-env',
  aliases: [],
  extension: '.github-env',
  set,
  unset: () => undefined,
  join: (statements) => statements.map((statement) => `${statement}\n`).join(''),
  // No NAME=VALUE line: the runner fails the step.
  abort: 'werf-ci failed\n',
} satisfies Shell;
