import { settingsOf } from '../options/settings.ts';
import type { Call } from '../options/table.ts';
import { chooseProvider } from '../providers/index.ts';
import type { Provider } from '../providers/provider.ts';
import { findShell } from '../shells/index.ts';
import { leftOver, render } from '../shells/shell.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { mask } from './mask.ts';
import { type Prepared, prepare } from './prepare.ts';
import { report } from './report.ts';

type HandOver = (provider: Provider, job: Prepared, context: Context) => () => void;

/** `werf-ci ci-env`: makes the job's config dir and hands the exports to the caller. */
export function ciEnv(call: Call, context: Context): Promise<void> | undefined {
  const settings = settingsOf(call.given, context.env);
  const shell = findShell(settings.shell);
  const provider = chooseProvider(call.provider, context.env);
  const run = (handOver?: HandOver): void =>
    prepare(provider, settings, context, (job) => {
      mask(provider, job, context);
      const text = render(shell, job.exports);
      const handOverNow = handOver?.(provider, job, context);
      const output = deliver(text, shell, job.configDir, settings.given, context);
      // After what may fail for its content: what the runner has got cannot be taken back.
      handOverNow?.();
      report({ ...job, warnings: [...job.warnings, ...leftOver(shell, job.exports)] }, settings, context);
      context.print(output);
    });
  if (settings.given.persist) return import('./persist.ts').then(({ persist }) => run(persist));
  run();
  return undefined;
}
