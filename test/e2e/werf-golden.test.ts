import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from '../../src/env.ts';
import { run } from '../support/clients.ts';
import { makeWorkspace, type Workspace } from '../support/workspace.ts';

interface Login {
  readonly registry: string;
  readonly username: string;
  readonly password: string;
}

interface Case {
  readonly name: string;
  readonly provider: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly expected?: Readonly<Record<string, string>>;
  readonly absent?: readonly string[];
  readonly login?: Login | null;
  readonly setup?: { readonly werfProject: string | null };
  readonly supersededBy?: string;
  readonly id?: string;
}

const golden: { cases: Case[]; deviations: Case[] } = JSON.parse(
  await readFile('test/fixtures/werf-golden.json', 'utf8'),
);

/** What shells and the lines below put into every environment. */
const OF_THE_SHELL = ['PWD', 'OLDPWD', 'SHLVL', '_', 'IFS', 'OPTIND', 'PS1', 'PS2', 'PS4'];

/** What is said of cases in which werf says nothing. */
function warningOf({ name, args }: Case): string {
  if (args.includes('--tagging-strategy')) return 'werf-ci: warning: --tagging-strategy has no effect here.';
  return name === 'github-no-token'
    ? "werf-ci: warning: no login for ghcr.io: its secret is not in the environment; pass the job's token to this step, or use --login."
    : '';
}

let workspace: Workspace;
beforeEach(async () => {
  workspace = await makeWorkspace();
});
afterEach(() => workspace.remove());

/** The paths in the cases are of other machines: they are moved into the workspace. */
const moved = (text: string): string => text.replace(/^\/(runner|builds)\//, `${workspace.path}/$1/`);

const jobEnv = ({ env }: Case): Env => ({
  ...workspace.env,
  ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, moved(value)])),
});

async function setUp({ env, setup }: Case): Promise<void> {
  const project = setup?.werfProject;
  if (project) await writeFile(join(workspace.path, 'werf.yaml'), `project: ${project}\nconfigVersion: 1\n`);
  if (env['DOCKER_AUTH_CONFIG']) {
    await mkdir(join(workspace.path, 'builds/acme/shop.tmp'), { recursive: true });
    await writeFile(moved(env['DOCKER_AUTH_CONFIG']), '{"auths":{}}');
  }
}

/** The environment after the line, without what the shell itself puts there. */
async function envAfter(line: string, shell: string, given: Case): Promise<Record<string, string>> {
  const script = `set -e; cd ${workspace.path}; ${line}; env -0`;
  const { stdout, stderr } = await run(shell, ['-c', script], jobEnv(given));
  expect(forPeople(stderr)).toBe(warningOf(given));
  const entries = stdout.split('\0').map((entry) => entry.split(/=(.*)/s));
  return Object.fromEntries(entries.filter(([name = '']) => name && !OF_THE_SHELL.includes(name)));
}

/** GitHub's runner keeps the commands that hide secrets to itself. */
const forPeople = (stderr: string): string =>
  stderr
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');

const callOf = ({ provider, args }: Case): string => `werf-ci ci-env ${[provider, ...args].join(' ')}`;

const lineOf = (given: Case): string =>
  given.args.includes('--as-env-file') ? `set -a; . $(${callOf(given)}); set +a` : `eval $(${callOf(given)})`;

/** The preset environment, changed by what werf exports and what this tool adds. */
function expectedEnv(given: Case, dir: string): Env {
  const session = (value: string): string => value.replace('<SESSION_DOCKER_CONFIG>', dir);
  const values = Object.entries(given.expected ?? {}).map(([name, value]) => [name, session(value)]);
  return {
    ...jobEnv(given),
    ...Object.fromEntries(values),
    DOCKER_CONFIG: dir,
    WERF_DOCKER_CONFIG: dir,
    REGISTRY_AUTH_FILE: `${dir}/auth.json`,
    HELM_REGISTRY_CONFIG: `${dir}/helm.json`,
  };
}

const authsOf = async (dir: string) => JSON.parse(await readFile(join(dir, 'config.json'), 'utf8')).auths;

const loginEntry = ({ registry, username, password }: Login) => ({
  [registry]: { auth: btoa(`${username}:${password}`) },
});

const kept = golden.cases.filter(({ supersededBy }) => supersededBy === undefined);

describe.each(['dash', 'bash'])('in %s, as werf ci-env', (shell) => {
  test.each(kept.map((given) => [given.name, given] as const))('%s', async (_name, given) => {
    await setUp(given);
    const env = await envAfter(lineOf(given), shell, given);
    const dir = String(env['DOCKER_CONFIG']);
    expect(env).toEqual(expectedEnv(given, dir));
    expect(await authsOf(dir)).toEqual({
      'werf-ci.invalid': {},
      ...(given.login ? loginEntry(given.login) : {}),
    });
  });
});

/** The name that D10 takes for an unknown one has become one of ours. */
const renamed = (given: Case): Case =>
  given.provider === 'jenkins' ? { ...given, provider: 'klingon' } : given;

const deviation = (id: string): Case => {
  const found = golden.deviations.find((given) => given.id === id);
  if (!found) throw new Error(`the fixtures have no deviation ${id}`);
  return renamed(found);
};

describe('unlike werf ci-env', () => {
  test.each(['D1', 'D2', 'D7', 'D9'])('%s: exports what it should', async (id) => {
    const given = deviation(id);
    await setUp(given);
    const env = await envAfter(lineOf(given), 'bash', given);
    expect(env).toMatchObject(given.expected ?? {});
    for (const name of given.absent ?? []) expect(env).not.toHaveProperty(name);
  });

  test('D4: no secret is in what it says', async () => {
    const given = deviation('D4');
    const { stderr, stdout } = await run('sh', ['-c', callOf(given)], jobEnv(given));
    expect(stderr).toContain('werf-ci: credential: ghcr.io as octocat');
    expect(`${stdout}${forPeople(stderr)}`).not.toMatch(/ghp_pat|ghs_tok/);
  });

  test('D5: an output file is replaced whole, and private', async () => {
    const given = deviation('D5');
    const file = join(workspace.path, 'out.env');
    await writeFile(file, 'OLD=tail\n'.repeat(1000), { mode: 0o755 });
    const { stdout } = await run(
      'sh',
      ['-c', `werf-ci ci-env gitlab --as-env-file -o ${file}; stat -c %a ${file}`],
      jobEnv(given),
    );
    expect(stdout).toBe('600');
    expect(await readFile(file, 'utf8')).toMatch(/^DOCKER_CONFIG=[^\n]*\n(?:(?!OLD)[^\n]*\n)*$/);
  });

  test('D6: a stale annotation is unset', async () => {
    const given = deviation('D6');
    const { stdout } = await run('sh', ['-c', callOf(given)], jobEnv(given));
    expect(stdout).toContain(' unset WERF_ADD_ANNOTATION_CI_GIT_TAG; ');
    expect(await envAfter(lineOf(given), 'sh', given)).not.toHaveProperty('WERF_ADD_ANNOTATION_CI_GIT_TAG');
  });

  test.each([
    [
      'D8',
      'DOCKER_AUTH_CONFIG environment variable is not set, but --use-docker-auth-config flag is enabled.',
    ],
    ['D10', 'provided ci system "klingon" not supported.'],
  ])('%s: fails in the caller and says why on stderr', async (id, message) => {
    const { exitCode, stdout, stderr } = await run(
      'sh',
      ['-ec', `${lineOf(deviation(id))}; echo alive`],
      jobEnv(deviation(id)),
    );
    expect([exitCode, stdout, stderr.split('\n')[0]]).toEqual([1, '', `werf-ci: ${message}`]);
  });
});
