/** A snapshot of the environment variables, taken once in `cli.ts` and passed down. */
export type Env = Readonly<Record<string, string | undefined>>;

/** The variable's value; an empty variable counts as unset, for CI systems export many of them empty. */
export const read = (env: Env, name: string): string | undefined => env[name] || undefined;

/** The words that werf takes for "no" (util.GetBoolEnvironmentDefaultTrue), and `off`, which people write. */
const NO = /^(0|false|no|off)$/i;

/** True when a provider's marker says that its jobs run here: set, not empty, and not a word for "no". */
export const isMarked = (env: Env, name: string): boolean => !NO.test(read(env, name) ?? 'no');
