// https://circleci.com/docs/guides/security/set-environment-variable/

import type { Channel, Handed } from './channel.ts';

/** A bash script that CircleCI sources at the begin of every step. Its last line may not be ended, so ours begin anew. */
export const bashEnv: Channel = (exports) => [
  { append: { variable: 'BASH_ENV', text: `\n${exports.map(statement).join('')}` } },
];

const statement = ({ name, value }: Handed): string =>
  value === null ? `unset ${name}\n` : `export ${name}='${value.replaceAll("'", "'\\''")}'\n`;
