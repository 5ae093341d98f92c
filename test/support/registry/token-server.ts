import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Account, grant } from './accounts.ts';
import { type Certificate, selfSigned } from './certificate.ts';
import { signToken } from './token.ts';

export interface TokenRequest {
  /** The account's name, `anonymous`, or `unknown` when the user name or the password is wrong. */
  readonly account: string;
  readonly scopes: readonly string[];
}

export const accountsOf = (requests: readonly TokenRequest[]): readonly string[] => [
  ...new Set(requests.map(({ account }) => account)),
];

export interface TokenServer {
  readonly realm: string;
  readonly certificate: Certificate;
  /** Everything that was asked since the start, in order. */
  readonly requests: readonly TokenRequest[];
  readonly stop: () => Promise<void>;
}

/** The server that GitLab has at /jwt/auth: https://distribution.github.io/distribution/spec/auth/token/ */
export async function startTokenServer(accounts: readonly Account[]): Promise<TokenServer> {
  const certificate = selfSigned();
  const requests: TokenRequest[] = [];
  const server = createServer((request, response) => {
    const { status, body, ...record } = answer(request, accounts, certificate);
    requests.push(record);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    realm: `http://127.0.0.1:${port}/jwt/auth`,
    certificate,
    requests,
    stop: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

interface Answer extends TokenRequest {
  readonly status: number;
  readonly body: object;
}

function answer(request: IncomingMessage, accounts: readonly Account[], certificate: Certificate): Answer {
  const scopes = scopesOf(request);
  const login = loginOf(request);
  const account = accounts.find(({ username, password }) => login === `${username}:${password}`);
  if (login && !account) return { account: 'unknown', scopes, status: 401, body: ACCESS_DENIED };
  const name = account?.name ?? 'anonymous';
  const access = scopes.map((scope) => grant(account, scope));
  return { account: name, scopes, status: 200, body: { token: signToken(name, access, certificate) } };
}

const ACCESS_DENIED = { errors: [{ code: 'UNAUTHORIZED', message: 'HTTP Basic: Access denied' }] };

/** One `scope` parameter for each repository, or one with a blank between them. */
const scopesOf = ({ url = '' }: IncomingMessage): readonly string[] =>
  new URL(url, 'http://localhost').searchParams.getAll('scope').flatMap((scope) => scope.split(' '));

const loginOf = ({ headers }: IncomingMessage): string =>
  Buffer.from(headers.authorization?.replace(/^Basic /, '') ?? '', 'base64').toString();
