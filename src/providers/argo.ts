// https://github.com/argoproj/argo-workflows/blob/HEAD/workflow/controller/workflowpod.go

import { isMarked, read } from '../env.ts';
import { keyOf } from './facts.ts';
import type { Provider } from './provider.ts';

/** The environment says nothing of git. ARGO_TEMPLATE is left alone: it may hold secrets. */
export const argo = {
  name: 'argo',
  detect: (env) => isMarked(env, 'ARGO_NODE_ID', 'ARGO_CONTAINER_NAME'),
  clues: (env) => ({
    jobKey: keyOf(env, 'ARGO_NODE_ID', 'ARGO_CONTAINER_NAME'),
    pipelineId: read(env, 'ARGO_WORKFLOW_NAME'),
    jobId: read(env, 'ARGO_NODE_ID'),
  }),
} satisfies Provider;
