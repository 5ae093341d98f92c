// https://yargs.js.org/docs/#api-reference-completioncmd-description-fn

import type { Argv } from 'yargs';
import { UserError } from '../errors.ts';
import { providers } from '../providers/index.ts';
import { shells } from '../shells/index.ts';
import { quote } from '../text.ts';
import { type OptionSpec, options } from './table.ts';

/** The word before a command line to complete; yargs answers with one candidate a line. */
export const ASK = '--get-yargs-completions';

/** yargs formats its candidates for the shell that `SHELL` names, and that need not be the one that asks. */
const ask = (shell: string, words: string): string => `SHELL=${shell} werf-ci ${ASK} ${words} 2>/dev/null`;

const scripts: Readonly<Record<string, string>> = {
  bash: `_werf_ci() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(${ask('bash', `"\${COMP_WORDS[@]:0:COMP_CWORD+1}"`)})" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _werf_ci werf-ci
`,
  fish: `complete -c werf-ci -f -a '(${ask('fish', '(commandline -opc) (commandline -ct)')})'
`,
  zsh: `#compdef werf-ci
_werf_ci() {
  local -a found=("\${(@f)$(${ask('zsh', `"\${(@)words[1,CURRENT]}"`)})}")
  if [[ -n $found[1] ]]; then _describe werf-ci found; else _files; fi
}
if [[ \${zsh_eval_context[-1]} == loadautofunc ]]; then _werf_ci "$@"; else compdef _werf_ci werf-ci; fi
`,
};

/** What a shell evaluates to complete our words; yargs has such scripts, but picks one by `SHELL` alone. */
export function completionScript(shell: string): string {
  const script = scripts[shell];
  if (script !== undefined) return script;
  throw new UserError(`no completion for ${quote(shell)}.`, {
    hint: `known shells: ${Object.keys(scripts).join(', ')}`,
  });
}

type Choices = Readonly<Record<string, readonly string[]>>;

/** Tells yargs the values that may follow, but only when it is asked for them: it would check them in its own words. */
export const withChoices = (words: readonly string[], command: Argv, choices: Choices): Argv =>
  words[0] === ASK
    ? Object.entries(choices).reduce(
        (parser: Argv, [name, choices]) => parser.option(name, { choices }),
        command,
      )
    : command;

export const completionChoices: Choices = { shell: Object.keys(scripts) };

export const ciEnvChoices: Choices = {
  ...Object.fromEntries(
    Object.entries(options).flatMap(([name, { choices }]: [string, OptionSpec]) =>
      choices ? [[name, choices]] : [],
    ),
  ),
  provider: providers.map(({ name }) => name),
  shell: shells.flatMap(({ name, aliases }) => [name, ...aliases]),
};
