/** A mistake that the person at the keyboard can mend: one sentence, and a hint that says how. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly hint: string | undefined;

  constructor(message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.hint = options.hint;
  }
}

/** The `code` of a Node error, such as `ENOENT`. No `instanceof`: it is false across realms, as under Jest. */
export const errorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;

/** True for a `UserError` of any realm or bundle. */
export const isUserError = (error: unknown): error is UserError =>
  typeof error === 'object' && error !== null && 'name' in error && error.name === 'UserError';
