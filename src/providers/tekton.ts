// https://tekton.dev/docs/pipelines/variables/

import { namedClues } from './named-variables.ts';
import type { Provider } from './provider.ts';

/** By name only: Tekton sets no variable. A step maps `$(context.pipelineRun.name)` and its like to `WERF_CI_*`. */
export const tekton = {
  name: 'tekton',
  detect: () => false,
  clues: namedClues,
} satisfies Provider;
