import { saveState, setOutput } from '@actions/core';
import type { Context } from '../commands/context.ts';
import { mask } from '../commands/mask.ts';
import { persist } from '../commands/persist.ts';
import { type Prepared, prepare } from '../commands/prepare.ts';
import { report } from '../commands/report.ts';
import { hostOf } from '../docker/registry.ts';
import type { Export } from '../exports.ts';
import { settingsOf } from '../options/settings.ts';
import { chooseProvider } from '../providers/index.ts';
import type { Provider } from '../providers/provider.ts';
import { givenOf } from './inputs.ts';

/** Makes the job's config dir for all steps that follow, and notes for the end of the job where it is. */
export function setUp(input: (name: string) => string, context: Context): void {
  const settings = settingsOf(givenOf(input), context.env);
  const provider = chooseProvider(input('provider') || undefined, context.env);
  prepare(provider, settings, context, (job) => {
    saveState('config-dir', job.configDir);
    mask(provider, job, context);
    setOutput('config-dir', job.configDir);
    setOutput('repo', job.repo ?? '');
    setOutput('registry', hostOf(job.repo ?? ''));
    persist(provider, { ...job, exports: withoutSecrets(provider, job, context) }, context)();
    report(job, settings, context);
  });
}

/** The token is the action's by default: steps that nobody gave it to must not find it in their environment. */
function withoutSecrets(provider: Provider, { exports }: Prepared, { env }: Context): readonly Export[] {
  const names = (provider.secretExports?.(env) ?? []).map(([name]) => name);
  return exports.filter(({ name }) => !names.includes(name));
}
