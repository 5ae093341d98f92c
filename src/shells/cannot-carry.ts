import { UserError } from '../errors.ts';

/** For a value that a dialect has no text for: a changed one would be worse. It may be a secret, so it is not shown. */
export const cannotCarry = (name: string, what: string, hint: string): UserError =>
  new UserError(`${name} has ${what}.`, { hint });
