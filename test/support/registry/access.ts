import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hash } from 'bcryptjs';
import type { Account } from './accounts.ts';
import { ISSUER, SERVICE } from './token.ts';
import { startTokenServer, type TokenRequest } from './token-server.ts';

export type Auth = 'open' | 'htpasswd' | 'token';

export interface Access {
  /** What the registry's configuration says of it. */
  readonly config: object;
  readonly tokenRequests: readonly TokenRequest[];
  readonly stop: () => Promise<void>;
}

const SERVERLESS = { tokenRequests: [], stop: async () => {} };

/** The ways in which a registry asks who is there; `directory` is for the files that it wants. */
export const ACCESS: Record<Auth, (directory: string, accounts: readonly Account[]) => Promise<Access>> = {
  open: async () => ({ config: {}, ...SERVERLESS }),

  /** No rights for single repositories, and one password for each user name. */
  htpasswd: async (directory, accounts) => {
    const path = join(directory, 'htpasswd');
    const lines = accounts.map(async ({ username, password }) => `${username}:${await hash(password, 4)}\n`);
    await writeFile(path, await Promise.all(lines));
    return { config: { auth: { htpasswd: { realm: 'basic-realm', path } } }, ...SERVERLESS };
  },

  token: async (directory, accounts) => {
    const rootcertbundle = join(directory, 'token-issuer.pem');
    const { realm, certificate, requests, stop } = await startTokenServer(accounts);
    await writeFile(rootcertbundle, certificate.pem);
    const token = { realm, service: SERVICE, issuer: ISSUER, rootcertbundle };
    return { config: { auth: { token } }, tokenRequests: requests, stop };
  },
};
