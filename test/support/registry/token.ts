import { randomUUID, sign } from 'node:crypto';
import type { Certificate } from './certificate.ts';

export const SERVICE = 'registry of the tests';
export const ISSUER = 'token server of the tests';

const LIFETIME = 300;

/** https://distribution.github.io/distribution/spec/auth/jwt/ */
export function signToken(
  subject: string,
  access: readonly object[],
  { der, privateKey }: Certificate,
): string {
  const header = { typ: 'JWT', alg: 'ES256', x5c: [der.toString('base64')] };
  const input = [header, claims(subject, access)].map(encode).join('.');
  const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

function claims(sub: string, access: readonly object[]): object {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: ISSUER,
    sub,
    aud: SERVICE,
    exp: now + LIFETIME,
    nbf: now,
    iat: now,
    jti: randomUUID(),
    access,
  };
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
