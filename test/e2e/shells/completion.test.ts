import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { providers } from '../../../src/providers/index.ts';
import { shells } from '../../../src/shells/index.ts';
import { run } from '../../support/shells/run.ts';
import { workDir } from '../../support/shells/work-dir.ts';

const dir = workDir();
writeFileSync(
  join(dir.path, 'werf-ci'),
  `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli.cjs')}' "$@"\n`,
);
chmodSync(join(dir.path, 'werf-ci'), 0o755);

const dialects = shells.flatMap(({ name, aliases }) => [name, ...aliases]);
const providerNames = providers.map(({ name }) => name);

/** What is typed, the last word in part, and what may stand there. */
const rows = [
  { words: ['c'], candidates: ['ci-env', 'completion'] },
  { words: ['ci-env', 'gi'], candidates: providerNames.filter((name) => name.startsWith('gi')) },
  { words: ['ci-env', '--sh'], candidates: ['--shell'] },
  { words: ['ci-env', '--shell', ''], candidates: dialects },
  { words: ['ci-env', '--shell', 'x'], candidates: ['xonsh'] },
  { words: ['ci-env', 'gitlab', '--inherit', ''], candidates: ['all', 'none'] },
  { words: ['completion', 'z'], candidates: ['zsh'] },
];

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' ');

const completers = {
  bash: {
    argv: ['bash', '--norc', '--noprofile'],
    script: (words: readonly string[]) => `eval "$(werf-ci completion bash)"
COMP_WORDS=(werf-ci ${quoted(words)}) COMP_CWORD=${words.length}
$(complete -p werf-ci | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
printf '%s\\n' "\${COMPREPLY[@]}"
`,
  },
  // The completion system wants a terminal: what it would call gets the words, and prints what it is told.
  zsh: {
    argv: ['zsh', '-f'],
    script: (words: readonly string[]) => `compdef() { completer=$1 }
_describe() { local name=$2; print -l -- "\${(@)\${(@P)name}%%:*}" }
eval "$(werf-ci completion zsh)"
words=(werf-ci ${quoted(words)}) CURRENT=${words.length + 1}
$completer | grep -e "^$words[-1]"
`,
  },
  fish: {
    argv: ['fish', '--no-config'],
    script: (words: readonly string[]) =>
      `werf-ci completion fish | source\ncomplete -C 'werf-ci ${words.join(' ')}' | string split -f1 \\t\n`,
  },
};

const cases = Object.entries(completers).flatMap(([shell, completer]) =>
  rows.flatMap((row) =>
    ['/bin/bash', '/usr/bin/zsh', '/usr/bin/fish'].map((login) => ({ shell, login, ...completer, ...row })),
  ),
);

test.each(cases)(
  '$shell under the login shell $login completes $words',
  ({ argv, script, words, candidates, login }) => {
    const { stdout, stderr } = run({
      argv,
      script: script(words),
      dir,
      bin: dir.path,
      env: { SHELL: login },
    });
    expect({ stderr, candidates: stdout.split('\n').filter(Boolean).sort() }).toEqual({
      stderr: '',
      candidates: [...candidates].sort(),
    });
  },
);

test('zsh completes at a terminal', () => {
  const script = `autoload -Uz compinit && compinit -D
source <(werf-ci completion zsh)
bindkey '^T' complete-word
werf-ci ci-env --shell xo\t && echo
exit
`;
  const { stdout } = run({ argv: ['zsh', '-f', '-i'], script, dir, bin: dir.path, isTyped: true });
  expect(stdout).toContain('--shell xonsh');
});

test('there is no completion for other shells', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.cjs', 'completion', 'dash'], {
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: '(exit 1);\n',
    stderr: 'werf-ci: no completion for "dash".\nwerf-ci: hint: known shells: bash, fish, zsh\n',
  });
});
