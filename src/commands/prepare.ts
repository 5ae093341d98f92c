import { resolve } from 'node:path';
import type { Credential } from '../docker/credential.ts';
import { dirPrefix } from '../docker/dir-name.ts';
import { login } from '../docker/login.ts';
import { planFiles } from '../docker/plan.ts';
import { authKey } from '../docker/registry.ts';
import type { Env } from '../env.ts';
import { type Export, exportsFor } from '../exports.ts';
import { withConfigDir, writeFiles } from '../host/config-dir.ts';
import { readJobFile } from '../host/job-file.ts';
import { type Settings, tempParents } from '../options/settings.ts';
import type { Given } from '../options/table.ts';
import { credentialsOf, missingLogin } from '../providers/credentials.ts';
import { factsOf } from '../providers/facts.ts';
import type { Facts, Provider } from '../providers/provider.ts';
import type { Context } from './context.ts';
import { inherited, projectOf } from './inputs.ts';

/** A config dir that is ready for use, and what the job's environment needs to use it. */
export interface Prepared {
  readonly configDir: string;
  /** The image repository of the project, where the provider has one. */
  readonly repo: string | undefined;
  readonly exports: readonly Export[];
  readonly warnings: readonly string[];
  readonly credentials: readonly Credential[];
}

/**
 * Makes the job's config dir and gives it to `use`. Throws a `UserError` for what the user can mend; then, as when
 * `use` throws, there is no config dir.
 */
export function prepare(
  provider: Provider,
  settings: Settings,
  context: Context,
  use: (job: Prepared) => void,
): void {
  const { given, clients } = settings;
  const { env } = context;
  const facts = factsOf(provider, env, readJobFile);
  const { credentials, missing } = loginsOf(facts, given, env);
  const { warnings, ...sources } = inherited(settings, context);
  const plan = planFiles({ ...sources, credentials });
  const project = projectOf(provider, facts, given, context);
  const parents = tempParents(given, facts.tempDir, env).map((parent) => resolve(context.cwd, parent));
  withConfigDir({ parents, prefix: dirPrefix(provider.name, facts.jobKey) }, (configDir) => {
    writeFiles(configDir, plan.files);
    const { usesEcrLogin } = plan;
    const certPath = sources.base?.certPath;
    const job = { provider, facts, configDir, clients, certPath, usesEcrLogin, project: project.name };
    use({
      configDir,
      repo: facts.registry?.repo,
      exports: exportsFor(job, env),
      credentials,
      warnings: [...settings.warnings, ...missing, ...warnings, ...plan.warnings, ...project.warnings],
    });
  });
}

/** The job's own credentials, and those of `--login`, which win; and what to tell people of one that is missing. */
function loginsOf(facts: Facts, given: Given, env: Env) {
  const logins = (given.login ?? []).map((text) => login(text, env));
  if (given['login-to-registry'] === false) return { credentials: logins, missing: [] };
  const isGiven = logins.some(({ registry }) => authKey(registry) === authKey(facts.registry?.host ?? ''));
  return {
    credentials: [...credentialsOf(facts, env), ...logins],
    missing: isGiven ? [] : missingLogin(facts),
  };
}
