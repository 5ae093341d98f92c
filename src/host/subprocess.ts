import { createRequire } from 'node:module';
import type { Env } from '../env.ts';
import { errorCode, UserError } from '../errors.ts';
import type { Program } from '../handover/channel.ts';

/** Runs a program to its end. What it prints is never repeated: secrets may be in it. */
export function runProgram({ program, args, input, answers }: Program, env: Env): void {
  // Loaded only here: it takes 2 ms, and hardly any job runs a program.
  const { spawnSync } = createRequire(import.meta.url)(
    'node:child_process',
  ) as typeof import('node:child_process');
  const { status, stdout, error } = spawnSync(program, args, {
    env,
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: 30_000,
  });
  if (status === 0 && answers.every((answer) => stdout.includes(answer))) return;
  const why = error
    ? errorCode(error)
    : status === 0
      ? 'it did not do all that it was told'
      : `status ${status}`;
  throw new UserError(`${program} ${args.slice(0, 2).join(' ')} failed (${why}).`, {
    hint: `see whether ${program} is on PATH and works in this job`,
    cause: error,
  });
}
