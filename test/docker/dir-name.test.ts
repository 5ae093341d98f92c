import { dirPrefix } from '../../src/docker/dir-name.ts';

test.each([
  ['gitlab', '11223344556-gitlab.com', 'ci-env-gitlab-11223344556-gitlab.com-'],
  ['gitlab', undefined, 'ci-env-gitlab-none-'],
  ['github', '17-1-GitHub Actions 12-build', 'ci-env-github-17-1-GitHub_20Actions_2012-build-'],
  ['github', '1-../../etc $(id)\n', 'ci-env-github-1-.._2f.._2fetc_20_24_28id_29_0a-'],
  ['github', 'ä_', 'ci-env-github-_c3_a4_5f-'],
])('%s job %j lies in %s…', (provider, jobId, prefix) => {
  expect(dirPrefix(provider, jobId)).toBe(prefix);
});

test('a long id is cut, and the name stays within what file systems take', () => {
  expect(dirPrefix('github', `1-${'x'.repeat(500)}`)).toBe(`ci-env-github-1-${'x'.repeat(148)}-`);
});
