import { inspect } from 'node:util';
import { Secret } from '../src/secret.ts';

const secret = new Secret('hunter2');

test.each([
  ['in a template', `${secret}`],
  ['as JSON', JSON.stringify({ secret })],
  ['inspected', inspect({ secret }, { showHidden: true, depth: 5 })],
  ['in an error', String(new Error(`${secret}`))],
])('a secret does not show %s', (_where, text) => {
  expect([text.includes('***'), text.includes('hunter2')]).toEqual([true, false]);
});

test('only reveal gives it back', () => {
  expect(secret.reveal()).toBe('hunter2');
});
