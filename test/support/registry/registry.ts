import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { dir } from 'tmp-promise';
import { PATH } from '../tools.ts';
import { ACCESS, type Auth } from './access.ts';
import type { Account } from './accounts.ts';
import type { TokenRequest } from './token-server.ts';

const PROGRAM = 'docker-registry';

export interface Registry {
  /** As `docker login` takes it. */
  readonly host: string;
  /** What the token server was asked; nothing with the other kinds of access. */
  readonly tokenRequests: readonly TokenRequest[];
  readonly stop: () => Promise<void>;
}

/** Debian's docker-registry, as a plain process on a port of its own. */
export async function startRegistry(auth: Auth, accounts: readonly Account[]): Promise<Registry> {
  const directory = await dir({ unsafeCleanup: true });
  const access = await ACCESS[auth](directory.path, accounts);
  const server = serve(await writeConfig(directory.path, access.config));
  const stop = async () => {
    server.kill();
    await Promise.all([server, access.stop()]);
    await directory.cleanup();
  };
  const host = await hostOf(server).catch((error) => stop().then(() => Promise.reject(error)));
  return { host, tokenRequests: access.tokenRequests, stop };
}

/** YAML takes JSON as it is. */
async function writeConfig(directory: string, access: object): Promise<string> {
  const storage = {
    filesystem: { rootdirectory: join(directory, 'data') },
    delete: { enabled: true },
    maintenance: { uploadpurging: { enabled: false } },
  };
  const http = { addr: '127.0.0.1:0', secret: 'of the tests' };
  const path = join(directory, 'config.yml');
  await writeFile(path, JSON.stringify({ version: 0.1, log: { level: 'info' }, storage, http, ...access }));
  return path;
}

const serve = (config: string) =>
  execa(PROGRAM, ['serve', config], {
    env: { PATH },
    extendEnv: false,
    reject: false,
  });

/** With port 0 the system chooses; only the log says what. */
async function hostOf(server: ReturnType<typeof serve>): Promise<string> {
  for await (const line of createInterface({ input: server.stderr })) {
    const [, host] = /listening on (127\.0\.0\.1:\d+)/.exec(line) ?? [];
    if (host) return host;
  }
  throw new Error(`${PROGRAM} did not start: ${(await server).stderr}`);
}
