import { chmod, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from '../../src/env.ts';
import { providers } from '../../src/providers/index.ts';
import { shells } from '../../src/shells/index.ts';
import { run } from '../support/clients.ts';
import { makeWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await makeWorkspace();
  await mkdir(join(workspace.path, 'base'));
});
afterEach(() => workspace.remove());

const inBase = (text: string) => async (): Promise<void> =>
  writeFile(join(workspace.path, 'base', 'config.json'), text);

/** W stands for the workspace. */
const W = (text: string): string => text.replaceAll(workspace.path, 'W');

async function fail(line: string, env: Env) {
  const given = Object.entries(env).map(([name, value]) => [
    name,
    value?.replaceAll('W/', `${workspace.path}/`),
  ]);
  const args = line.split(' ').map((word) => word.replaceAll('W/', `${workspace.path}/`));
  const { exitCode, stdout, stderr } = await run('werf-ci', args, {
    ...workspace.env,
    ...Object.fromEntries(given),
  });
  return { exitCode, stdout, stderr: W(stderr).split('\n') };
}

const KNOWN = `known names: ${providers.map(({ name }) => name).join(', ')}`;
const BASE_HINT =
  'mend it, name another directory with --docker-config, or take nothing from it with --inherit none';
const AUTH_HINT = 'set it to the JSON text of a config.json, or to the path of such a file, or unset it';
const LOGIN_HINT =
  'write --login HOST=USERNAME_VAR:PASSWORD_VAR, with the names of two variables, never a secret';
const TMP_HINT = 'name a directory that you may write to with --tmp-dir or WERF_TMP_DIR';
const OUT_HINT = 'name a file in a directory that you may write to';
const SECRET = 'hunter2-not-for-logs';

type Row = [
  what: string,
  line: string,
  env: Env,
  message: string,
  hint: string,
  setUp?: () => Promise<unknown>,
];

const rows: readonly Row[] = [
  ['an unknown provider', 'ci-env klingon', {}, 'provided ci system "klingon" not supported.', KNOWN],
  [
    'no provider',
    'ci-env',
    { CI: 'true', CI_COMMIT_SHA: '1234', BUILD_NUMBER: '1' },
    'no known CI system in the environment.',
    `name one: werf-ci ci-env NAME (generic for any other); ${KNOWN}`,
  ],
  [
    'an unknown shell',
    'ci-env gitlab --shell klingon',
    {},
    'provided shell "klingon" not supported: it is not a known shell.',
    `known names: ${shells.flatMap(({ name, aliases }) => [name, ...aliases]).join(', ')}`,
  ],
  [
    'an unknown option',
    'ci-env gitlab --bogus',
    {},
    'unknown option or argument: bogus.',
    'see werf-ci ci-env --help',
  ],
  [
    'an unknown command',
    'exec gitlab',
    {},
    'unknown command "exec".',
    'known commands: ci-env, completion; see werf-ci --help',
  ],
  [
    'a wrong choice',
    'ci-env gitlab --inherit some',
    {},
    '--inherit: "some" is not a value it takes.',
    'it takes all, none',
  ],
  [
    'a corrupt base config',
    'ci-env gitlab --docker-config W/base',
    {},
    'W/base/config.json is not a JSON object.',
    BASE_HINT,
    inBase(`{"auths":{"a":{"auth":"${SECRET}`),
  ],
  [
    'a base config that is a list',
    'ci-env gitlab',
    { DOCKER_CONFIG: 'W/base' },
    'W/base/config.json is not a JSON object.',
    BASE_HINT,
    inBase('[]'),
  ],
  [
    'a base config that is a directory',
    'ci-env gitlab --docker-config W/base',
    {},
    'W/base/config.json is not a regular file.',
    BASE_HINT,
    () => mkdir(join(workspace.path, 'base', 'config.json')),
  ],
  [
    'a base config that cannot be read',
    'ci-env gitlab --docker-config W/base',
    {},
    'cannot read W/base/config.json (ELOOP).',
    BASE_HINT,
    () => symlink('config.json', join(workspace.path, 'base', 'config.json')),
  ],
  [
    'a temp dir that is not there',
    'ci-env gitlab --tmp-dir W/nowhere',
    {},
    'cannot make a directory in W/nowhere (ENOENT).',
    TMP_HINT,
  ],
  [
    'a temp dir that is a file',
    'ci-env gitlab',
    { WERF_TMP_DIR: 'W/base/config.json' },
    'cannot make a directory in W/base/config.json (ENOTDIR).',
    TMP_HINT,
    inBase('{}'),
  ],
  [
    'a missing variable of --login',
    'ci-env gitlab --login a.b=USER_VAR:PASS_VAR',
    { USER_VAR: 'u' },
    '--login for "a.b": the variable PASS_VAR for the password is not set.',
    'set it, or name another variable: --login HOST=USERNAME_VAR:PASSWORD_VAR',
  ],
  [
    'a secret in place of its name',
    `ci-env gitlab --login a.b=USER_VAR:${SECRET}`,
    { USER_VAR: 'u' },
    '--login for "a.b" does not name two variables.',
    LOGIN_HINT,
  ],
  [
    'a login without variables',
    'ci-env gitlab --login a.b',
    {},
    '--login does not name two variables.',
    LOGIN_HINT,
  ],
  [
    'a blank job token',
    'ci-env gitlab',
    { CI_REGISTRY: 'r.example.com', CI_JOB_TOKEN: ' ' },
    'the secret in CI_JOB_TOKEN for "r.example.com" is blank.',
    'set CI_JOB_TOKEN to the password or token',
  ],
  [
    'an empty DOCKER_AUTH_CONFIG that is demanded',
    'ci-env gitlab --use-docker-auth-config',
    { DOCKER_AUTH_CONFIG: '' },
    'DOCKER_AUTH_CONFIG environment variable is not set, but --use-docker-auth-config flag is enabled.',
    'set it to the JSON text of a config.json, or to the path of such a file',
  ],
  [
    'a corrupt DOCKER_AUTH_CONFIG',
    'ci-env gitlab',
    { DOCKER_AUTH_CONFIG: `{"${SECRET}` },
    'DOCKER_AUTH_CONFIG is neither a JSON object nor the path of a file that holds one.',
    AUTH_HINT,
  ],
  [
    'a DOCKER_AUTH_CONFIG in base64, which is too long for a path',
    'ci-env gitlab',
    { DOCKER_AUTH_CONFIG: SECRET.repeat(30) },
    'DOCKER_AUTH_CONFIG is neither a JSON object nor the path of a file that holds one.',
    AUTH_HINT,
  ],
  [
    'a base config directory that is a link in a circle',
    'ci-env gitlab --docker-config W/base/circle',
    {},
    'cannot read W/base/circle (ELOOP).',
    BASE_HINT,
    () => symlink('circle', join(workspace.path, 'base', 'circle')),
  ],
  [
    'a base config directory that is a file',
    'ci-env gitlab --docker-config W/base/config.json',
    {},
    'the base config directory W/base/config.json is not a directory.',
    BASE_HINT,
    inBase('{}'),
  ],
  [
    'a DOCKER_AUTH_CONFIG that is no path',
    'ci-env gitlab',
    { DOCKER_AUTH_CONFIG: SECRET },
    'DOCKER_AUTH_CONFIG is neither a JSON object nor the path of a file that holds one.',
    AUTH_HINT,
  ],
  [
    'an output file in no directory',
    'ci-env gitlab -o W/nowhere/out',
    {},
    'cannot write the output file W/nowhere/out (ENOENT).',
    OUT_HINT,
  ],
  [
    'an output file that is a device',
    'ci-env gitlab -o /dev/null',
    {},
    'the output file /dev/null is not a regular file.',
    OUT_HINT,
  ],
  [
    'a werf.yaml that is not there',
    'ci-env github --config nope.yaml --dir W/base',
    { GITHUB_REPOSITORY: 'a/b' },
    'there is no file W/base/nope.yaml.',
    'mend it, name another file with --config, or set WERF_REPO',
  ],
];

test.each(rows.map((row) => [row[0], row] as const))(
  '%s',
  async (_what, [, line, env, message, hint, setUp]) => {
    await setUp?.();
    expect(await fail(line, env)).toEqual({
      exitCode: 1,
      stdout: / -o /.test(line) ? '' : '(exit 1);',
      stderr: [`werf-ci: ${message}`, `werf-ci: hint: ${hint}`],
    });
    expect(await readdir(String(workspace.env['TMPDIR']))).toEqual([]);
  },
);

test.each([
  ['config.json', 'base/config.json'],
  ['.', 'base/config.json'],
  ['..', 'base'],
])('a base config without the right to read it, for a user that is not root: %s', async (closed, named) => {
  const base = join(workspace.path, 'outer/base');
  await mkdir(base, { recursive: true });
  await writeFile(join(base, 'config.json'), '{}');
  await chmod(join(base, closed), 0o000);
  await Promise.all(
    [workspace.path, workspace.env.HOME, String(workspace.env['TMPDIR'])].map((dir) => chmod(dir, 0o777)),
  );
  const asUser = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--clear-groups'] : ['env'];
  const [command = '', ...args] = [...asUser, 'werf-ci', 'ci-env', 'gitlab', '--docker-config', base];
  const { exitCode, stdout, stderr } = await run(command, args, workspace.env);
  expect([exitCode, stdout, W(stderr).split('\n')]).toEqual([
    1,
    '(exit 1);',
    [`werf-ci: cannot read W/outer/${named} (EACCES).`, `werf-ci: hint: ${BASE_HINT}`],
  ]);
});

test('a command line of the runner in a name is no command in the log', async () => {
  const { stderr } = await run(
    'werf-ci',
    ['ci-env', '\n##vso[task.setvariable variable=A]b\n::add-mask::c'],
    workspace.env,
  );
  expect(stderr.split('\n')[0]).toBe(
    'werf-ci: provided ci system "\\n# #vso[task.setvariable variable=A]b\\n::add-mask::c" not supported.',
  );
});

test('a reader that is gone leaves no config dir', async () => {
  const script = '(sleep 0.3; werf-ci ci-env gitlab; echo "status $?" >&2) | true';
  const { stderr } = await run('bash', ['-c', script], workspace.env);
  expect(stderr.split('\n')).toEqual([
    'werf-ci: cannot write to stdout (EPIPE).',
    'werf-ci: hint: read all that it prints, or use -o FILE',
    'status 1',
  ]);
  expect(await readdir(String(workspace.env['TMPDIR']))).toEqual([]);
});

test.each([
  ['CI_COMMIT_TAG', 'the value for WERF_ADD_ANNOTATION_CI_GIT_TAG is not UTF-8.'],
  ['CI_JOB_TOKEN', 'the secret in CI_JOB_TOKEN for "r.example.com" is not UTF-8.'],
])('%s of bytes that are no UTF-8 is not passed on changed', async (name, message) => {
  const script = `CI_REGISTRY=r.example.com ${name}="$(printf 'a\\377b')" werf-ci ci-env gitlab`;
  const { exitCode, stdout, stderr } = await run('bash', ['-c', script], workspace.env);
  expect([exitCode, stdout, stderr.split('\n')[0]]).toEqual([1, '(exit 1);', `werf-ci: ${message}`]);
});

test.each(['ci-env gitlab --as-file', 'ci-env gitlab --as-file=1x', '--help'])(
  'a working directory that is gone: %s',
  async (line) => {
    const script = `mkdir gone; cd gone; rmdir ../gone; set -e; . "$(werf-ci ${line})"; echo alive`;
    const { exitCode, stdout, stderr } = await run(
      'dash',
      ['-c', `cd ${workspace.path}; ${script}`],
      workspace.env,
    );
    expect([
      exitCode === 0,
      stdout,
      stderr.split('\n').filter((text) => text.startsWith('werf-ci: ')),
    ]).toEqual([
      false,
      '',
      [
        'werf-ci: the working directory is gone (ENOENT).',
        'werf-ci: hint: change to a directory that is there',
      ],
    ]);
  },
);

test('a user who is not in the database and has no home has no base', async () => {
  await Promise.all([workspace.path, String(workspace.env['TMPDIR'])].map((dir) => chmod(dir, 0o777)));
  const args = ['--reuid=54321', '--clear-groups', 'werf-ci', 'ci-env', 'gitlab'];
  const { exitCode, stderr } = await run('setpriv', args, { ...workspace.env, HOME: '' });
  expect([exitCode, stderr]).toEqual([0, '']);
});

test('messages that nobody can read are no failure', async () => {
  const script = 'werf-ci ci-env gitlab --verbose >out 2>/dev/full; echo $?; grep -c DOCKER_CONFIG= out';
  const { stdout } = await run('sh', ['-c', `cd ${workspace.path}; ${script}`], workspace.env);
  expect(stdout).toBe('0\n1');
});

test('no home and no base is no error', async () => {
  const { exitCode, stderr } = await run('werf-ci', ['ci-env', 'gitlab'], {
    ...workspace.env,
    HOME: undefined,
    DOCKER_CONFIG: '/nowhere',
  });
  expect([exitCode, stderr]).toEqual([0, '']);
});
