import { readFileSync, statSync } from 'node:fs';

/** More than any properties file, and than the event of a pull request with a long text. */
const LARGEST = 4 * 1024 * 1024;

/**
 * The text of a file that the CI system made for the job. Nothing for what is not there, not a regular file, not
 * readable or larger than such files are: a fact that is missing must not stop a job.
 */
export function readJobFile(path: string): string | undefined {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= LARGEST ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
