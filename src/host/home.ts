import { createRequire } from 'node:module';
import { type Env, read } from '../env.ts';

/** The user's home as Docker finds it (Go's os.UserHomeDir, then the user database), if there is one. */
export const homeOf = (env: Env, platform: string): string | undefined =>
  read(env, platform === 'win32' ? 'USERPROFILE' : 'HOME') ?? homeInDatabase();

/** `node:os` is not loaded where HOME is set, which is nearly everywhere. */
function homeInDatabase(): string | undefined {
  const { userInfo } = createRequire(import.meta.url)('node:os') as typeof import('node:os');
  try {
    return userInfo().homedir;
  } catch {
    return undefined;
  }
}
