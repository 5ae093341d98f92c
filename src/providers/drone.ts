// https://docs.drone.io/pipeline/environment/reference/

import { type Env, isMarked, read } from '../env.ts';
import { whole } from '../url.ts';
import { droneClues } from './drone-variables.ts';
import { keyOf } from './facts.ts';
import type { Clues, Provider } from './provider.ts';

function clues(env: Env): Clues {
  const common = droneClues(env);
  const build = read(env, 'DRONE_BUILD_NUMBER');
  const stage = read(env, 'DRONE_STAGE_NUMBER');
  const step = read(env, 'DRONE_STEP_NUMBER');
  return {
    ...common,
    // Builds are numbered within a project.
    jobKey: keyOf(
      env,
      'DRONE_BUILD_NUMBER',
      'DRONE_STAGE_NUMBER',
      'DRONE_STEP_NUMBER',
      'DRONE_REPO',
      'DRONE_SYSTEM_HOST',
    ),
    pipelineId: build,
    jobId: whole`${build}.${stage}.${step}`,
    jobUrl: whole`${common.pipelineUrl}/${stage}/${step}`,
    environment: read(env, 'DRONE_DEPLOY_TO'),
    serverVersion: read(env, 'DRONE_SYSTEM_VERSION'),
  };
}

export const drone = {
  name: 'drone',
  detect: (env) => isMarked(env, 'DRONE'),
  clues,
} satisfies Provider;
