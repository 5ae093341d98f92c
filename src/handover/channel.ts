import { UserError } from '../errors.ts';
import type { Export } from '../exports.ts';

/** An export on its way to later steps. */
export interface Handed extends Export {
  readonly isSecret: boolean;
}

/** One thing to do for the runner, as data. */
export type Step =
  /** Appends to the file that a variable of the runner's names, or to a file in the directory that it names. */
  | { readonly append: { readonly variable: string; readonly below?: string; readonly text: string } }
  /** Prints a runner command, escaped as the runner reads it. */
  | { readonly command: string }
  | { readonly run: Program };

export interface Program {
  readonly program: string;
  readonly args: readonly string[];
  readonly input: string;
  /** What its output must hold, where its exit status does not say whether it worked. */
  readonly answers: readonly string[];
}

/**
 * A provider's own way to give variables to later steps; throws a `UserError` for what it cannot carry. `hidden` are
 * the texts to hide in the log, for a channel that is the way to do that, too.
 */
export type Channel = (exports: readonly Handed[], hidden: readonly string[]) => readonly Step[];

/** What a channel cannot carry. */
export interface Limits {
  /** The channel's name for people. */
  readonly channel: string;
  /** Values that its reader would change. */
  readonly refused?: RegExp;
  /** Says in an error what `refused` finds. */
  readonly why?: string;
  readonly mostBytes?: number;
  /** True where people can see the values. */
  readonly isPublic?: boolean;
}

/** Their readers take an empty value for none (docker/cli configfile/file.go `GetCredentialsStore`). */
const EMPTY_IS_UNSET = ['DOCKER_AUTH_CONFIG'];

/** The value as a channel without a way to unset may carry it; a stale one must not survive in silence. */
export function carried({ name, value, isSecret }: Handed, limits: Limits): string {
  if (value === null && !EMPTY_IS_UNSET.includes(name))
    throw refusal(`${limits.channel} cannot unset ${name}.`, `do not set ${name} for this job`);
  if (isSecret && limits.isPublic)
    throw refusal(`${limits.channel} would show the secret in ${name}.`, `set ${name} yourself, masked`);
  checkValue(name, value ?? '', limits);
  return value ?? '';
}

function checkValue(
  name: string,
  value: string,
  { channel, refused, why, mostBytes = Infinity }: Limits,
): void {
  const reason = refused?.test(value) ? why : Buffer.byteLength(value) > mostBytes && 'it is too long';
  if (reason)
    throw refusal(`${channel} cannot carry the value of ${name}: ${reason}.`, `set ${name} yourself`);
}

const refusal = (message: string, hint: string): UserError =>
  new UserError(message, { hint: `${hint}, or call werf-ci in each step, without --persist` });

/** `NAME=VALUE` lines for readers that take a value as it stands. */
export const plainLines = (exports: readonly Handed[], limits: Limits): string =>
  exports.map((item) => `${item.name}=${carried(item, limits)}\n`).join('');
