import fc from 'fast-check';
import { credential } from '../../src/docker/credential.ts';
import { channelOf } from '../../src/handover/index.ts';
import { maskerOf } from '../../src/handover/masks.ts';
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

const sample = [...HOSTILE, ...fc.sample(values, { numRuns: 1000, seed: 7 })].filter((text) => text !== '');

const commands = (name: string): readonly string[] =>
  sample.map((text) => maskerOf(name, MARKERS)?.(text) ?? 'no masker');

test.each(['github', 'gitea', 'forgejo'])(
  '%s hides any text, and nothing else is read from its line',
  (name) => {
    const lines = commands(name);
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
    expect(lines.map(github.readCommand)).toEqual(sample.map((text) => ['add-mask', text]));
  },
);

test('azure hides any text, and nothing else is read from its line', () => {
  const lines = commands('azure');
  expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
  expect(lines.map(azure.readCommand)).toEqual(
    sample.map((data) => ({ name: 'task.setsecret', properties: {}, data })),
  );
});

test('buildkite gets all texts as one flat object', () => {
  const [step] = channelOf('buildkite')([], sample);
  const { args, input } = step && 'run' in step ? step.run : { args: [], input: '{}' };
  expect(args).toEqual(['redactor', 'add', '--format', 'json']);
  expect(Object.values(JSON.parse(input))).toEqual(sample);
});

test.each(['github', 'gitea', 'forgejo', 'azure'])(
  'no secret is printed for %s where its runner does not listen',
  (name) => {
    expect(maskerOf(name, { GITHUB_ACTIONS: 'false', CI: 'true' })).toBeUndefined();
  },
);

test.each(['gitlab', 'jenkins', 'buildkite'])('%s has no command that hides a text', (name) => {
  expect(maskerOf(name, MARKERS)).toBeUndefined();
});
