// https://docs.drone.io/pipeline/environment/reference/

import { type Env, read } from '../env.ts';
import type { Clues } from './provider.ts';

/** What a job of Drone, and of Harness, which grew out of it, finds in `DRONE_*`. */
export const droneClues = (env: Env): Clues => ({
  commit: read(env, 'DRONE_COMMIT_SHA'),
  ref: read(env, 'DRONE_COMMIT_REF'),
  tag: read(env, 'DRONE_TAG'),
  branch: read(env, 'DRONE_SOURCE_BRANCH', 'DRONE_BRANCH'),
  baseBranch: read(env, 'DRONE_TARGET_BRANCH'),
  pr: read(env, 'DRONE_PULL_REQUEST'),
  projectSlug: read(env, 'DRONE_REPO'),
  projectUrl: read(env, 'DRONE_REPO_LINK'),
  pipelineUrl: read(env, 'DRONE_BUILD_LINK'),
});
