import { maskerOf } from '../handover/masks.ts';
import { secretTexts } from '../handover/secrets.ts';
import type { Provider } from '../providers/provider.ts';
import type { Context } from './context.ts';
import type { Prepared } from './prepare.ts';

/** Hides the job's secrets in its log, before anything else is printed, where the runner can be told to. */
export function mask(provider: Provider, job: Prepared, context: Context): void {
  const masker = maskerOf(provider.name, context.env);
  if (masker) for (const text of secretsOf(provider, job, context)) context.command(masker(text));
}

/** The texts by which secrets could get into the log. */
export const secretsOf = (
  provider: Provider,
  { credentials }: Prepared,
  { env }: Context,
): readonly string[] =>
  secretTexts(credentials, provider.secretExports?.(env).map(([, secret]) => secret) ?? []);
