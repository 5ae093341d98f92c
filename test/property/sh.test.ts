import { sh } from '../../src/shells/sh.ts';
import { bytes, nasty, text } from '../support/nasty.ts';
import { fixtureValues } from '../support/shells/fixture-values.ts';
import { posixShells, usages } from '../support/shells/real-shells.ts';
import { expectRoundTrip, expectRoundTrips } from '../support/shells/round-trip.ts';
import { workDir } from '../support/shells/work-dir.ts';

const dir = workDir();

const rows = Object.entries(posixShells).flatMap(([shell, { argv }]) =>
  Object.entries(usages).map(([usage, line]) => ({ shell, usage, argv, line })),
);

const trip = ({ argv, line, before = '' }: { argv: readonly string[]; line: string; before?: string }) => ({
  dialect: sh,
  argv,
  dir,
  script: `${before}\n${line}\nenv -0 > "$OUT"\n`,
});

test.each(rows)('$shell keeps the nasty values, and those of recorded jobs, under $usage', (row) => {
  expectRoundTrip([...Object.values(nasty), ...fixtureValues], trip(row));
});

// yash keeps variables as wide characters: no form gives it bytes that are no text.
const byteRows = rows
  .filter(({ shell }) => shell !== 'yash')
  .flatMap((row) => ['C.UTF-8', 'C'].map((locale) => ({ ...row, locale })));

test.each(byteRows)('$shell in locale $locale keeps any bytes under $usage', ({ locale, ...row }) => {
  expectRoundTrips(bytes, 1000, { ...trip(row), env: { LC_ALL: locale } });
});

test.each(rows.filter(({ shell }) => shell === 'yash'))('$shell keeps any text under $usage', (row) => {
  expectRoundTrips(text, 1000, trip(row));
});
