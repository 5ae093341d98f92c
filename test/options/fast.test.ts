import fc from 'fast-check';
import { fastParse } from '../../src/options/fast.ts';
import { fullParse } from '../../src/options/full.ts';
import { options } from '../../src/options/table.ts';

const call = (provider: string | undefined, given: object) => ({ command: 'ci-env', provider, given });

test.each([
  ['ci-env', call(undefined, {})],
  ['ci-env gitlab', call('gitlab', {})],
  ['ci-env gitlab --as-file', call('gitlab', { 'as-file': true })],
  ['ci-env --as-file gitlab', call('gitlab', { 'as-file': true })],
  ['ci-env gitlab --login-to-registry=false', call('gitlab', { 'login-to-registry': false })],
  ['ci-env gitlab --shell json', call('gitlab', { shell: 'json' })],
  ['ci-env gitlab --shell=json --shell=sh', call('gitlab', { shell: 'sh' })],
  ['ci-env gitlab -o out', call('gitlab', { 'output-file-path': 'out' })],
  ['ci-env gitlab --verbose', call('gitlab', { 'log-verbose': true })],
  ['ci-env --login a=B:C gitlab --login=d=E:F', call('gitlab', { login: ['a=B:C', 'd=E:F'] })],
])('%s needs no yargs', (line, expected) => {
  expect(fastParse(line.split(' '))).toEqual(expected);
});

test.each([
  '',
  '--help',
  '--version',
  'exec gitlab',
  'ci-env --help',
  'ci-env -h',
  'ci-env gitlab extra',
  'ci-env gitlab --unknown',
  'ci-env gitlab --shell',
  'ci-env gitlab --shell --as-file',
  'ci-env gitlab --shell=',
  'ci-env gitlab --as-file=yes',
  'ci-env gitlab --as-file true',
  'ci-env gitlab --no-as-file',
  'ci-env gitlab -o=out',
  'ci-env gitlab -oout',
  'ci-env -- gitlab',
  'ci-env gitlab --constructor',
  'ci-env gitlab --as-file=constructor',
])('%j is left to yargs', (line) => {
  expect(fastParse(line.split(' '))).toBeUndefined();
});

const names = Object.entries(options).flatMap(([name, spec]) =>
  'alias' in spec ? [name, spec.alias] : [name],
);
const value = fc.constantFrom(
  'x',
  'true',
  'false',
  'a=B:C',
  '-',
  '--',
  '',
  '1',
  'sh',
  'a b',
  '--as-file',
  'é\n',
);
const flag = fc.constantFrom('-o', '-h', '--', '--help', ...names.map((name) => `--${name}`));
const word = fc.oneof(
  value,
  flag,
  fc.tuple(flag, value).map(([name, text]) => `${name}=${text}`),
  fc.constantFrom('gitlab', 'github', 'nope', '7', '--no-as-file', '--bogus'),
);

test('what it parses, yargs parses the same', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (words) => {
      const argv = ['ci-env', ...words];
      const fast = fastParse(argv);
      if (fast) expect(fullParse(argv, '1.2.3')).toEqual({ call: fast });
    }),
    { numRuns: 1000 },
  );
});

test('it parses a good part of what people write', () => {
  const plain = fc.array(fc.constantFrom('--as-file', '--shell=json', '--verbose', '--tmp-dir=/tmp'), {
    maxLength: 4,
  });
  fc.assert(fc.property(plain, (words) => fastParse(['ci-env', 'gitlab', ...words]) !== undefined));
});
