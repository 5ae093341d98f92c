import { execa } from 'execa';
import type { Env } from '../../src/env.ts';

export interface Outcome {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Options {
  readonly input?: string;
  readonly cancelSignal?: AbortSignal;
}

/** A command with this environment and nothing else of the caller's; a failure is an outcome, too. */
export async function run(
  command: string,
  args: readonly string[],
  env: Env,
  options: Options = {},
): Promise<Outcome> {
  const { exitCode, stdout, stderr } = await execa(command, args, {
    ...options,
    env,
    extendEnv: false,
    reject: false,
  });
  return { exitCode, stdout, stderr };
}

export const docker = (args: readonly string[], env: Env, options?: Options): Promise<Outcome> =>
  run('docker', args, env, options);

export const skopeo = (args: readonly string[], env: Env, options?: Options): Promise<Outcome> =>
  run('skopeo', args, env, options);
