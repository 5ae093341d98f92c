// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#masking-a-value-in-a-log

import { type Env, isMarked } from '../env.ts';
import { escapeData as escapeForAzure } from './azure-escape.ts';

/** The percent sign first, for the runner reads it last (actions/runner ActionCommand.cs). */
const addMask = (text: string): string =>
  `::add-mask::${text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`;

/** The variable by which a runner is known, and its command that hides a text in the rest of the job's log. */
type Masker = readonly [marker: string, command: (text: string) => string];

/** By the provider's name. */
const maskers: Readonly<Record<string, Masker>> = {
  azure: ['TF_BUILD', (text) => `##vso[task.setsecret]${escapeForAzure(text)}`],
  forgejo: ['GITHUB_ACTIONS', addMask],
  gitea: ['GITHUB_ACTIONS', addMask],
  github: ['GITHUB_ACTIONS', addMask],
};

/** How to hide a text; `undefined` outside the provider's own jobs, where the command would show it to all. */
export function maskerOf(provider: string, env: Env): ((text: string) => string) | undefined {
  const [marker, command] = maskers[provider] ?? [];
  return marker && isMarked(env, marker) ? command : undefined;
}
