import { join, resolve } from 'node:path';
import { writeFiles } from '../host/config-dir.ts';
import { writeOutputFile } from '../host/files.ts';
import { wantsFile } from '../options/settings.ts';
import type { Given } from '../options/table.ts';
import type { Shell } from '../shells/shell.ts';
import type { Context } from './context.ts';

/**
 * Puts the text where it is wanted, the file of `-o` or a file in the config dir, and gives what is left to print: the
 * text itself, that file's path, or nothing.
 */
export function deliver(
  text: string,
  shell: Shell,
  configDir: string,
  given: Given,
  { cwd }: Context,
): string {
  const output = given['output-file-path'];
  if (output === undefined) return wantsFile(given) ? `${writeScript(text, shell, configDir)}\n` : text;
  writeOutputFile(resolve(cwd, output), text);
  return '';
}

function writeScript(text: string, shell: Shell, configDir: string): string {
  const name = `ci-env${shell.extension}`;
  writeFiles(configDir, { [name]: text });
  return join(configDir, name);
}
