const LONGEST = 200;

/** A value from outside as it may stand in a message: quoted, its control characters escaped, cut when long. */
export const quote = (value: string): string =>
  JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);

/**
 * A line that is safe to print into a job's log. Runners take commands out of a step's output: Azure finds `##vso[`
 * anywhere in a line, GitHub `##[`, TeamCity `##teamcity[`; a control character could start a line of its own.
 */
export const logLine = (text: string): string =>
  text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').replaceAll(/#(?=#)/g, '# ');
