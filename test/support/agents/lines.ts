// cirruslabs/cirrus-ci-agent cirrusenv.go, and what Codefresh documents of its file

/** `KEY=VALUE` lines as Go's bufio.Scanner gives them: of 64 KiB at most, without a `\r` at the end. */
export function readLines(text: string): Map<string, string> {
  const lines = text.replace(/\n$/, '').split('\n');
  const scanned = lines.map((line) => line.replace(/\r$/, ''));
  if (scanned.some((line) => !line.includes('=') || Buffer.byteLength(line) >= 65_536))
    throw new Error('lines in KEY=VALUE format expected');
  return new Map(scanned.map((line) => line.split(/=(.*)/s, 2) as [string, string]));
}
