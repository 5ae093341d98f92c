import { sep } from 'node:path';

/** Paths as the tests write them, on Windows too. */
export const withSlashes = <T extends string | null>(value: T): T =>
  typeof value === 'string' ? (value.replaceAll(sep, '/') as T) : value;
