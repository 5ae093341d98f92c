// On Windows: runs the lines of the table of shells in PowerShell and cmd.exe, and takes nasty values through both.
// Needs a Node that reads TypeScript (22.18 or 24), and `npm run build` before.
import { deepEqual, doesNotMatch, notEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { cmdexe } from '../src/shells/cmdexe.ts';
import { powershell } from '../src/shells/powershell.ts';
import { nasty } from '../test/support/nasty.ts';
import { readTable } from '../test/support/shells/table.ts';

const dir = mkdtempSync(join(tmpdir(), 'werf-ci prove-'));
const path = (name) => join(dir, name);
const cli = resolve('dist/cli.cjs');
const env = {
  ...process.env,
  PATH: [dir, process.env.PATH].join(delimiter),
  OUT: path('out.json'),
  GITHUB_ACTIONS: '',
  GITLAB_CI: 'true',
  CI_JOB_ID: '42',
  CI_COMMIT_TAG: "v1  it's $(id) 100% %PATH% ! ^ & #",
  DOCKER_AUTH_CONFIG: '{"auths":{}}',
};

writeFileSync(path('werf-ci.cmd'), `@node "${cli}" %*\r\n`);
writeFileSync(path('dump.cjs'), 'require("fs").writeFileSync(process.env.OUT, JSON.stringify(process.env))');

const powershells = ['powershell', 'pwsh'].map((name) => ({
  dialect: powershell,
  argv: [name, '-NoProfile', '-ExecutionPolicy', 'Bypass', '-File', path('script.ps1')],
  evaluate: `cmd /c type "${path('text')}" | Out-String | Invoke-Expression`,
  stop: '',
}));
const cmd = {
  dialect: cmdexe,
  argv: ['cmd', '/d', '/c', path('script.bat')],
  evaluate: `call "${path('text.bat')}"`,
  stop: 'if errorlevel 1 exit /b 1',
};

function run({ argv }, lines, variables = env) {
  writeFileSync(argv.at(-1), `${lines.join('\r\n')}\r\n`);
  return spawnSync(argv[0], argv.slice(1), { env: variables, encoding: 'utf8' });
}

/** What a script leaves in the environment. */
function environmentAfter(shell, lines) {
  const { status, stderr } = run(shell, [...lines, `node "${path('dump.cjs')}"`]);
  deepEqual({ status, stderr }, { status: 0, stderr: '' }, shell.argv[0]);
  return JSON.parse(readFileSync(env.OUT, 'utf8'));
}

const withoutDir = (variables) =>
  JSON.parse(
    JSON.stringify(variables).replaceAll(JSON.stringify(variables.DOCKER_CONFIG).slice(1, -1), 'DIR'),
  );

function proveLine(shell, line) {
  const json = spawnSync(process.execPath, [cli, 'ci-env', '--shell', 'json'], { env, encoding: 'utf8' });
  const wanted = withoutDir(JSON.parse(json.stdout));
  const got = withoutDir(environmentAfter(shell, [line]));
  deepEqual(Object.fromEntries(Object.keys(wanted).map((name) => [name, got[name] ?? null])), wanted, line);
  proveStop(shell, line.replace('ci-env', 'ci-env nope'), env);
}

function proveStop(shell, line, variables) {
  const { status, stdout } = run(shell, [line, shell.stop, 'echo reached'], variables);
  notEqual(status, 0, line);
  doesNotMatch(stdout, /^reached/m, line);
}

function proveValues(shell) {
  const rows = Object.values(nasty).flatMap((value, index) => {
    try {
      return [[`V${index}`, value, shell.dialect.set(`V${index}`, value)]];
    } catch {
      return [];
    }
  });
  const text = shell.dialect.join(rows.map(([, , statement]) => statement));
  for (const name of ['text', 'text.bat']) writeFileSync(path(name), text);
  const got = environmentAfter(shell, [shell.evaluate]);
  for (const [name, value] of rows) deepEqual(got[name], value, `${shell.argv[0]}: ${name}`);
  console.log(`${shell.argv[0]}: ${rows.length} values`);
}

for (const shell of [...powershells, cmd]) {
  for (const row of readTable('README.md').filter((row) => row.shell === shell.dialect.name)) {
    for (const line of [row.line, row.safeLine]) proveLine(shell, line);
    proveStop(shell, row.safeLine, { ...env, PATH: process.env.PATH });
    console.log(`${shell.argv[0]}: ${row.line}`);
  }
  proveValues(shell);
}
