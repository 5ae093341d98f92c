import yargs, { type Argv } from 'yargs';
import { UserError } from '../errors.ts';
import { providers } from '../providers/index.ts';
import { shells } from '../shells/index.ts';
import { quote } from '../text.ts';
import { ASK, ciEnvChoices, completionChoices, completionScript, withChoices } from './completion.ts';
import { toBoolean } from './defaults.ts';
import { type Call, type Given, type OptionSpec, options } from './table.ts';

/** What a command line asks for: a call, or a text for people. */
export type Parsed = { readonly call: Call } | { readonly text: string };

/** The commands by name, with the line that `--help` has for each. */
const commands = {
  'ci-env': 'Make the Docker config directory of this CI job and print its exports',
  completion: 'Print a script that makes bash, zsh or fish complete werf-ci',
};

const HINT = 'see werf-ci ci-env --help';

/** Parses any command line, with yargs; throws a `UserError` for one that cannot be meant. */
export function fullParse(argv: readonly string[], version: string): Parsed {
  const isAsked = argv[0] === ASK;
  if (!isAsked) checkCommand(argv);
  let parsed: Parsed | undefined;
  let text = '';
  const words = isAsked ? [...argv] : argv.map(normalize);
  parser(words, version, (found) => {
    parsed = found;
  }).parse(words, {}, (_error: unknown, _argv: unknown, output: string) => {
    text = output;
  });
  return parsed ?? { text: `${text}\n` };
}

function checkCommand(argv: readonly string[]): void {
  const name = argv.find((word) => !word.startsWith('-'));
  const hint = `known commands: ${Object.keys(commands).join(', ')}; see werf-ci --help`;
  if (name !== undefined && !(name in commands))
    throw new UserError(`unknown command ${quote(name)}.`, { hint });
  if (argv.length === 0) throw new UserError('no command.', { hint });
}

/** yargs takes any word but `true` for false: `--as-file=1`, `=yes` and their like are made plain, others refused. */
function normalize(word: string): string {
  const [, name = '', value = ''] = /^--([a-z-]+)=(.*)$/s.exec(word) ?? [];
  if (specOf(name)?.type !== 'boolean') return word;
  const meant = toBoolean(value.toLowerCase());
  if (meant !== undefined) return `--${name}=${meant}`;
  throw new UserError(`--${name}: ${quote(value)} is neither yes nor no.`, { hint: 'write true or false' });
}

const specOf = (name: string): OptionSpec | undefined =>
  Object.entries(options).find(
    ([key, spec]: [string, OptionSpec]) => key === name || spec.alias === name,
  )?.[1];

/** For completion yargs parses the words it was made with, once it knows the command. */
const parser = (words: string[], version: string, found: (parsed: Parsed) => void): Argv =>
  yargs(words)
    .scriptName('werf-ci')
    .locale('en')
    .version(version)
    .wrap(110)
    .exitProcess(false)
    .showHelpOnFail(false)
    .strict()
    .parserConfiguration({
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'dot-notation': false,
      'camel-case-expansion': false,
      'greedy-arrays': false,
      'strip-aliased': true,
    })
    .fail((message: string | null, error: Error | undefined) => fail(message ?? error?.message ?? ''))
    .command(
      'ci-env [provider]',
      commands['ci-env'],
      (command) => withChoices(words, ciEnvOptions(command), ciEnvChoices),
      (values) => found({ call: callOf(values) }),
    )
    .command(
      'completion [shell]',
      commands.completion,
      (command) =>
        withChoices(
          words,
          command.positional('shell', { type: 'string', default: 'bash' }),
          completionChoices,
        ),
      ({ shell }) => found({ text: completionScript(String(shell)) }),
    );

const callOf = (values: Readonly<Record<string, unknown>>): Call => ({
  command: 'ci-env',
  provider: values['provider'] as string | undefined,
  given: givenOf(values),
});

/** yargs names unknown words without their dashes. */
function fail(message: string): never {
  const [, words] = /^Unknown arguments?: (.*)$/s.exec(message) ?? [];
  const text = words === undefined ? message : `Unknown option or argument: ${words}`;
  throw new UserError(`${text.charAt(0).toLowerCase()}${text.slice(1)}.`, { hint: HINT });
}

const ciEnvOptions = (command: Argv): Argv =>
  Object.entries(options).reduce(
    (parser: Argv, [name, spec]: [string, OptionSpec]) => parser.option(name, yargsOption(spec)),
    command
      .positional('provider', { type: 'string', describe: 'CI system (default: detected)' })
      .example('eval $(werf-ci ci-env gitlab)', 'the first line of a job')
      .epilogue(
        `Providers: ${providers.map(({ name }) => name).join(', ')}\nShells: ${shells.map(({ name }) => name).join(', ')}`,
      ),
  );

const yargsOption = (spec: OptionSpec) => ({
  ...(spec.type === 'list' ? { type: 'array' as const, string: true } : { type: spec.type }),
  ...(spec.alias ? { alias: spec.alias } : {}),
  describe: spec.env ? `${spec.describe} [env: ${spec.env.join(', ')}]` : spec.describe,
  hidden: spec.isIgnored ?? false,
  requiresArg: spec.type !== 'boolean',
});

/** Of an option that is given twice the last counts, as on the fast path. */
const givenOf = (values: Readonly<Record<string, unknown>>): Given =>
  Object.fromEntries(
    Object.entries(options)
      .filter(([name]) => values[name] !== undefined)
      .map(([name, spec]) => [name, spec.type === 'list' ? values[name] : [values[name]].flat().at(-1)]),
  );
