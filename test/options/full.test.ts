import { readFileSync } from 'node:fs';
import { fullParse } from '../../src/options/full.ts';

const parse = (line: string) => fullParse(line.split(' ').filter(Boolean), '1.2.3');
const call = (given: object) => ({ call: { command: 'ci-env', provider: 'gitlab', given } });

test.each([
  ['ci-env gitlab --as-file=1', call({ 'as-file': true })],
  ['ci-env gitlab --as-file=YES', call({ 'as-file': true })],
  ['ci-env gitlab --as-file=no', call({ 'as-file': false })],
  ['ci-env gitlab --no-login-to-registry', call({ 'login-to-registry': false })],
  ['ci-env gitlab -o=out', call({ 'output-file-path': 'out' })],
  ['ci-env gitlab --log-terminal-width 100', call({ 'log-terminal-width': '100' })],
])('%s', (line, expected) => {
  expect(parse(line)).toEqual(expected);
});

test.each([
  ['', 'no command.'],
  ['exec gitlab', 'unknown command "exec".'],
  ['cleanup', 'unknown command "cleanup".'],
  ['ci-env gitlab extra', 'unknown option or argument: extra.'],
  ['ci-env gitlab --bogus', 'unknown option or argument: bogus.'],
  ['ci-env gitlab --shell', 'not enough arguments following: shell.'],
  ['ci-env gitlab --as-file=maybe', '--as-file: "maybe" is neither yes nor no.'],
])('%j is refused', (line, message) => {
  expect(() => parse(line)).toThrow(message);
});

test.each([
  ['--help', 'help.txt'],
  ['ci-env --help', 'ci-env-help.txt'],
  ['--version', 'version.txt'],
])('werf-ci %s', (line, file) => {
  expect(parse(line)).toEqual({ text: readFileSync(`test/golden/${file}`, 'utf8') });
});
