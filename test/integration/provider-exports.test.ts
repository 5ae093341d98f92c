import type { Env } from '../../src/env.ts';
import { type Export, exportsFor } from '../../src/exports.ts';
import { readJobFile } from '../../src/host/job-file.ts';
import { factsOf } from '../../src/providers/facts.ts';
import { chooseProvider, providers } from '../../src/providers/index.ts';
import { sh } from '../../src/shells/sh.ts';
import { render } from '../../src/shells/shell.ts';
import { run } from '../support/clients.ts';
import { type Expected, eachFixture, type Fixture, withFiles } from '../support/fixtures.ts';
import { requireTools } from '../support/tools.ts';

beforeAll(() => requireTools('bash', 'dash'));

const nameOf = ({ expect: { provider } }: Fixture): string => provider ?? 'generic';

function exportsIn(name: string, env: Env): readonly Export[] {
  const provider = chooseProvider(name, env);
  const facts = factsOf(provider, env, readJobFile);
  const clients = ['docker', 'podman', 'helm'];
  return exportsFor({ provider, facts, configDir: '/job', clients, project: 'shop' }, env);
}

const PER_PROJECT = providers.filter((provider) => 'hasRepoPerProject' in provider).map(({ name }) => name);

/** The variables of the two pages: werf's own for two providers, made alike for all others. */
function linksIn({ pipelineUrl, jobUrl }: Expected, name: string): Record<string, unknown> {
  if (name === 'github')
    return { GITHUB_ACTIONS_RUN_URL: pipelineUrl && `github.ci.werf.io/workflow-run-url=${pipelineUrl}` };
  const prefix = name === 'gitlab' ? 'GITLAB_CI' : name.toUpperCase();
  return {
    [`${prefix}_PIPELINE_URL`]: pipelineUrl && `${name}.ci.werf.io/pipeline-url=${pipelineUrl}`,
    [`${prefix}_JOB_URL`]: jobUrl && `${name}.ci.werf.io/job-url=${jobUrl}`,
  };
}

function expectedVariables(fixture: Fixture): Record<string, unknown> {
  const { expect: expected, env } = fixture;
  const name = nameOf(fixture);
  const { repo } = expected.registry;
  const annotations = {
    PROJECT_GIT: expected['projectUrl'] && `project.werf.io/git=${expected['projectUrl']}`,
    CI_COMMIT: expected['sha'] && `ci.werf.io/commit=${expected['sha']}`,
    CI_GIT_TAG: expected['tag'] && `ci.werf.io/tag=${expected['tag']}`,
    ...linksIn(expected, name),
  };
  return {
    WERF_REPO: repo && (PER_PROJECT.includes(name) ? `${repo}/shop` : repo),
    WERF_REPO_CONTAINER_REGISTRY: name === 'gitlab' && repo ? 'gitlab' : null,
    WERF_ENV: expected['environmentSlug'],
    WERF_REPO_GITHUB_TOKEN: name === 'github' ? env['GITHUB_TOKEN'] : null,
    ...Object.fromEntries(
      Object.entries(annotations).map(([key, value]) => [`WERF_ADD_ANNOTATION_${key}`, value]),
    ),
  };
}

const OF_EVERY_JOB = {
  DOCKER_CONFIG: '/job',
  WERF_DOCKER_CONFIG: '/job',
  REGISTRY_AUTH_FILE: '/job/auth.json',
  HELM_REGISTRY_CONFIG: '/job/helm.json',
  WERF_LOG_COLOR_MODE: 'on',
  WERF_LOG_PROJECT_DIR: '1',
  WERF_ENABLE_PROCESS_EXTERMINATOR: '1',
  WERF_LOG_TERMINAL_WIDTH: '130',
};

/** What shells themselves put into the environment. */
const OF_THE_SHELL = ['PWD', 'OLDPWD', 'SHLVL', '_'];

const without = (names: readonly string[], env: object): object =>
  Object.fromEntries(Object.entries(env).filter(([name, value]) => value && !names.includes(name)));

const SHELLS: readonly (readonly [string, readonly string[]])[] = [
  ['dash', []],
  // With a pipe for its input and no SHLVL, bash takes itself for a remote shell and reads a file of the user's.
  ['bash', ['--norc']],
];

describe.each(SHELLS)('%s', (shell, options) => {
  test.each(eachFixture)(
    '%s: the job’s environment is what it was, and the exports',
    async (_id, fixture) => {
      const { input, env } = withFiles(fixture, (env) => ({
        env,
        input: render(sh, exportsIn(nameOf(fixture), env)),
      }));
      const { stdout, stderr } = await run(shell, [...options, '-c', 'eval "$(cat)"; env -0'], env, {
        input,
      });
      const entries = stdout.split('\0').map((entry) => entry.split(/=(.*)/s).slice(0, 2));
      expect(stderr).toBe('');
      expect(without(OF_THE_SHELL, Object.fromEntries(entries))).toEqual(
        without([...OF_THE_SHELL, 'DOCKER_AUTH_CONFIG'], {
          ...env,
          ...OF_EVERY_JOB,
          ...expectedVariables(fixture),
        }),
      );
    },
  );
});

const USER_INFO = 'leaky:pass@word';
const leaky = (text: string): string =>
  text.replaceAll(/\b(https?|ssh)(\\?:)\/\/(?:[^/@]*@)?/g, `$1$2//${USER_INFO}@`);

test.each(eachFixture)('%s: no export has the user info of a URL', (_id, fixture) => {
  const files = JSON.parse(leaky(JSON.stringify(fixture.files ?? {})));
  const env = Object.fromEntries(Object.entries(fixture.env).map(([name, value]) => [name, leaky(value)]));
  const [plain, changed] = [fixture, { ...fixture, env, files }].map((one) =>
    withFiles(one, (env) => exportsIn(nameOf(one), env)),
  );
  expect(changed).toEqual(plain);
});
