import { findShell } from '../../src/shells/index.ts';
import { nasty, text } from '../support/nasty.ts';
import { fixtureValues } from '../support/shells/fixture-values.ts';
import { otherShells } from '../support/shells/real-shells.ts';
import { expectRoundTrip, expectRoundTrips } from '../support/shells/round-trip.ts';
import { workDir } from '../support/shells/work-dir.ts';

const dir = workDir();

/** Each shell evaluates the text of a file in the ways that the README has for a command. */
const ways = [
  ['fish', 'cat $TEXT | source'],
  ['fish', 'eval (cat $TEXT)'],
  ['fish', 'source $TEXT'],
  ['tcsh', 'eval "`cat ../text`"'],
  ['tcsh', 'source $TEXT:q'],
  ['elvish', 'eval (cat $E:TEXT | slurp)'],
  ['elvish', 'eval (slurp < $E:TEXT)'],
  ['xonsh', 'execx($(cat $TEXT))'],
  ['xonsh', 'execx(open($TEXT).read())'],
  ['nushell', 'load-env (^cat $env.TEXT | from json)'],
  ['nushell', 'load-env (open --raw $env.TEXT | from json)'],
] as const;

const rows = ways.flatMap(([shell, line]) => ['C.UTF-8', 'C'].map((locale) => ({ shell, line, locale })));

test.each(rows)('$shell in locale $locale keeps any text under $line', ({ shell, line, locale }) => {
  const { argv, dump } = otherShells[shell];
  const script = `${line}\n${dump}\n`;
  const trip = { dialect: findShell(shell), argv, dir, script, env: { LC_ALL: locale } };
  expectRoundTrip([...Object.values(nasty), ...fixtureValues], trip);
  expectRoundTrips(text, 1000, trip);
});
