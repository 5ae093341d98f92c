import { sh } from '../../src/shells/sh.ts';
import { nasty, text } from '../support/nasty.ts';
import { posixShells, usages } from '../support/shells/real-shells.ts';
import { expectRoundTrip, expectRoundTrips } from '../support/shells/round-trip.ts';
import { environmentAfter } from '../support/shells/run.ts';
import { workDir } from '../support/shells/work-dir.ts';

const dir = workDir();

/** Settings of the caller that change how words are split and globbed, or what a script survives. */
const modes: readonly (readonly [shells: RegExp, before: string])[] = [
  [/./, 'set -eu'],
  [/./, 'set -f'],
  [/./, 'set -a'],
  [/./, 'set -C'],
  [/./, "IFS=''"],
  [/./, "IFS=' '"],
  [/./, "IFS='\n\t'"],
  [/./, "IFS=','"],
  [/./, 'LC_ALL=C; export LC_ALL'],
  [/bash/, 'shopt -s nullglob'],
  [/bash/, 'shopt -s failglob'],
  [/bash/, 'shopt -s extglob dotglob nullglob globstar'],
  [/bash/, 'set -H; set -o pipefail'],
  [/^zsh$/, 'setopt globsubst shwordsplit'],
  [/^zsh$/, 'setopt extendedglob cshnullglob'],
  [/^zsh$/, 'setopt ksharrays nonomatch magicequalsubst'],
];

const rows = modes.flatMap(([shells, before]) =>
  Object.entries(posixShells)
    .filter(([shell]) => shells.test(shell))
    // yash keeps what it cannot decode for no value at all.
    .filter(([shell]) => shell !== 'yash' || !before.includes('LC_ALL=C'))
    .flatMap(([shell, { argv }]) =>
      Object.entries(usages).map(([usage, line]) => ({ shell, usage, before, argv, line })),
    ),
);

test.each(rows)('$shell after $before keeps values under $usage', ({ argv, before, line }) => {
  const trip = { dialect: sh, argv, dir, script: `${before}\n${line}\nset +C\nenv -0 > "$OUT"\n` };
  expectRoundTrip(Object.values(nasty), trip);
  expectRoundTrips(text, 300, trip);
});

const ordinary = { V1: '/tmp/ci-env-gitlab-42/auth.json', V2: 'https://u@h:1/a+b=c_d-e.f', V3: 'x  y\n*' };

const splitting = Object.entries(posixShells).flatMap(([shell, { argv }]) =>
  [...'/:=@+-._;|\'"`'].map((char) => ({ shell, argv, char })),
);

test.each(splitting)('$shell with IFS=$char takes the right values or fails', ({ argv, char }) => {
  const { status, variables } = environmentAfter({
    argv,
    dir,
    env: { TEXT: sh.join(Object.entries(ordinary).map(([name, value]) => sh.set(name, value))) },
    script: `IFS=\\${char}\neval $(printf %s "$TEXT")\nstatus=$?\nenv -0 > "$OUT"\nexit $status\n`,
  });
  const isExact = Object.entries(ordinary).every(([name, value]) => variables[name] === value);
  expect({ status, isExact }).not.toEqual({ status: 0, isExact: false });
});
