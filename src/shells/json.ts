// https://www.rfc-editor.org/rfc/rfc8259

import type { Shell } from './shell.ts';

const member = (name: string, value: string | null): string =>
  `${JSON.stringify(name)}: ${JSON.stringify(value)}`;

/** Not a shell, but it fits: for scripts, editors, and shells that read JSON. */
export const json = {
  name: 'json',
  aliases: [],
  extension: '.json',
  set: member,
  unset: (name) => member(name, null),
  join: (statements) => `{\n${statements.map((statement) => `  ${statement}`).join(',\n')}\n}\n`,
  // No JSON: the reader's parser fails, where an empty text would pass for one in jq.
  abort: 'werf-ci failed\n',
} satisfies Shell;
