import { join, resolve } from 'node:path';
import { writeFiles } from '../host/config-dir.ts';
import { writeOutputFile } from '../host/files.ts';
import { wantsFile } from '../options/settings.ts';
import type { Given } from '../options/table.ts';
import type { Shell } from '../shells/shell.ts';
import type { Context } from './context.ts';

/** Hands the text over: to the file of `-o`, to a file in the config dir whose path is printed, or to stdout. */
export function deliver(
  text: string,
  shell: Shell,
  configDir: string,
  given: Given,
  { cwd, print }: Context,
): void {
  const output = given['output-file-path'];
  if (output !== undefined) writeOutputFile(resolve(cwd, output), text);
  else if (wantsFile(given)) print(`${writeScript(text, shell, configDir)}\n`);
  else print(text);
}

function writeScript(text: string, shell: Shell, configDir: string): string {
  const name = `ci-env${shell.extension}`;
  writeFiles(configDir, { [name]: text });
  return join(configDir, name);
}
