// A job as actions/runner runs it: steps one after another, with files between them.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Env } from '../../src/env.ts';
import { readCommand, readEnvFile } from './agents/github.ts';
import { type Outcome, run } from './clients.ts';
import type { Workspace } from './workspace.ts';

export interface GithubJob {
  /** Where jobs keep temporary files: RUNNER_TEMP. */
  readonly temp: string;
  /** Everything that people can see. */
  readonly log: string[];
  /** A `run:` step; gives what it printed. */
  readonly run: (script: string, env?: Env) => Promise<Outcome>;
  /** The action's main or post step. */
  readonly action: (step: 'main' | 'post', inputs?: Readonly<Record<string, string>>) => Promise<Outcome>;
  /** Takes the job's outputs from the step that has just ended. */
  readonly outputs: Map<string, string>;
}

const FILES = ['ENV', 'OUTPUT', 'STATE'] as const;

/** Opens a job of github.com in the workspace. */
export async function openGithubJob(workspace: Workspace, own: Env = {}): Promise<GithubJob> {
  const temp = join(workspace.path, 'runner-temp');
  await mkdir(temp);
  const [log, masks, outputs]: [string[], string[], Map<string, string>] = [[], [], new Map()];
  const [globals, state] = [new Map<string, string>(), new Map<string, string>()];

  async function step(command: string, args: readonly string[], env: Env): Promise<Outcome> {
    const files = await openFiles(temp);
    const outcome = await run(command, args, {
      ...workspace.env,
      ...github(temp),
      ...own,
      ...Object.fromEntries(globals),
      ...Object.fromEntries(Object.entries(files).map(([name, path]) => [`GITHUB_${name}`, path])),
      ...env,
    });
    // Of two pipes the order is lost; stderr comes first, for the masks in it were there first.
    log.push(...show(`${outcome.stderr}\n${outcome.stdout}`.split('\n'), masks));
    for (const [name, value] of await closeFile(files.ENV)) globals.set(name, value);
    for (const [name, value] of await closeFile(files.OUTPUT)) outputs.set(name, value);
    for (const [name, value] of await closeFile(files.STATE)) state.set(`STATE_${name}`, value);
    return outcome;
  }

  return {
    temp,
    log,
    outputs,
    run: (script, env = {}) => step('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], env),
    action: (name, inputs = {}) =>
      step('node', [resolve(`dist/action/${name}.cjs`)], {
        ...Object.fromEntries(
          Object.entries(inputs).map(([input, value]) => [`INPUT_${input.toUpperCase()}`, value]),
        ),
        ...(name === 'post' ? Object.fromEntries(state) : {}),
      }),
  };
}

const github = (temp: string): Env => ({
  CI: 'true',
  GITHUB_ACTIONS: 'true',
  GITHUB_ACTOR: 'octocat',
  GITHUB_JOB: 'build',
  GITHUB_REF_NAME: 'main',
  GITHUB_REF_TYPE: 'branch',
  GITHUB_REPOSITORY: 'Acme/Shop',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_RUN_ID: '77',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_SHA: '7fd1a60b01f91b314f59955a4e4d4e80d8edf11d',
  RUNNER_NAME: 'runner-1',
  RUNNER_TEMP: temp,
});

async function openFiles(temp: string): Promise<Record<(typeof FILES)[number], string>> {
  const [ENV, OUTPUT, STATE] = FILES.map((name) => join(temp, `_${name}`)) as [string, string, string];
  await Promise.all([ENV, OUTPUT, STATE].map((path) => writeFile(path, '')));
  return { ENV, OUTPUT, STATE };
}

async function closeFile(path: string): Promise<Map<string, string>> {
  const text = await readFile(path, 'utf8');
  await rm(path);
  return readEnvFile(text);
}

/** Takes the commands out of the output, and hides in the rest what they say; both lists grow. */
function show(lines: readonly string[], masks: string[]): string[] {
  return lines.flatMap((line) => {
    const [command, data = ''] = readCommand(line) ?? [];
    if (command === 'add-mask') masks.push(data);
    return command === 'add-mask' ? [] : [masks.reduce((text, mask) => text.replaceAll(mask, '***'), line)];
  });
}
