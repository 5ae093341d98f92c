// https://buildkite.com/docs/agent/cli/reference/env

import { type Channel, carried, type Handed, type Limits, type Step } from './channel.ts';

/** The agent reads lines of 64 KiB at most (Go's bufio.Scanner), and JSON may take six bytes for one. */
const LIMITS: Limits = { channel: 'buildkite-agent env set', mostBytes: 10_000 };

/** Later phases of the job, its hooks and commands, get the variables. */
export const buildkite: Channel = (exports, hidden) => {
  const unset = exports.filter(({ value }) => value === null).map(({ name }) => name);
  const set = exports.filter(({ value }) => value !== null);
  return [
    ...(hidden.length > 0 ? [redactStep(hidden)] : []),
    setStep(set),
    ...(unset.length > 0 ? [envStep('unset', `${JSON.stringify(unset)}\n`)] : []),
  ];
};

/** https://buildkite.com/docs/agent/cli/reference/redactor: with `--persist` only, so that no other job waits for a child process. */
const redactStep = (hidden: readonly string[]): Step => ({
  run: {
    program: 'buildkite-agent',
    args: ['redactor', 'add', '--format', 'json'],
    input: JSON.stringify({ ...hidden }),
    answers: [],
  },
});

/** The agent exits 0 even if it set nothing, so its answer must name every variable (env_set.go `envSetAction`). */
const setStep = (set: readonly Handed[]): Step =>
  envStep(
    'set',
    set.map((item) => `${JSON.stringify({ [item.name]: carried(item, LIMITS) })}\n`).join(''),
    set.map(({ name }) => JSON.stringify(name)),
  );

const envStep = (verb: string, input: string, answers: readonly string[] = []): Step => ({
  run: {
    program: 'buildkite-agent',
    args: ['env', verb, '--input-format=json', '--output-format=json', '-'],
    input,
    answers,
  },
});
