// https://developer.harness.io/docs/continuous-integration/troubleshoot-ci/ci-env-var

import { type Env, isMarked, read } from '../env.ts';
import { droneClues } from './drone-variables.ts';
import { keyOf } from './facts.ts';
import type { Clues, Provider } from './provider.ts';

function clues(env: Env): Clues {
  const common = droneClues(env);
  return {
    ...common,
    // Steps that a strategy multiplies may share their id, but not the index or the directory.
    jobKey: keyOf(
      env,
      'HARNESS_EXECUTION_ID',
      'HARNESS_NODE_INDEX',
      'HARNESS_STEP_ID',
      'HARNESS_STAGE_ID',
      'HARNESS_SCRATCH_DIR',
    ),
    tempDir: read(env, 'HARNESS_SCRATCH_DIR'),
    pipelineId: read(env, 'HARNESS_EXECUTION_ID'),
    jobId: read(env, 'HARNESS_STEP_ID'),
    jobUrl: common.pipelineUrl,
  };
}

export const harness = {
  name: 'harness',
  detect: (env) =>
    isMarked(env, 'HARNESS_BUILD_ID') || isMarked(env, 'HARNESS_EXECUTION_ID', 'HARNESS_PIPELINE_ID'),
  clues,
} satisfies Provider;
