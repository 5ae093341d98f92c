import { readFileSync } from 'node:fs';

/** A row of the table of shells: the lines that a user types. */
export interface Row {
  readonly shell: string;
  readonly line: string;
  readonly safeLine: string;
  readonly provenBy: string;
}

/** The rows of the table of shells in a Markdown file: people and tests read the same lines. */
export function readTable(path: string): readonly Row[] {
  const [, ...lines] = readFileSync(path, 'utf8').split(/^\| shell +\| line +\|/m);
  const table = lines.join('').split('\n\n')[0] ?? '';
  return table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(1)
    .map((line) => {
      const [, shell = '', plain = '', safe = '', provenBy = ''] = line.split(/(?<!\\)\|/).map(cell);
      return { shell, line: plain, safeLine: safe, provenBy };
    });
}

const cell = (text: string): string =>
  text
    .trim()
    .replace(/^(`+)(.*)\1$/, '$2')
    .replaceAll('\\|', '|');
