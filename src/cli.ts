#!/usr/bin/env node
import { ciEnv } from './commands/ci-env.ts';
import type { Context } from './commands/context.ts';
import { errorCode, isUserError, UserError } from './errors.ts';
import { failureText } from './failure.ts';
import { writeAll } from './host/files.ts';
import { fastParse } from './options/fast.ts';
import type { Call } from './options/table.ts';
import { logLine } from './text.ts';

/** The version in package.json, put in by the build. */
declare const VERSION: string;

const argv = process.argv.slice(2);
const env = { ...process.env };
const commands: Readonly<Record<string, (call: Call, context: Context) => Promise<void> | undefined>> = {
  'ci-env': ciEnv,
};

/** Prints and fails in one place: whatever happens, stdout gets one text, and the caller a status. */
function main(): void {
  try {
    const context = contextOf(process);
    const call = fastParse(argv);
    (call ? run(call, context) : parseAndRun(context))?.catch(fail);
  } catch (error) {
    fail(error);
  }
}

const contextOf = ({ platform, getuid }: typeof process): Context => {
  return { env, cwd: workingDirectory(), platform, uid: getuid?.(), print, command, tell };
};

function workingDirectory(): string {
  try {
    return process.cwd();
  } catch (error) {
    const hint = 'change to a directory that is there';
    throw new UserError(`the working directory is gone (${errorCode(error)}).`, { hint, cause: error });
  }
}

const run = (call: Call, context: Context): Promise<void> | undefined =>
  commands[call.command]?.(call, context);

async function parseAndRun(context: Context): Promise<void> {
  const { fullParse } = await import('./options/full.ts');
  const parsed = fullParse(argv, VERSION);
  if ('call' in parsed) await run(parsed.call, context);
  else print(parsed.text);
}

function fail(error: unknown): void {
  process.exitCode = 1;
  explain(error);
  tryTo(() => print(failureText(argv, env, import.meta.dirname)));
}

/** A stack is for us: only what no user can mend has one. */
function explain(error: unknown): void {
  if (isUserError(error)) {
    tell(error.message);
    if (error.hint) tell(`hint: ${error.hint}`);
  } else if (error instanceof Error) {
    tell('internal error, please report it:');
    for (const line of String(error.stack).split('\n')) tell(line);
  }
}

const print = (text: string): void => write(1, 'stdout', text, 'read all that it prints, or use -o FILE');

/** Unlike a line for people, one that the runner does not get is a failure: it hides secrets, or hands over. */
const command = (line: string): void => write(2, 'stderr', `${line}\n`, 'leave stderr to the runner');

function write(descriptor: number, name: string, text: string, hint: string): void {
  try {
    writeAll(descriptor, text);
  } catch (error) {
    throw new UserError(`cannot write to ${name} (${errorCode(error)}).`, { hint, cause: error });
  }
}

const tell = (line: string): void => tryTo(() => writeAll(2, `werf-ci: ${logLine(line)}\n`));

/** A closed stderr or stdout leaves nobody to tell. */
function tryTo(action: () => void): void {
  try {
    action();
  } catch {}
}

main();
