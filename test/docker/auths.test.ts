import { readAuths } from '../../src/docker/auths.ts';

const auth = Buffer.from('user:password').toString('base64');
const none = { auths: {}, markers: [], warnings: [] };
const bad = (key: string): string =>
  `the entry for ${JSON.stringify(key)} is not a readable login (base64 of "user:password"): dropped.`;

test.each([
  ['a login', { h: { auth } }, { ...none, auths: { h: { auth } } }],
  ['keys in any letter case', { h: { AUTH: auth } }, { ...none, auths: { h: { auth } } }],
  [
    'user name and password',
    { h: { username: 'user', password: 'password' } },
    { ...none, auths: { h: { auth } } },
  ],
  [
    'auth beside other fields',
    { h: { auth, username: 'x', serveraddress: 'h' } },
    { ...none, auths: { h: { auth } } },
  ],
  [
    'an identity token',
    { h: { auth, identitytoken: 't' } },
    { ...none, auths: { h: { auth, identitytoken: 't' } } },
  ],
  ['a bearer token', { h: { registrytoken: 't' } }, { ...none, auths: { h: { registrytoken: 't' } } }],
  ['an e-mail address', { h: { auth, email: 'e' } }, { ...none, auths: { h: { auth, email: 'e' } } }],
  ['an empty entry', { h: {} }, { ...none, markers: ['h'] }],
  ['a null entry', { h: null }, { ...none, markers: ['h'] }],
  ['an entry with empty fields', { h: { auth: '', email: '' } }, { ...none, markers: ['h'] }],
  ['auth that is no base64', { h: { auth: '***' } }, { ...none, warnings: [bad('h')] }],
  ['auth without a user name', { h: { auth: 'OnRva2Vu' } }, { ...none, warnings: [bad('h')] }],
  ['auth without padding', { h: { auth: 'dXNlcjp' } }, { ...none, warnings: [bad('h')] }],
  ['auth of another type', { h: { auth: 1 } }, { ...none, warnings: [bad('h')] }],
  ['a user name with a colon', { h: { username: 'a:b', password: 'c' } }, { ...none, warnings: [bad('h')] }],
  ['an entry that is text', { h: 'x' }, { ...none, warnings: [bad('h')] }],
  ['no auths', undefined, none],
  ['null auths', null, none],
  ['auths of another type', ['x'], { ...none, warnings: ['"auths" is not an object: dropped.'] }],
])('%s', (_what, value, expected) => {
  expect(readAuths(value)).toEqual(expected);
});

test('one bad entry leaves the others', () => {
  expect(readAuths({ a: { auth }, b: { auth: 'OnRva2Vu' }, c: { auth } })).toEqual({
    auths: { a: { auth }, c: { auth } },
    markers: [],
    warnings: [bad('b')],
  });
});

test('an entry named __proto__ stays an entry', () => {
  const { auths } = readAuths(JSON.parse(`{"__proto__":{"auth":"${auth}"}}`));
  expect(Object.entries(auths)).toEqual([['__proto__', { auth }]]);
});
