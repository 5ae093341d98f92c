import { createRequire } from 'node:module';
import { type Env, read } from '../env.ts';

/** The user's home as Docker finds it (Go's os.UserHomeDir, then the user database). */
export const homeOf = (env: Env, platform: string): string =>
  read(env, platform === 'win32' ? 'USERPROFILE' : 'HOME') ?? homeInDatabase();

/** `node:os` is not loaded where HOME is set, which is nearly everywhere. */
const homeInDatabase = (): string =>
  (createRequire(import.meta.url)('node:os') as typeof import('node:os')).homedir();
