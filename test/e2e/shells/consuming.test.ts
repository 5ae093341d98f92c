import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readEnvFile } from '../../support/agents/github.ts';
import { otherShells, posixShells, type RealShell } from '../../support/shells/real-shells.ts';
import { environmentAfter, run } from '../../support/shells/run.ts';
import { readTable } from '../../support/shells/table.ts';
import { workDir } from '../../support/shells/work-dir.ts';

const TABLE = 'README.md';

const dir = workDir();
const cli = resolve('dist/cli.cjs');

/** A directory with a program named werf-ci. */
function binWith(name: string, script: string): string {
  const bin = join(dir.path, name);
  mkdirSync(bin);
  writeFileSync(join(bin, 'werf-ci'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, 'werf-ci'), 0o755);
  return bin;
}

const real = binWith('real', `exec '${process.execPath}' '${cli}' "$@"`);
const killed = binWith('killed', 'kill -9 $$');

/** A job whose exports have all that a shell could take for its own. */
const job = {
  GITLAB_CI: 'true',
  CI_JOB_ID: '42',
  CI_REGISTRY: 'registry.example.com',
  CI_REGISTRY_USER: 'gitlab-ci-token',
  CI_REGISTRY_PASSWORD: 'secret',
  CI_REGISTRY_IMAGE: 'registry.example.com/group/project',
  CI_PROJECT_URL: 'https://gitlab.example.com/group/project',
  CI_COMMIT_TAG: `v1  "it's" $(id) \`id\` \${HOME} * é 🙂 \\ ! & ;\n%PATH%\n`,
  DOCKER_AUTH_CONFIG: '{"auths":{}}',
};

const posixRows = Object.entries(posixShells).map(([name, shell]) => ({ name, shell }));

const rows = readTable(TABLE)
  .filter(({ shell }) => shell === 'sh' || shell === 'dotenv' || shell in otherShells)
  .flatMap(({ shell: dialect, line, safeLine }) =>
    (dialect in otherShells
      ? [{ name: dialect, shell: (otherShells as Readonly<Record<string, RealShell>>)[dialect] as RealShell }]
      : posixRows
    ).map((row) => ({ ...row, dialect, line, safeLine })),
  );

const EXPORTS = /^(?:DOCKER_|WERF_|REGISTRY_AUTH_FILE|HELM_)/;

/** The exports as JSON has them, and those that a shell had, without the name of the config dir, which is random. */
const withoutDir = (variables: Record<string, string>): Record<string, string> =>
  JSON.parse(JSON.stringify(variables).replaceAll(variables['DOCKER_CONFIG'] ?? '?', 'DIR'));

function expected(env: Readonly<Record<string, string>>): Record<string, string> {
  const { stdout } = spawnSync(process.execPath, [cli, 'ci-env', '--shell', 'json'], {
    env: { HOME: dir.path, ...env },
    encoding: 'utf8',
  });
  const set = Object.entries<string | null>(JSON.parse(stdout)).filter(([, value]) => value !== null);
  return withoutDir(
    Object.fromEntries(set.map(([name, value]) => [name, Buffer.from(String(value)).toString('latin1')])),
  );
}

// dotenv can carry neither the tag nor the unset.
const jobOf = (dialect: string): Readonly<Record<string, string>> => {
  const { CI_COMMIT_TAG, DOCKER_AUTH_CONFIG, ...others } = job;
  return dialect === 'dotenv' ? others : { CI_COMMIT_TAG, DOCKER_AUTH_CONFIG, ...others };
};

test.each(rows.flatMap(({ line, safeLine, ...row }) => [line, safeLine].map((line) => ({ ...row, line }))))(
  '$name gets the exports by $line',
  ({ shell, dialect, line }) => {
    const env = jobOf(dialect);
    const script = `${shell.strict(line)}${shell.dump}\n`;
    const outcome = environmentAfter({ argv: shell.argv, script, dir, bin: real, env }, EXPORTS);
    expect({ ...outcome, variables: withoutDir(outcome.variables) }).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
      variables: expected(env),
    });
  },
);

const failing = rows.flatMap(({ line, safeLine, ...row }) => [
  { ...row, situation: 'fails', line: line.replace('ci-env', 'ci-env nope'), bin: real },
  { ...row, situation: 'fails', line: safeLine.replace('ci-env', 'ci-env nope'), bin: real },
  { ...row, situation: 'is killed', line: safeLine, bin: killed },
  { ...row, situation: 'is missing', line: safeLine, bin: dir.cwd },
]);

test.each(failing)('$name stops when werf-ci $situation in $line', ({ shell, line, bin }) => {
  const script = `${shell.strict(line)}echo reached\n`;
  const { status, stdout } = run({ argv: shell.argv, script, dir, bin });
  expect({ status, stdout }).toEqual({
    status: expect.any(Number),
    stdout: expect.not.stringContaining('reached'),
  });
  expect(status).not.toBe(0);
});

test.each(failing.filter(({ dialect, line }) => dialect === 'sh' && line.startsWith('eval')))(
  '$name stops with status 1 when werf-ci $situation in $line',
  ({ shell, line, bin }) => {
    expect(run({ argv: shell.argv, script: shell.strict(line), dir, bin }).status).toBe(1);
  },
);

/** Says 11111, which nobody typed. nu is left out: it waits for a terminal that answers. */
const alive: Readonly<Record<string, string>> = {
  sh: "echo 11''111",
  fish: "echo 11''111",
  tcsh: "echo 11''111",
  elvish: 'echo (* 41 271)',
  xonsh: 'echo @(41 * 271)',
};

const typed = failing.filter(({ dialect }) => dialect in alive);

test.each(typed)('interactive $name lives when werf-ci $situation in $line', (row) => {
  const argv = [...row.shell.argv.map((word) => (word === '-ef' ? '-f' : word)), '-i'];
  const script = `${row.line}\n${alive[row.dialect]}\nexit\n`;
  expect(run({ argv, script, dir, bin: row.bin, isTyped: true }).stdout).toContain('11111');
});

/** What is no shell's text goes to a file, as in a step of GitHub Actions. */
const files = readTable(TABLE)
  .filter(({ shell }) => shell === 'json' || shell === 'github-env')
  .map(({ shell, line }) => ({ shell, line, argv: ['bash', '--noprofile', '--norc', '-eo', 'pipefail'] }));

const readers: Readonly<Record<string, () => unknown>> = {
  json: () => JSON.parse(readFileSync(join(dir.cwd, 'ci-env.json'), 'utf8')),
  'github-env': () => Object.fromEntries(readEnvFile(readFileSync(join(dir.path, 'github-env'), 'utf8'))),
};

const toFile = { GITHUB_ENV: join(dir.path, 'github-env') };

test.each(files)('a file gets the exports by $line', ({ shell, line, argv }) => {
  const { DOCKER_AUTH_CONFIG: _, ...env } = job;
  const { status } = run({ argv, script: line, dir, bin: real, env: { ...env, ...toFile } });
  const read = readers[shell]?.() as Record<string, string>;
  const variables = Object.entries(read).map(([name, value]) => [
    name,
    Buffer.from(value).toString('latin1'),
  ]);
  expect({ status, variables: withoutDir(Object.fromEntries(variables)) }).toEqual({
    status: 0,
    variables: expected(env),
  });
});

test.each(
  files.flatMap((row) => [
    { ...row, situation: 'fails', line: row.line.replace('ci-env', 'ci-env nope'), bin: real },
    { ...row, situation: 'is killed', bin: killed },
    { ...row, situation: 'is missing', bin: dir.cwd },
  ]),
)('a step stops when werf-ci $situation in $line', ({ line, argv, bin, shell }) => {
  const outcome = run({ argv, script: `${line}\necho reached`, dir, bin, env: toFile });
  expect(outcome).toMatchObject({ status: expect.any(Number), stdout: '' });
  expect(outcome.status).not.toBe(0);
  if (bin === real) expect(() => readers[shell]?.()).toThrow();
});
