import fc from 'fast-check';
import { isUserError } from '../../src/errors.ts';
import { dotenv } from '../../src/shells/dotenv.ts';
import { nasty, text } from '../support/nasty.ts';
import { readers } from '../support/shells/dotenv-readers.ts';
import { fixtureValues } from '../support/shells/fixture-values.ts';
import { workDir } from '../support/shells/work-dir.ts';

const dir = workDir();

const statement = (value: string): string | undefined => {
  try {
    return dotenv.set('V', value);
  } catch (error) {
    if (isUserError(error)) return undefined;
    throw error;
  }
};

const isCarried = (value: string): boolean => statement(value) !== undefined;

function expectRead(values: readonly string[], read: (typeof readers)[string]): void {
  const named = values.map((value, index) => [`V${index}`, value] as const);
  const file = dotenv.join(named.map(([name, value]) => dotenv.set(name, value)));
  expect(read(file, dir)).toEqual(Object.fromEntries(named));
}

const rows = Object.entries(readers).map(([reader, read]) => ({ reader, read }));

test.each(rows)(
  '$reader reads the nasty values, and those of recorded jobs, that are not refused',
  ({ read }) => {
    expectRead([...Object.values(nasty), ...fixtureValues].filter(isCarried), read);
  },
);

test.each(rows)('$reader reads any text that is not refused', ({ read }) => {
  const batch = fc.array(text.filter(isCarried), { minLength: 100, maxLength: 100 });
  fc.assert(
    fc.property(batch, (values) => expectRead(values, read)),
    { seed: 20_260, numRuns: 10, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
  );
});

// https://docs.docker.com/reference/cli/docker/container/run/#env: all that follows the first = is the value.
test('docker run --env-file reads a value of letters, digits and ./:=@+-_', () => {
  const plain = fc.stringMatching(/^[A-Za-z\d_./@+-][A-Za-z\d_./=@+-]*$/);
  fc.assert(fc.property(plain, (value) => expect(dotenv.set('V', value)).toBe(`V=${value}`)));
});
