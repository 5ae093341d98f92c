// https://circleci.com/docs/guides/security/set-environment-variable/

import type { Channel, Handed } from './channel.ts';

/** A bash script that CircleCI sources at the begin of every step. */
export const bashEnv: Channel = (exports) => [
  { append: { variable: 'BASH_ENV', text: exports.map(statement).join('') } },
];

const statement = ({ name, value }: Handed): string =>
  value === null ? `unset ${name}\n` : `export ${name}='${value.replaceAll("'", "'\\''")}'\n`;
