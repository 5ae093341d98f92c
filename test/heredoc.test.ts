import fc from 'fast-check';
import { heredoc } from '../src/heredoc.ts';

test.each([
  ['', 'A<<EOF\n\nEOF\n'],
  ['b', 'A<<EOF\nb\nEOF\n'],
  ['b\n', 'A<<EOF\nb\n\nEOF\n'],
  ['EOF', 'A<<EOF_\nEOF\nEOF_\n'],
  ['EOF\nEOF__\nEOF_', 'A<<EOF___\nEOF\nEOF__\nEOF_\nEOF___\n'],
  ['GEOFF', 'A<<EOF_\nGEOFF\nEOF_\n'],
])('of %j', (value, text) => {
  expect(heredoc('A', value)).toBe(text);
});

test('has a delimiter that is nowhere in the value', () => {
  const value = fc.array(fc.constantFrom('E', 'O', 'F', 'EOF', '_', '__', '\n'), { maxLength: 40 });
  fc.assert(
    fc.property(value, (parts) => {
      const [, delimiter = ''] = /^A<<(.+)\n/.exec(heredoc('A', parts.join(''))) ?? [];
      expect(delimiter).not.toBe('');
      expect(parts.join('')).not.toContain(delimiter);
    }),
    { numRuns: 1000 },
  );
});

test('takes no longer for a value that is made to be searched', () => {
  const value = 'EOF_'.repeat(30_000) + '_'.repeat(100_000);
  expect(heredoc('A', value)).toHaveLength(value.length + 2 * 100_005 + 'A<<\n\n\n'.length);
});
