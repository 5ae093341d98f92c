import { parseProperties } from '../../src/providers/java-properties.ts';

const BACKSLASH = '\\';

test.each([
  ['a=b', { a: 'b' }],
  ['a:b\nc d\ne', { a: 'b', c: 'd', e: '' }],
  ['  a = b \n', { a: 'b ' }],
  ['a=1\r\nb=2\rc=3', { a: '1', b: '2', c: '3' }],
  ['# x=1\n! y=2\n  # z=3\na=b', { a: 'b' }],
  [`# no continuation ${BACKSLASH}\na=b`, { a: 'b' }],
  [`a=b${BACKSLASH}\n   c`, { a: 'bc' }],
  [`a=b${BACKSLASH}\n#c`, { a: 'b#c' }],
  [`a=b${BACKSLASH}${BACKSLASH}\nc=d`, { a: `b${BACKSLASH}`, c: 'd' }],
  [`a=b${BACKSLASH}`, { a: 'b' }],
  [`a${BACKSLASH}=b${BACKSLASH}:c${BACKSLASH} d=e`, { 'a=b:c d': 'e' }],
  [String.raw`a=\!\#\=\:\t\n\u00FC\u00fc\\u0041`, { a: '!#=:\t\nüü\\u0041' }],
  [`a ${BACKSLASH}\n  =b`, { a: 'b' }],
  ['a=b=c:d', { a: 'b=c:d' }],
  ['a=1\na=2', { a: '2' }],
  ['__proto__=x', { ['__proto__']: 'x' }],
  ['', {}],
  ['\n\n \t\n', {}],
])('%j is %j', (text, entries) => {
  expect([...parseProperties(text)]).toEqual(Object.entries(entries));
});

test('a long line takes no longer than it is long', () => {
  const value = BACKSLASH.repeat(2_000_000);
  expect(parseProperties(`a=${value}\nb=c`).get('b')).toBe('c');
});
