// https://gitlab.com/gitlab-org/gitlab-runner/-/blob/main/shells/bash.go

import { type Channel, type Limits, plainLines } from './channel.ts';

/** The runner's own words: `while read -r line; do export "$line"; done`. */
const LIMITS: Limits = {
  channel: 'GITLAB_ENV',
  refused: /\n|[ \t]$/,
  why: 'it has more than one line, or ends with a blank',
};

/** before_script and script share a shell, so this is for after_script. */
export const gitlab: Channel = (exports) => [
  { append: { variable: 'GITLAB_ENV', text: plainLines(exports, LIMITS) } },
];
