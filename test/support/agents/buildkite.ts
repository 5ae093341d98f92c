// buildkite/agent: clicommand/env_set.go, one JSON object a line, each of less than 64 KiB

/** The variables that `env set --input-format=json -` takes from its input. */
export function readInput(input: string): Map<string, string> {
  const lines = input.split('\n').slice(0, -1);
  if (lines.some((line) => Buffer.byteLength(line) >= 65_536)) throw new Error('token too long');
  return new Map(lines.flatMap((line) => Object.entries<string>(JSON.parse(line))));
}
