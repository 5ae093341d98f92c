import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { environmentAfter, type Run } from './run.ts';

type Value = string | Uint8Array;

/** How many values one process of a shell gets. */
const BATCH = 100;

/** The same values in every run; fast-check prints the seed, and the path to the failing value. */
const SEED = 20_260;

/** For making a failing batch smaller; a good one takes less than a tenth. */
const PATIENCE = 60_000;

/** What a round trip needs: a dialect's two functions, and a shell that evaluates the file `$TEXT`. */
export interface Trip<T extends Value> extends Omit<Run, 'env'> {
  readonly dialect: {
    set(name: string, value: T): string;
    join(statements: readonly string[]): string;
  };
  readonly env?: Readonly<Record<string, string>>;
}

/** A shell gives back the values that its dialect wrote, byte for byte, and says nothing of its own. */
export function expectRoundTrip<T extends Value>(values: readonly T[], trip: Trip<T>): void {
  const text = join(trip.dir.path, 'text');
  const named = values.map((value, index) => [nameOf(index), value] as const);
  writeFileSync(text, trip.dialect.join(named.map(([name, value]) => trip.dialect.set(name, value))));
  const outcome = environmentAfter({ ...trip, env: { ...trip.env, TEXT: text } });
  expect(outcome).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
    variables: Object.fromEntries(
      named.map(([name, value]) => [name, Buffer.from(value).toString('latin1')]),
    ),
  });
}

/** Some names are of a kind that a shell could treat by itself. */
const nameOf = (index: number): string => `V${index}${['', '', '', '_PATH', '_DIRS'][index % 5]}`;

/** `count` values of an arbitrary, many in one process. */
export function expectRoundTrips<T extends Value>(
  value: fc.Arbitrary<T>,
  count: number,
  trip: Trip<T>,
): void {
  const batch = fc.array(value, { minLength: BATCH, maxLength: BATCH });
  fc.assert(
    fc.property(batch, (values) => expectRoundTrip(values, trip)),
    {
      seed: SEED,
      numRuns: Math.ceil(count / BATCH),
      interruptAfterTimeLimit: PATIENCE,
      markInterruptAsFailure: true,
    },
  );
}
