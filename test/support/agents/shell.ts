import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withDir } from 'tmp-promise';
import { run } from '../clients.ts';
import { PATH } from '../tools.ts';

/** What gitlab-runner writes at the top of a script (shells/bash.go `SourceEnv`). */
const GITLAB = 'while read -r line; do export "$line"; done < "$FILE"; env -0';

/** The variables that a shell has after it took the text from the file of the runner's that `agent` reads. */
export const readByShell = (agent: 'gitlab' | 'circleci', text: string): Promise<Map<string, string>> =>
  withDir(
    async ({ path }) => {
      const file = join(path, 'env');
      await writeFile(file, text);
      // With its input on a pipe and no SHLVL, bash takes itself for one of rshd's and reads ~/.bashrc.
      const [script, own] = agent === 'gitlab' ? [GITLAB, { FILE: file }] : ['env -0', { BASH_ENV: file }];
      const { exitCode, stdout, stderr } = await run('bash', ['--norc', '-c', script], { PATH, ...own });
      if (exitCode !== 0 || stderr !== '') throw new Error(`bash: ${exitCode} ${stderr}`);
      return new Map(stdout.split('\0').map((entry) => entry.split(/=(.*)/s, 2) as [string, string]));
    },
    { unsafeCleanup: true },
  );
