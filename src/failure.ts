import { join } from 'node:path';
import type { Env } from './env.ts';
import { withDefaults } from './options/defaults.ts';
import { shellName, wantsFile } from './options/settings.ts';
import type { Given } from './options/table.ts';
import { shells } from './shells/index.ts';
import { sh } from './shells/sh.ts';

/**
 * What stdout gets when a run failed, whatever the reason: a statement that fails in the caller, or with `--as-file`
 * the path of a file in `dir` that holds one; nothing with `-o`. The command line may be the very thing that is wrong,
 * so it is searched, not parsed.
 */
export function failureText(argv: readonly string[], env: Env, dir: string): string {
  const { given } = withDefaults(search(argv), env);
  if (given['output-file-path'] !== undefined) return '';
  const name = shellName(given);
  const shell = shells.find((shell) => shell.name === name || shell.aliases.includes(name)) ?? sh;
  return wantsFile(given) ? `${join(dir, `failed${shell.extension}`)}\n` : shell.abort;
}

function search(argv: readonly string[]): Given {
  const after = (option: string): string | undefined =>
    argv.find((word) => word.startsWith(`${option}=`))?.slice(option.length + 1) ??
    (argv.includes(option) ? argv[argv.indexOf(option) + 1] : undefined);
  const shell = after('--shell');
  const output = after('--output-file-path') ?? after('-o');
  return {
    ...(shell === undefined ? {} : { shell }),
    ...(output === undefined ? {} : { 'output-file-path': output }),
    ...Object.fromEntries(
      ['as-file', 'as-env-file']
        .filter((name) => argv.some((word) => word.split('=')[0] === `--${name}`))
        .map((name) => [name, true]),
    ),
  };
}
