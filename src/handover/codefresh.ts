// https://codefresh.io/docs/docs/pipelines/variables/

import { type Channel, type Limits, plainLines } from './channel.ts';

/** Its reader is not public: only what no reader would change, and nothing to unset by an empty value. */
const LIMITS: Limits = {
  channel: 'env_vars_to_export',
  refused: /^$|[^\w./:=@+,~-]/,
  why: 'it is empty, or has other characters than letters, digits and _./:=@+,~-',
  isPublic: true,
};

/** What `cf_export` does, which is no program but a function of the step's own shell. */
export const codefresh: Channel = (exports) => [
  {
    append: { variable: 'CF_VOLUME_PATH', below: 'env_vars_to_export', text: plainLines(exports, LIMITS) },
  },
];
