// https://www.nushell.sh/commands/docs/load-env.html

import { json } from './json.ts';
import type { Shell } from './shell.ts';

/** nu evaluates no text, but `load-env` takes a record; a variable that is null there is not passed on to commands. */
export const nushell = { ...json, name: 'nushell', aliases: ['nu'] } satisfies Shell;
