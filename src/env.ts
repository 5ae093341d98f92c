/** A snapshot of the environment variables, taken once in the entry point and passed down. */
export type Env = Readonly<Record<string, string | undefined>>;

/**
 * The value of the first of the variables that has one; an empty variable counts as unset, for CI systems export many
 * of them empty.
 */
export const read = (env: Env, ...names: readonly string[]): string | undefined =>
  names.map((name) => (Object.hasOwn(env, name) ? env[name] : undefined)).find(Boolean);

/** The words that werf takes for "no" (util.GetBoolEnvironmentDefaultTrue), and `off`, which people write. */
const NO = /^(0|false|no|off)$/i;

/** True when all of a provider's markers say that its jobs run here: set, not empty, and not a word for "no". */
export const isMarked = (env: Env, ...names: readonly string[]): boolean =>
  names.every((name) => !NO.test(read(env, name) ?? 'no'));
