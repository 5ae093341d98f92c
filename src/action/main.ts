// The step itself: https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax

import process from 'node:process';
import { getInput, setFailed } from '@actions/core';
import type { Context } from '../commands/context.ts';
import { writeAll } from '../host/files.ts';
import { attempt, tell } from './log.ts';
import { setUp } from './set-up.ts';

const { cwd, platform, env, getuid } = process;

const context: Context = {
  env: { ...env, GITHUB_TOKEN: getInput('token') || env['GITHUB_TOKEN'] },
  cwd: cwd(),
  platform,
  uid: getuid?.(),
  print: () => undefined,
  command: (line) => writeAll(1, `${line}\n`),
  tell,
};

attempt(() => setUp(getInput, context), setFailed);
