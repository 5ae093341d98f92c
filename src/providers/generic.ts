// Any CI system that has no file here, and a shell on one's own machine.

import { namedClues } from './named-variables.ts';
import type { Provider } from './provider.ts';

/** By name only: the mere variable CI says nothing of a registry or a job. */
export const generic = {
  name: 'generic',
  detect: () => false,
  clues: namedClues,
} satisfies Provider;
