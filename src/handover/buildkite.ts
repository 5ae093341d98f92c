// https://buildkite.com/docs/agent/cli/reference/env

import { type Channel, carried, type Handed, type Limits, type Masker, type Step } from './channel.ts';

/** The agent reads lines of 64 KiB at most (Go's bufio.Scanner), and JSON may take six bytes for one. */
const LIMITS: Limits = { channel: 'buildkite-agent env set', mostBytes: 10_000 };

/** Later phases of the job, its hooks and commands, get the variables. */
export const buildkite: Channel = (exports) => {
  const unset = exports.filter(({ value }) => value === null).map(({ name }) => name);
  const set = exports.filter(({ value }) => value !== null);
  return [...(unset.length > 0 ? [agent(['env', 'unset'], `${JSON.stringify(unset)}\n`)] : []), setStep(set)];
};

/** The agent exits 0 even if it set nothing, so its answer must name every variable (env_set.go `envSetAction`). */
const setStep = (set: readonly Handed[]): Step =>
  agent(
    ['env', 'set'],
    set.map((item) => `${JSON.stringify({ [item.name]: carried(item, LIMITS) })}\n`).join(''),
    set.map(({ name }) => JSON.stringify(name)),
  );

const agent = (command: readonly string[], input: string, answers: readonly string[] = []): Step => ({
  run: {
    command: 'buildkite-agent',
    args: [...command, '--input-format=json', '--output-format=json', '-'],
    input,
    answers,
  },
});

/** https://buildkite.com/docs/agent/cli/reference/redactor */
export const buildkiteMask: Masker = {
  marker: 'BUILDKITE',
  mask: (texts) => [
    {
      run: {
        command: 'buildkite-agent',
        args: ['redactor', 'add', '--format', 'json'],
        input: JSON.stringify({ ...texts }),
        answers: [],
      },
    },
  ],
};
