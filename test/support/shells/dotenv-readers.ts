import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'dotenv';
import { environmentAfter } from './run.ts';

type Dir = { readonly path: string; readonly cwd: string };
type Variables = Readonly<Record<string, string | undefined>>;

/** Everybody who may read a .env file of ours: the text to its variables. */
export const readers: Readonly<Record<string, (text: string, dir: Dir) => Variables>> = {
  dotenv: (text) => parse(text),
  'Node.js': (text) => ({ ...parseEnv(text) }),
  'python-dotenv': python,
  ...Object.fromEntries(
    [['dash'], ['bash', '--norc'], ['busybox', 'ash'], ['zsh', '-f'], ['ksh93'], ['mksh'], ['posh']].map(
      (argv) => [`set -a; . FILE in ${argv[0]}`, (text, dir) => sourced(argv, text, dir)],
    ),
  ),
};

const PYTHON = `
import json, sys, dotenv
json.dump(dotenv.dotenv_values(sys.argv[1]), sys.stdout)
`;

/** Debian's own Python: its package python3-dotenv is no other's. */
function python(text: string, { path }: Dir): Variables {
  const file = join(path, 'text.env');
  writeFileSync(file, text);
  const { error, status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', PYTHON, file], {
    encoding: 'utf8',
  });
  if (error || status !== 0 || stderr)
    throw new Error(`python-dotenv: ${error ?? stderr}: ./scripts/setup test installs it`);
  return JSON.parse(stdout);
}

function sourced(argv: readonly string[], text: string, dir: Dir): Variables {
  const file = join(dir.path, 'text.env');
  writeFileSync(file, text);
  const script = 'set -aeu\n. "$TEXT"\nenv -0 > "$OUT"\n';
  const { variables, stderr } = environmentAfter({ argv, dir, script, env: { TEXT: file } });
  const decoded = Object.entries(variables).map(([name, value]) => [
    name,
    Buffer.from(value, 'latin1').toString(),
  ]);
  return stderr ? { stderr } : Object.fromEntries(decoded);
}
