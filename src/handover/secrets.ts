import { type Credential, encodeAuth } from '../docker/credential.ts';
import type { Secret } from '../secret.ts';

/**
 * The texts by which a job's secrets could get into its log: each as it is, each line of one, for logs are masked line
 * by line, and the `auth` of config.json.
 */
export function secretTexts(
  credentials: readonly Credential[],
  others: readonly Secret[],
): readonly string[] {
  const whole = [...credentials.map(({ secret }) => secret), ...others].map((secret) => secret.reveal());
  const lines = whole.flatMap((text) => text.split(/[\r\n]+/));
  const auths = credentials.map(({ username, secret }) => encodeAuth(username, secret.reveal()));
  return [...new Set([...whole, ...lines, ...auths])].filter((text) => text.trim() !== '');
}
