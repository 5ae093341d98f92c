import fc from 'fast-check';
import { isUserError } from '../../src/errors.ts';
import * as dialects from '../../src/shells/all.ts';
import { readEnvFile } from '../support/agents/github.ts';
import { nasty, text } from '../support/nasty.ts';
import { callBatch } from '../support/shells/cmdexe-grammar.ts';
import { fixtureValues } from '../support/shells/fixture-values.ts';
import { readPowershell } from '../support/shells/powershell-grammar.ts';

const { cmdexe, githubEnv, json, powershell } = dialects;

/** Consumers that cannot run here: the text to its variables, by the grammar that their documentation gives. */
const rows = [
  { consumer: 'PowerShell', dialect: powershell, read: readPowershell },
  { consumer: 'JSON', dialect: json, read: JSON.parse },
  ...[true, false].map((isWindows) => ({
    consumer: `GitHub's runner on ${isWindows ? 'Windows' : 'Linux'}`,
    dialect: githubEnv,
    read: (text: string) => Object.fromEntries(readEnvFile(text, isWindows ? 'win32' : 'linux')),
  })),
  {
    consumer: 'cmd.exe',
    dialect: cmdexe,
    read: (text: string) => callBatch(text, { isDelayed: false }).variables,
  },
];

type Row = (typeof rows)[number];

const carries = ({ dialect }: Row, value: string): boolean => {
  try {
    return Boolean(dialect.set('V', value));
  } catch (error) {
    if (isUserError(error)) return false;
    throw error;
  }
};

function expectRead({ dialect, read }: Row, values: readonly string[]): void {
  const named = values.map((value, index) => [`V${index}`, value] as const);
  const statements = named.map(([name, value]) => dialect.set(name, value));
  expect(read(dialect.join(statements))).toEqual(Object.fromEntries(named));
}

test.each(rows)(
  '$consumer reads the nasty values, and those of recorded jobs, that are not refused',
  (row) => {
    expectRead(
      row,
      [...Object.values(nasty), ...fixtureValues].filter((value) => carries(row, value)),
    );
  },
);

test.each(rows)('$consumer reads any text that is not refused', (row) => {
  const value = fc.oneof(text, fc.string({ maxLength: 60 })).filter((value) => carries(row, value));
  const batch = fc.array(value, { minLength: 100, maxLength: 100 });
  fc.assert(
    fc.property(batch, (values) => expectRead(row, values)),
    { seed: 20_260, numRuns: 20 },
  );
});

test('cmd.exe with delayed expansion sets nothing, and fails, when a value has an exclamation mark', () => {
  const batch = cmdexe.join([cmdexe.set('V1', 'a'), cmdexe.set('V2', 'b!')]);
  expect(callBatch(batch, { isDelayed: true })).toEqual({ status: 1, variables: {} });
});
