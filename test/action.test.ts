import { existsSync, readFileSync } from 'node:fs';
import { INPUTS } from '../src/action/inputs.ts';

const action = readFileSync('action.yml', 'utf8');

/** The names in a section of action.yml. */
const namesIn = (section: string): readonly string[] => {
  const [, body = ''] = new RegExp(`^${section}:\n((?: .*\n)+)`, 'm').exec(action) ?? [];
  return [...body.matchAll(/^ {2}([a-z-]+):/gm)].map(([, name = '']) => name);
};

test('action.yml has every input that the action reads, and no other', () => {
  expect(namesIn('inputs')).toEqual(['provider', 'token', ...INPUTS]);
});

test('action.yml names files that the build makes', () => {
  const files = [...action.matchAll(/^ {2}(?:main|post): (.+)$/gm)].map(([, file = '']) => file);
  expect(files).toEqual(['dist/action/main.cjs', 'dist/action/post.cjs']);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});
