import { accessSync, constants } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** The caller's, and last the place where scripts/setup puts what no package of the system has. */
export const PATH = [process.env['PATH'], resolve('node_modules/.cache/helm')].join(delimiter);

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
