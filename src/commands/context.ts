import type { Env } from '../env.ts';

/** What a command gets from the process that runs it, and how it speaks. */
export interface Context {
  readonly env: Env;
  readonly cwd: string;
  readonly platform: string;
  /** The user's number, where the system has such. */
  readonly uid: number | undefined;
  /** Writes to stdout: only what the caller evaluates, in one piece. */
  print(text: string): void;
  /** Writes a runner command to stderr, as it is: its channel has escaped it. */
  command(line: string): void;
  /** Writes a line for people to stderr. */
  tell(line: string): void;
}
