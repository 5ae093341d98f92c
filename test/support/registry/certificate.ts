import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { bitString, integer, objectId, sequence, set, utcTime, utf8String } from './der.ts';

export interface Certificate {
  readonly privateKey: KeyObject;
  readonly der: Buffer;
  readonly pem: string;
}

const DAY = 86_400_000;
const ECDSA_WITH_SHA256 = sequence(objectId('2a8648ce3d040302'));
const COMMON_NAME = objectId('550403');

/** A certificate for the key that signs tokens: Node makes keys but no certificates, and openssl may not be there. */
export function selfSigned(): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const body = toBeSigned(publicKey.export({ type: 'spki', format: 'der' }));
  const der = sequence(body, ECDSA_WITH_SHA256, bitString(sign('sha256', body, privateKey)));
  return { privateKey, der, pem: new X509Certificate(der).toString() };
}

/** https://www.rfc-editor.org/rfc/rfc5280#section-4.1, version 1: no extension is needed to be trusted as a root. */
function toBeSigned(publicKey: Buffer): Buffer {
  const name = sequence(set(sequence(COMMON_NAME, utf8String('token issuer of the tests'))));
  const validity = sequence(utcTime(Date.now() - DAY), utcTime(Date.now() + DAY));
  return sequence(integer(Buffer.of(1)), ECDSA_WITH_SHA256, name, validity, name, publicKey);
}
