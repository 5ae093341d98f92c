import { failureText } from '../src/failure.ts';
import { withSlashes } from './support/paths.ts';

test.each<[string, string, Record<string, string>, string]>([
  ['the statement that fails in sh', 'ci-env nope', {}, '(exit 1);\n'],
  ['the same for a dialect that is not known', 'ci-env gitlab --shell klingon', {}, '(exit 1);\n'],
  ['the same for a command that is not known', 'cienv', {}, '(exit 1);\n'],
  ['what is no JSON', 'ci-env nope --shell=json', {}, 'werf-ci failed\n'],
  ['what is no JSON, by variable', 'ci-env nope', { WERF_SHELL: 'json' }, 'werf-ci failed\n'],
  ['the path of a file that fails', 'ci-env nope --as-file', {}, '/lib/failed.sh\n'],
  ['the path, by variable', 'ci-env nope', { WERF_AS_FILE: 'yes' }, '/lib/failed.sh\n'],
  ['the path, for a value that is wrong', 'ci-env nope --as-file=maybe', {}, '/lib/failed.sh\n'],
  ['the path for an env file', 'ci-env nope --as-env-file --shell json', {}, '/lib/failed.env\n'],
  ['the statement, where no file is wanted', 'ci-env nope --as-file=false', {}, '(exit 1);\n'],
  [
    'the statement, where no file is wanted after all',
    'ci-env nope --as-file --as-file=0',
    {},
    '(exit 1);\n',
  ],
  ['the statement, against the variable', 'ci-env nope --no-as-file', { WERF_AS_FILE: '1' }, '(exit 1);\n'],
  ['nothing beside an output file', 'ci-env nope -o out', {}, ''],
  ['nothing beside an output file, by variable', 'ci-env nope', { WERF_OUTPUT_FILE_PATH: 'x' }, ''],
])('on failure stdout gets %s', (_what, line, env, text) => {
  expect(withSlashes(failureText(line.split(' '), env, '/lib'))).toBe(text);
});
