import { settingsOf } from '../options/settings.ts';
import type { Call } from '../options/table.ts';
import { chooseProvider } from '../providers/index.ts';
import { findShell } from '../shells/index.ts';
import { render } from '../shells/shell.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { handOver } from './hand-over.ts';
import { prepare } from './prepare.ts';
import { report } from './report.ts';

/** `werf-ci ci-env`: makes the job's config dir and hands the exports to the caller. */
export function ciEnv(call: Call, context: Context): void {
  const settings = settingsOf(call.given, context.env);
  const shell = findShell(settings.shell);
  const provider = chooseProvider(call.provider, context.env);
  prepare(provider, settings, context, (job) => {
    handOver(provider, job, settings.given, context);
    report(job, settings, context);
    deliver(render(shell, job.exports), shell, job.configDir, settings.given, context);
  });
}
