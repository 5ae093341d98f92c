import { type Env, read } from '../env.ts';
import { UserError } from '../errors.ts';
import { quote } from '../text.ts';
import { withDefaults } from './defaults.ts';
import { type Given, type OptionName, type OptionSpec, options } from './table.ts';

/** The options of one run: given or by default, checked. */
export interface Settings {
  readonly given: Given;
  /** The name of the output's dialect. */
  readonly shell: string;
  readonly clients: readonly string[];
  readonly warnings: readonly string[];
}

const CLIENTS = ['docker', 'podman', 'helm'];

/** Adds the defaults of the environment to what the command line gives, and refuses what cannot be meant. */
export function settingsOf(flags: Given, env: Env): Settings {
  const { given, warnings } = withDefaults(flags, env);
  const specs = Object.entries(options) as [OptionName, OptionSpec][];
  for (const [name, { choices }] of specs) if (choices) check(`--${name}`, given[name], choices);
  const clients = given.clients?.split(',').map((client) => client.trim()) ?? CLIENTS;
  for (const client of clients) check('--clients', client, CLIENTS);
  // werf's own words: with --as-file the old option was never there.
  if (given['tagging-strategy'] !== undefined && given['as-file']) unknownFlag('--tagging-strategy');
  const ignored = specs.filter(([name, { isIgnored }]) => isIgnored && name in flags);
  return {
    given,
    shell: shellName(given),
    clients,
    warnings: [...warnings, ...ignored.map(([name]) => `--${name} has no effect here.`)],
  };
}

/** `--as-env-file` has a dialect of its own. */
export const shellName = (given: Given): string => (given['as-env-file'] ? 'dotenv' : (given.shell ?? 'sh'));

/** True when the output goes to a file in the config dir, and its path to stdout. */
export const wantsFile = (given: Given): boolean =>
  given['as-file'] === true || given['as-env-file'] === true;

function check(option: string, value: unknown, choices: readonly string[]): void {
  if (value === undefined || choices.includes(String(value))) return;
  throw new UserError(`${option}: ${quote(String(value))} is not a value it takes.`, {
    hint: `it takes ${choices.join(', ')}`,
  });
}

function unknownFlag(flag: string): never {
  throw new UserError(`unknown flag: ${flag}`, { hint: 'leave it out: it has no effect since werf 1.2' });
}

/** Where the config dir may be made: where the user says, else where the provider says, else where the system does. */
export function tempParents(given: Given, jobTempDir: string | undefined, env: Env): readonly string[] {
  if (given['tmp-dir'] !== undefined) return [given['tmp-dir']];
  const system = read(env, 'TMPDIR') ?? read(env, 'TEMP') ?? read(env, 'TMP') ?? '/tmp';
  return jobTempDir === undefined ? [system] : [jobTempDir, system];
}
