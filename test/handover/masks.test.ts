import fc from 'fast-check';
import { credential } from '../../src/docker/credential.ts';
import type { Step } from '../../src/handover/channel.ts';
import { maskSteps } from '../../src/handover/index.ts';
import { secretTexts } from '../../src/handover/secrets.ts';
import { Secret } from '../../src/secret.ts';
import * as azure from '../support/agents/azure.ts';
import * as github from '../support/agents/github.ts';
import { HOSTILE, values } from '../support/hostile.ts';

const MARKERS = { GITHUB_ACTIONS: 'true', TF_BUILD: 'True', BUILDKITE: 'true' };

const login = (secret: string) =>
  credential({ registry: 'r.io', username: 'me', usernameFrom: 'U', secret, secretFrom: 'P' });

test('hides each secret, its lines, and the auth of config.json, once', () => {
  expect(secretTexts([login('one\n\ntwo')], [new Secret('three'), new Secret('three')])).toEqual([
    'one\n\ntwo',
    'three',
    'one',
    'two',
    btoa('me:one\n\ntwo'),
  ]);
});

const told = (steps: readonly Step[]): readonly string[] =>
  steps.map((step) => ('tell' in step ? step.tell : ''));

const sample = [...HOSTILE, ...fc.sample(values, { numRuns: 1000, seed: 7 })].filter((text) => text !== '');

test.each(['github', 'gitea', 'forgejo'])(
  '%s hides any text, and nothing else is read from its line',
  (name) => {
    const lines = told(maskSteps(name, sample, MARKERS));
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
    expect(lines.map(github.readCommand)).toEqual(sample.map((text) => ['add-mask', text]));
  },
);

test('azure hides any text, and nothing else is read from its line', () => {
  const lines = told(maskSteps('azure', sample, MARKERS));
  expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
  expect(lines.map(azure.readCommand)).toEqual(
    sample.map((data) => ({ name: 'task.setsecret', properties: {}, data })),
  );
});

test('buildkite gets all texts as one flat object', () => {
  const [step] = maskSteps('buildkite', sample, MARKERS);
  const { args, input } = step && 'run' in step ? step.run : { args: [], input: '{}' };
  expect(args).toEqual(['redactor', 'add', '--format', 'json']);
  expect(Object.values(JSON.parse(input))).toEqual(sample);
});

test.each(['github', 'gitea', 'forgejo', 'azure', 'buildkite'])(
  'no secret is printed for %s where its runner does not listen',
  (name) => {
    expect(maskSteps(name, ['hunter2'], { GITHUB_ACTIONS: 'false', CI: 'true' })).toEqual([]);
  },
);

test.each(['gitlab', 'jenkins'])('%s has no way to hide a text', (name) => {
  expect(maskSteps(name, ['hunter2'], MARKERS)).toEqual([]);
});

test('no secret, no step', () => {
  expect(maskSteps('buildkite', [], MARKERS)).toEqual([]);
});
