import { logLine, quote } from '../src/text.ts';

test.each([
  ['plain', '"plain"'],
  ['a "b"\n', '"a \\"b\\"\\n"'],
  ['x'.repeat(300), `"${'x'.repeat(200)}…"`],
])('quotes %j', (value, quoted) => {
  expect(quote(value)).toBe(quoted);
});

test.each([
  ['##vso[task.setvariable variable=A]b', '# #vso[task.setvariable variable=A]b'],
  ["a ##teamcity[setParameter name='env.A' value='1']", "a # #teamcity[setParameter name='env.A' value='1']"],
  ['##[group]x', '# #[group]x'],
  ['one\n::add-mask::x\r\n\u001b[31m\u2028', 'one ::add-mask::x   [31m '],
  ['a # b', 'a # b'],
])('no runner takes a command out of %j', (text, line) => {
  expect(logLine(text)).toBe(line);
});
