import { join, resolve } from 'node:path';
import { read } from '../env.ts';
import { UserError } from '../errors.ts';
import type { Handed, Step } from '../handover/channel.ts';
import { channelOf, maskSteps } from '../handover/index.ts';
import { secretTexts } from '../handover/secrets.ts';
import { appendText } from '../host/append.ts';
import { runProgram } from '../host/subprocess.ts';
import type { Given } from '../options/table.ts';
import type { Provider } from '../providers/provider.ts';
import type { Context } from './context.ts';
import type { Prepared } from './prepare.ts';

/**
 * Hides the job's secrets in its log, before anything else is printed; with `--persist` gives the exports to later
 * steps. A masker that is a program of its own is called only then: without it no job waits for a child process.
 */
export function handOver(provider: Provider, job: Prepared, { persist }: Given, context: Context): void {
  const own = provider.secretExports?.(context.env) ?? [];
  const texts = secretTexts(
    job.credentials,
    own.map(([, secret]) => secret),
  );
  const masks = maskSteps(provider.name, texts, context.env);
  for (const step of masks) if (persist || 'tell' in step) take(step, context);
  if (!persist) return;
  const names = new Set(own.map(([name]) => name));
  for (const step of channelOf(provider.name)(job.exports.map((item) => handed(item, names))))
    take(step, context);
}

const handed = (item: Prepared['exports'][number], secretNames: ReadonlySet<string>): Handed => ({
  ...item,
  isSecret: secretNames.has(item.name),
});

function take(step: Step, context: Context): void {
  if ('tell' in step) context.command(step.tell);
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
