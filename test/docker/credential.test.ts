import { credential, encodeAuth, isReadableAuth } from '../../src/docker/credential.ts';

const parts = {
  registry: 'registry.example.com',
  username: 'gitlab-ci-token',
  usernameFrom: 'CI_REGISTRY_USER',
  secret: 'tok',
  secretFrom: 'CI_JOB_TOKEN',
};
const secretOf = (secret: string): string => credential({ ...parts, secret }).secret.reveal();
const base64 = (text: string): string => Buffer.from(text).toString('base64');

test.each([
  ['tok', 'tok'],
  ['tok\n', 'tok'],
  ['tok\r\n', 'tok'],
  ['tok\r', 'tok'],
  ['tok\n\n', 'tok\n'],
  [' to k ', ' to k '],
])('the secret %j is used as %j: one line end is cut, as docker login does', (secret, expected) => {
  expect(secretOf(secret)).toBe(expected);
});

test.each(['', ' ', '\n', '\t \r\n'])('refuses the blank secret %j and names its variable', (secret) => {
  expect(() => secretOf(secret)).toThrow('the secret in CI_JOB_TOKEN for "registry.example.com" is blank.');
});

test('refuses a user name with a colon and names its variable', () => {
  expect(() => credential({ ...parts, username: 'a:b' })).toThrow(
    'the user name in CI_REGISTRY_USER for "registry.example.com" holds a colon.',
  );
});

test.each([
  ['user', 'pässword:with "all" $(id)', 'dXNlcjpww6Rzc3dvcmQ6d2l0aCAiYWxsIiAkKGlkKQ=='],
  ['AWS', '', 'QVdTOg=='],
])('encodes %s:%s with padding', (username, password, auth) => {
  expect(encodeAuth(username, password)).toBe(auth);
});

test.each([
  [base64('user:password'), true],
  [base64('user:'), true],
  [base64('user:pass:word'), true],
  ['dXNl\r\ncjpw\n', true],
  [base64(':token'), false],
  [base64('user'), false],
  ['dXNlcjp', false],
  ['dXNlcjpw!', false],
  ['dXNlcj pw', false],
  ['', false],
])('Docker can decode %j: %j', (auth, expected) => {
  expect(isReadableAuth(auth)).toBe(expected);
});
