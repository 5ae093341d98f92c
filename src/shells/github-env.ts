// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings

import { heredoc } from '../heredoc.ts';
import type { Shell } from './shell.ts';

/**
 * For the file `$GITHUB_ENV`. It cannot unset, and an empty value is not the same: werf takes an empty annotation for
 * one that is wrong. So a variable to unset is left out.
 */
export const githubEnv = {
  name: 'github-env',
  aliases: [],
  extension: '.github-env',
  set: heredoc,
  unset: () => undefined,
  join: (statements) => statements.join(''),
  // No NAME=VALUE line: the runner fails the step.
  abort: 'werf-ci failed\n',
} satisfies Shell;
