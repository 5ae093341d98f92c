import type { Settings } from '../options/settings.ts';
import type { Context } from './context.ts';
import type { Prepared } from './prepare.ts';

/** Tells people what happened: warnings unless `--log-quiet`, and with `--log-verbose` who may do what where. */
export function report(job: Prepared, { given }: Settings, { tell }: Context): void {
  if (given['log-quiet']) return;
  for (const warning of job.warnings) tell(`warning: ${warning}`);
  if (!given['log-verbose']) return;
  tell(`config dir: ${job.configDir}`);
  for (const { registry, shownAs } of job.credentials) tell(`credential: ${registry} as ${shownAs}`);
  for (const { name, value } of job.exports) tell(`${value === null ? 'unset' : 'export'}: ${name}`);
}
