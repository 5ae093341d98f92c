import { omit, parseConfigText, pick } from '../../src/docker/json.ts';

test.each([
  ['an empty file', '', {}],
  ['white space', ' \n\t', {}],
  ['a byte order mark alone', '\uFEFF', {}],
  ['an object', '{"auths":{"a":{}}}', { auths: { a: {} } }],
  ['a byte order mark', '\uFEFF{"a":1}', { a: 1 }],
  ['null', 'null', {}],
  ['text after the object', '{"a":"}{","b":[{}]}\ngarbage {', { a: '}{', b: [{}] }],
  ['a second object', '{"a":1}{"a":2}', { a: 1 }],
  ['an escaped quote before the end', '{"a":"\\"}"} x', { a: '"}' }],
])('%s is read as Docker reads it', (_what, text, object) => {
  expect(parseConfigText(text)).toEqual(object);
});

test.each(['{', '{"a":1', '[1]', '"text"', '7', '{"a":1,}', "{'a':1}", 'auths: {}', '{"a": "unfinished }'])(
  '%j is no config',
  (text) => {
    expect(parseConfigText(text)).toBeUndefined();
  },
);

test.each([
  ['credsStore', 'x'],
  ['CREDSSTORE', 'x'],
  ['credsstore', 'x'],
  ['cred\u017Fstore', 'x'],
  ['credsStores', undefined],
])('finds credsStore written as %j: %j', (key, value) => {
  expect(pick({ [key]: 'x' }, 'credsStore')).toBe(value);
});

test('of several spellings the last value wins, and objects are merged, as Go does', () => {
  const object = { auths: { a: 1, b: 1 }, Auths: { b: 2 }, credsStore: 'x', CredsStore: 'y' };
  expect([pick(object, 'auths'), pick(object, 'credsStore')]).toEqual([{ a: 1, b: 2 }, 'y']);
});

test('leaves keys out in any spelling', () => {
  expect(omit({ credsStore: 1, CREDSSTORE: 2, 'cred\u017Fstore': 3, other: 4 }, ['credsStore'])).toEqual({
    other: 4,
  });
});

test('a key named __proto__ is a key like any other', () => {
  const object = parseConfigText('{"__proto__":{"credsStore":"x"},"auths":{"__proto__":{}}}') ?? {};
  expect(pick(object, 'credsStore')).toBeUndefined();
  expect(Object.getOwnPropertyNames(omit(object, ['auths']))).toEqual(['__proto__']);
  expect(Object.getOwnPropertyNames(pick(object, 'auths'))).toEqual(['__proto__']);
});
