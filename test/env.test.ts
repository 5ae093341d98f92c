import { isMarked, read } from '../src/env.ts';

test.each([
  ['value', 'value'],
  ['', undefined],
  [undefined, undefined],
])('reads %j as %j', (value, expected) => {
  expect(read({ A: value }, 'A')).toBe(expected);
});

test.each([
  ['true', true],
  ['1', true],
  ['yes', true],
  ['anything', true],
  ['', false],
  ['false', false],
  ['False', false],
  ['0', false],
  ['no', false],
  ['OFF', false],
  [undefined, false],
])('a marker of %j counts: %j', (value, expected) => {
  expect(isMarked({ A: value }, 'A')).toBe(expected);
});

test('what every object has is no variable', () => {
  expect([read({}, 'constructor'), isMarked({}, 'toString')]).toEqual([undefined, false]);
});
