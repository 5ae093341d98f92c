import * as dialects from '../../src/shells/all.ts';
import { nasty, text } from '../support/nasty.ts';
import { nushellBinary } from '../support/shells/nushell.ts';
import { expectRoundTrip, expectRoundTrips } from '../support/shells/round-trip.ts';
import { workDir } from '../support/shells/work-dir.ts';

const dir = workDir();
const { elvish, fish, nushell, tcsh, xonsh } = dialects;

const nu = [nushellBinary, '--no-config-file'];

/** Each shell evaluates the text of a file in the ways that the README has for a command. */
const ways = [
  { dialect: fish, argv: ['fish', '--no-config'], line: 'cat $TEXT | source' },
  { dialect: fish, argv: ['fish', '--no-config'], line: 'eval (cat $TEXT)' },
  { dialect: fish, argv: ['fish', '--no-config'], line: 'source $TEXT' },
  { dialect: tcsh, argv: ['tcsh', '-f'], line: 'eval "`cat ../text`"' },
  { dialect: tcsh, argv: ['tcsh', '-f'], line: 'source $TEXT:q' },
  { dialect: elvish, argv: ['elvish', '-norc'], line: 'eval (cat $E:TEXT | slurp)' },
  { dialect: elvish, argv: ['elvish', '-norc'], line: 'eval (slurp < $E:TEXT)' },
  { dialect: xonsh, argv: ['xonsh', '--no-rc'], line: 'execx($(cat $TEXT))' },
  { dialect: xonsh, argv: ['xonsh', '--no-rc'], line: 'execx(open($TEXT).read())' },
  { dialect: nushell, argv: nu, line: 'load-env (^cat $env.TEXT | from json)' },
  { dialect: nushell, argv: nu, line: 'load-env (open --raw $env.TEXT | from json)' },
];

const dumps: Readonly<Record<string, string>> = {
  fish: 'env -0 > $OUT',
  tcsh: 'env -0 > $OUT:q',
  elvish: 'env -0 > $E:OUT',
  xonsh: 'env -0 > $OUT',
  nushell: '^sh -c \'env -0 > "$OUT"\'',
};

const rows = ways.flatMap(({ dialect, argv, line }) =>
  ['C.UTF-8', 'C'].map((locale) => ({ shell: dialect.name, dialect, argv, line, locale })),
);

test.each(rows)('$shell in locale $locale keeps any text under $line', ({ dialect, argv, line, locale }) => {
  const script = `${line}\n${dumps[dialect.name]}\n`;
  const trip = { dialect, argv, dir, script, env: { LC_ALL: locale } };
  expectRoundTrip(Object.values(nasty), trip);
  expectRoundTrips(text, 1000, trip);
});
