// https://cirrus-ci.org/guide/tips-and-tricks/#setting-environment-variables-from-scripts

import { type Channel, type Limits, plainLines } from './channel.ts';

/** The agent splits the file into lines of 64 KiB at most (cirrus-ci-agent cirrusenv.go). */
const LIMITS: Limits = {
  channel: 'CIRRUS_ENV',
  refused: /[\r\n]/,
  why: 'it has more than one line',
  mostBytes: 60_000,
  isPublic: true,
};

export const cirrus: Channel = (exports) => [
  { append: { variable: 'CIRRUS_ENV', text: plainLines(exports, LIMITS) } },
];
