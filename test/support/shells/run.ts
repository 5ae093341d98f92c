import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a real shell is started, and where its script keeps things. */
export interface Run {
  readonly argv: readonly string[];
  /** The script; `OUT` in it is the file that `env -0` fills. */
  readonly script: string;
  readonly dir: { readonly path: string; readonly cwd: string };
  readonly env?: Readonly<Record<string, string>>;
  /** Typed at the shell instead of read from a file. */
  readonly isTyped?: boolean;
}

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script in a real shell; one that is missing is an error, for a skipped proof is none. */
export function run({ argv, script, dir, env, isTyped }: Run): Outcome {
  const file = join(dir.path, 'script');
  writeFileSync(file, script);
  const [command = '', ...args] = isTyped ? argv : [...argv, file];
  const { error, status, stdout, stderr } = spawnSync(command, args, {
    cwd: dir.cwd,
    env: { PATH: process.env['PATH'], HOME: dir.path, LC_ALL: 'C.UTF-8', TERM: 'dumb', ...env },
    input: isTyped ? script : '',
    timeout: 60_000,
    encoding: 'utf8',
  });
  if (error) throw new Error(`${command}: ${error.message}: ./scripts/setup test installs all shells`);
  return { status, stdout, stderr };
}

/** The variables V… that a script exports, byte for byte (latin1), and how it ended. */
export function environmentAfter(options: Run): Outcome & { readonly variables: Record<string, string> } {
  const out = join(options.dir.path, 'out');
  writeFileSync(out, '');
  const outcome = run({ ...options, env: { ...options.env, OUT: out } });
  const records = readFileSync(out, 'latin1').split('\0');
  rmSync(out);
  const variables = records
    .filter((record) => /^V\d/.test(record))
    .map((record) => [record.slice(0, record.indexOf('=')), record.slice(record.indexOf('=') + 1)]);
  return { ...outcome, variables: Object.fromEntries(variables) };
}
