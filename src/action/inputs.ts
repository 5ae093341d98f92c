import { UserError } from '../errors.ts';
import { convert } from '../options/defaults.ts';
import { type Given, type OptionName, options } from '../options/table.ts';
import { quote } from '../text.ts';

/** The options that are inputs of the action: all but those about the text that a shell evaluates. */
export const INPUTS = [
  'docker-config',
  'inherit',
  'use-docker-auth-config',
  'login-to-registry',
  'login',
  'clients',
  'tmp-dir',
  'dir',
  'config',
  'log-verbose',
  'log-quiet',
] as const satisfies readonly OptionName[];

/** The options that the workflow gives; an empty input is one that is not given. */
export const givenOf = (input: (name: string) => string): Given =>
  Object.fromEntries(
    INPUTS.map((name) => [name, input(name)] as const)
      .filter(([, text]) => text !== '')
      .map(([name, text]) => [name, parse(name, text)]),
  );

function parse(name: OptionName, text: string): ReturnType<typeof convert> {
  const value = convert(options[name], text);
  if (value !== undefined) return value;
  throw new UserError(`${name}: ${quote(text)} is neither yes nor no.`, { hint: 'write true or false' });
}
