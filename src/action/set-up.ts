import { saveState, setOutput } from '@actions/core';
import type { Context } from '../commands/context.ts';
import { mask } from '../commands/mask.ts';
import { persist } from '../commands/persist.ts';
import { prepare } from '../commands/prepare.ts';
import { report } from '../commands/report.ts';
import { hostOf } from '../docker/registry.ts';
import { settingsOf } from '../options/settings.ts';
import { chooseProvider } from '../providers/index.ts';
import { givenOf } from './inputs.ts';

/** Makes the job's config dir for all steps that follow, and notes for the end of the job where it is. */
export function setUp(input: (name: string) => string, context: Context): void {
  const settings = settingsOf(givenOf(input), context.env);
  const provider = chooseProvider(input('provider') || undefined, context.env);
  prepare(provider, settings, context, (job) => {
    saveState('config-dir', job.configDir);
    mask(provider, job, context);
    persist(provider, job, context);
    report(job, settings, context);
    setOutput('config-dir', job.configDir);
    setOutput('repo', job.repo ?? '');
    setOutput('registry', hostOf(job.repo ?? ''));
  });
}
