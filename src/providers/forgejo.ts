// https://forgejo.org/docs/latest/user/actions/reference/

import { type Env, isMarked, read } from '../env.ts';
import { whole } from '../url.ts';
import { giteaClues } from './actions.ts';
import type { Clues, Provider } from './provider.ts';

function clues(env: Env): Clues {
  const get = (name: string): string | undefined => read(env, `FORGEJO_${name}`, `GITHUB_${name}`);
  const common = giteaClues(env, get, 'FORGEJO_TOKEN');
  // By its number, which counts within the project, where GitHub has the run's id.
  return { ...common, pipelineUrl: whole`${common.projectUrl}/actions/runs/${get('RUN_NUMBER')}` };
}

export const forgejo = {
  name: 'forgejo',
  detect: (env) => isMarked(env, 'FORGEJO_ACTIONS'),
  clues,
} satisfies Provider;
