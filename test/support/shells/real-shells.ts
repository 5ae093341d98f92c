import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The real nu, without the wrapper of the npm package, which takes as long again to start. */
const nu = createRequire(require.resolve('nushell/package.json')).resolve(
  `@nushell/${process.platform}-${process.arch}/bin/nu`,
);

/** How a shell is started without the user's own files, and writes its environment to the file `$OUT`. */
export interface RealShell {
  readonly argv: readonly string[];
  readonly dump: string;
  /** A script that stops where the line fails, as far as the shell can. */
  strict(line: string): string;
}

const posix = (...argv: readonly string[]): RealShell => ({
  argv,
  dump: 'env -0 > "$OUT"',
  strict: (line) => `set -e\n${line}\n`,
});

/** Every shell of the sh family that is proven. */
export const posixShells: Readonly<Record<string, RealShell>> = {
  dash: posix('dash'),
  bash: posix('bash', '--norc', '--noprofile'),
  'bash --posix': posix('bash', '--posix', '--norc', '--noprofile'),
  'busybox ash': posix('busybox', 'ash'),
  zsh: posix('zsh', '-f'),
  'zsh --emulate sh': posix('zsh', '--emulate', 'sh', '-f'),
  ksh93: posix('ksh93'),
  mksh: posix('mksh'),
  posh: posix('posh'),
  yash: posix('yash', '--norcfile'),
};

const line = (line: string): string => `${line}\n`;

/** The other shells, by the name of their dialect. */
export const otherShells = {
  fish: {
    argv: ['fish', '--no-config'],
    dump: 'env -0 > $OUT',
    strict: (line) => `${line}\nor exit 1\n`,
  },
  tcsh: { argv: ['tcsh', '-ef'], dump: 'env -0 > $OUT:q', strict: line },
  elvish: { argv: ['elvish', '-norc'], dump: 'env -0 > $E:OUT', strict: line },
  xonsh: { argv: ['xonsh', '--no-rc'], dump: 'env -0 > $OUT', strict: line },
  nushell: { argv: [nu, '--no-config-file'], dump: `^sh -c 'env -0 > "$OUT"'`, strict: line },
} as const satisfies Readonly<Record<string, RealShell>>;

/** The ways to evaluate the text of a file; TEXT stands for its path. */
export const usages: Readonly<Record<string, string>> = {
  'eval $(…)': 'eval $(cat "$TEXT")',
  'eval "$(…)"': 'eval "$(cat "$TEXT")"',
  '. FILE': '. "$TEXT"',
};
