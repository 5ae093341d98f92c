import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How a real shell is started, and where its script keeps things. */
export interface Run {
  readonly argv: readonly string[];
  /** The script; `OUT` in it is the file that `env -0` fills. */
  readonly script: string;
  readonly dir: { readonly path: string; readonly cwd: string };
  readonly env?: Readonly<Record<string, string>>;
  /** Typed at a terminal instead of read from a file. */
  readonly isTyped?: boolean;
  /** A directory before all others on the PATH. */
  readonly bin?: string;
}

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script in a real shell; one that is missing is an error, for a skipped proof is none. */
export function run({ argv, script, dir, env, isTyped, bin }: Run): Outcome {
  const file = join(dir.path, 'script');
  writeFileSync(file, script);
  const [command = '', ...args] = isTyped ? onTerminal(argv) : [...argv, file];
  const { error, status, stdout, stderr } = spawnSync(command, args, {
    cwd: dir.cwd,
    env: {
      PATH: [bin ?? [], process.env['PATH']].flat().join(delimiter),
      HOME: dir.path,
      LC_ALL: 'C.UTF-8',
      TERM: 'dumb',
      ...env,
    },
    input: isTyped ? script : '',
    timeout: 60_000,
    encoding: 'utf8',
  });
  if (error) throw new Error(`${command}: ${error.message}: ./scripts/setup test installs all shells`);
  return { status, stdout, stderr };
}

/** A terminal of its own: from a pipe an interactive shell reads ahead, and drops what it has on an error. */
const onTerminal = (argv: readonly string[]): readonly string[] => [
  'script',
  '--quiet',
  '--return',
  '--command',
  argv.join(' '),
  '/dev/null',
];

/** The variables of these names that a script exports, byte for byte (latin1), and how it ended. */
export function environmentAfter(
  options: Run,
  names = /^V\d/,
): Outcome & { readonly variables: Record<string, string> } {
  const out = join(options.dir.path, 'out');
  writeFileSync(out, '');
  const outcome = run({ ...options, env: { ...options.env, OUT: out } });
  const records = readFileSync(out, 'latin1').split('\0');
  rmSync(out);
  const variables = records
    .filter((record) => names.test(record))
    .map((record) => [record.slice(0, record.indexOf('=')), record.slice(record.indexOf('=') + 1)]);
  return { ...outcome, variables: Object.fromEntries(variables) };
}
