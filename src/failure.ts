import { join } from 'node:path';
import type { Env } from './env.ts';
import { toBoolean, withDefaults } from './options/defaults.ts';
import { shellName, wantsFile } from './options/settings.ts';
import type { Given } from './options/table.ts';
import { shellNamed } from './shells/index.ts';
import { sh } from './shells/sh.ts';

/**
 * What stdout gets when a run failed, whatever the reason: a statement that fails in the caller, or with `--as-file`
 * the path of a file in `dir` that holds one; nothing with `-o`. The command line may be the very thing that is wrong,
 * so it is searched, not parsed.
 */
export function failureText(argv: readonly string[], env: Env, dir: string): string {
  const { given } = withDefaults(search(argv), env);
  if (given['output-file-path'] !== undefined) return '';
  const shell = shellNamed(shellName(given)) ?? sh;
  return wantsFile(given) ? `${join(dir, `failed${shell.extension}`)}\n` : shell.abort;
}

function search(argv: readonly string[]): Given {
  const after = (option: string): string | undefined =>
    argv.find((word) => word.startsWith(`${option}=`))?.slice(option.length + 1) ??
    (argv.includes(option) ? argv[argv.indexOf(option) + 1] : undefined);
  const found = {
    shell: after('--shell'),
    'output-file-path': after('--output-file-path') ?? after('-o'),
    'as-file': lastOf('as-file', argv),
    'as-env-file': lastOf('as-env-file', argv),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** What the last mention of a yes-or-no option says; a word that means neither is still a mention. */
function lastOf(name: string, argv: readonly string[]): boolean | undefined {
  const mentions = argv
    .map((word) => word.split('='))
    .filter(([option]) => option?.replace('--no-', '--') === `--${name}`);
  const [option, value = 'true'] = mentions.at(-1) ?? [];
  if (option === undefined) return undefined;
  return option.startsWith('--no-') ? false : (toBoolean(value.toLowerCase()) ?? true);
}
