// https://docs.gitea.com/usage/actions/comparison

import { type Env, isMarked, read } from '../env.ts';
import { giteaClues } from './actions.ts';
import type { Provider } from './provider.ts';

/** No page of the run: its address has the run's number before Gitea 1.26 and its id since, and no variable tells. */
export const gitea = {
  name: 'gitea',
  detect: (env) => isMarked(env, 'GITEA_ACTIONS'),
  clues: (env: Env) => giteaClues(env, (name) => read(env, `GITHUB_${name}`), 'GITHUB_TOKEN'),
} satisfies Provider;
