import { shells } from '../../src/shells/index.ts';
import { sh } from '../../src/shells/sh.ts';
import { render } from '../../src/shells/shell.ts';
import { expectGolden } from '../support/shells/golden.ts';
import { run } from '../support/shells/run.ts';
import { workDir } from '../support/shells/work-dir.ts';

/** What a job of GitLab gets, in a shape that reviewers know. */
const ordinary = [
  { name: 'DOCKER_CONFIG', value: '/builds/tmp/ci-env-gitlab-42-a1b2c3' },
  { name: 'DOCKER_AUTH_CONFIG', value: null },
  { name: 'WERF_REPO', value: 'registry.example.com:5050/group/project' },
  { name: 'WERF_ADD_ANNOTATION_PROJECT_GIT', value: 'project.werf.io/git=https://gitlab.example.com/a/b' },
  { name: 'WERF_LOG_TERMINAL_WIDTH', value: '130' },
];

/** What has to be quoted somewhere, as far as every dialect can carry it. */
const quoted = [
  { name: 'WERF_ENV', value: 'a!b' },
  { name: 'DOCKER_CONFIG', value: 'C:\\Program Files\\tmp\\ci-env 42' },
  { name: 'DOCKER_CERT_PATH', value: '~/a b' },
  { name: 'WERF_ADD_ANNOTATION_CI_GIT_TAG', value: "ci.werf.io/tag=v1 100% it's #1 & ^2 (3) *" },
];

const dir = workDir();

test.each(shells.map((shell) => ({ shell })))('$shell.name prints what it always did', ({ shell }) => {
  expectGolden(`ordinary.${shell.name}`, render(shell, ordinary));
  expectGolden(`quoted.${shell.name}`, render(shell, quoted));
  expectGolden(`abort.${shell.name}`, shell.abort);
});

test('set -x shows the values as they are', () => {
  const { stderr } = run({ argv: ['dash', '-x'], script: render(sh, ordinary), dir });
  expectGolden('ordinary.set-x', stderr);
});
