import type { Export } from '../exports.ts';
import { cannotCarry } from './cannot-carry.ts';

/** A dialect that some consumer evaluates, or reads. Pure: the same exports in, the same text out. */
export interface Shell {
  readonly name: string;
  readonly aliases: readonly string[];
  /** The ending of a file in this dialect; some shells source no other. */
  readonly extension: string;
  /** The statement that gives a variable exactly this value; throws a `UserError` when the dialect cannot. */
  set(name: string, value: string): string;
  /** The statement that unsets it, or `undefined` in a dialect that has none. */
  unset(name: string): string | undefined;
  /** The whole text of some statements. */
  join(statements: readonly string[]): string;
  /** What to print when there are no exports because we failed, so that whoever evaluates it fails too. */
  readonly abort: string;
}

/** The text to evaluate: one statement an export, in their order. */
export const render = (shell: Shell, exports: readonly Export[]): string =>
  shell.join(exports.map((row) => statement(shell, row)).filter((statement) => statement !== undefined));

/** Half of a surrogate pair has no UTF-8: Node would write another character. */
const UNFIT = /[\0\p{Cs}]/u;

function statement(shell: Shell, { name, value }: Export): string | undefined {
  if (value === null) return shell.unset(name);
  if (!UNFIT.test(value)) return shell.set(name, value);
  throw cannotCarry(
    name,
    'a character that no variable can hold',
    'it is a NUL, or half of a surrogate pair',
  );
}

/** What to tell people of variables that must go and that the dialect has no way to unset. */
export const leftOver = (shell: Shell, exports: readonly Export[]): readonly string[] =>
  exports
    .filter(({ name, value }) => value === null && shell.unset(name) === undefined)
    .map(({ name }) => `${shell.name} cannot unset ${name}: unset it yourself.`);
