const LONGEST_JOB = 150;

/**
 * The begin of a config dir's name, `ci-env-<provider>-<job>-`. Never `werf-*`: `werf host purge` deletes those. The
 * job's key is made safe for a file name so that no two keys become one: `_` and the hexadecimal code of each byte
 * other than `[A-Za-z0-9.-]`. Keys begin with what tells jobs apart, so a long one may be cut.
 */
export const dirPrefix = (provider: string, jobKey: string | undefined): string =>
  `ci-env-${provider}-${encode(jobKey ?? 'none').slice(0, LONGEST_JOB)}-`;

const encode = (text: string): string =>
  Buffer.from(text)
    .toString('latin1')
    .replaceAll(/[^A-Za-z\d.-]/g, (char) => `_${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
