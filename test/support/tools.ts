import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export const { PATH = '' } = process.env;

/** Tests never skip: a machine without a tool that they need is one that was not set up. */
export function requireTools(...tools: readonly string[]): void {
  const missing = tools.filter((tool) => !isOnPath(tool));
  if (missing.length > 0)
    throw new Error(`Not on PATH: ${missing.join(', ')}. Run ./scripts/setup test first.`);
}

const isOnPath = (tool: string): boolean =>
  PATH.split(delimiter).some((directory) => isExecutable(join(directory, tool)));

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
