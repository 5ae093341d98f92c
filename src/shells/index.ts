import { UserError } from '../errors.ts';
import { quote } from '../text.ts';
import * as all from './all.ts';
import type { Shell } from './shell.ts';

export const shells: readonly Shell[] = Object.values(all);

/** The shell of a name or an alias, if there is one. */
export const shellNamed = (name: string): Shell | undefined =>
  shells.find((shell) => shell.name === name || shell.aliases.includes(name));

/** The shell of a name or an alias; throws for one that is not known. */
export function findShell(name: string): Shell {
  const found = shellNamed(name);
  if (found) return found;
  const names = shells.map((shell) => [shell.name, ...shell.aliases].join(', ')).join(', ');
  throw new UserError(`provided shell ${quote(name)} not supported: it is not a known shell.`, {
    hint: `known names: ${names}`,
  });
}
