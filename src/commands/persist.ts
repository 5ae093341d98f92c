import { join, resolve } from 'node:path';
import { read } from '../env.ts';
import { UserError } from '../errors.ts';
import type { Step } from '../handover/channel.ts';
import { channelOf } from '../handover/index.ts';
import { appendText } from '../host/append.ts';
import { runProgram } from '../host/subprocess.ts';
import type { Provider } from '../providers/provider.ts';
import type { Context } from './context.ts';
import { secretsOf } from './mask.ts';
import type { Prepared } from './prepare.ts';

/**
 * `--persist`: plans how the exports get to later steps, and throws for what they cannot carry; the plan is carried out
 * by calling what it gives. Loaded only then: it would be a fifth of the start-up path.
 */
export function persist(provider: Provider, job: Prepared, context: Context): () => void {
  const secretNames = new Set(provider.secretExports?.(context.env).map(([name]) => name));
  const items = job.exports.map((item) => ({ ...item, isSecret: secretNames.has(item.name) }));
  const steps = channelOf(provider.name)(items, secretsOf(provider, job, context));
  return () => {
    for (const step of steps) take(step, context);
  };
}

function take(step: Step, context: Context): void {
  if ('command' in step) context.command(step.command);
  else if ('run' in step) runProgram(step.run, context.env);
  else appendText(pathOf(step.append, context), step.append.text);
}

function pathOf(
  { variable, below = '' }: { variable: string; below?: string },
  { env, cwd }: Context,
): string {
  const path = read(env, variable);
  if (path) return resolve(cwd, join(path, below));
  throw new UserError(`${variable} is not set, so --persist has nowhere to write.`, {
    hint: 'use it in a job of the provider only, and pass the variable into containers',
  });
}
