import { factsOf } from '../../src/providers/facts.ts';
import { gitlab } from '../../src/providers/gitlab.ts';

const pageOf = (CI_PROJECT_URL: string): string | undefined =>
  factsOf(gitlab, { CI_PROJECT_URL }, () => undefined).projectUrl;

test.each([
  ['https://gitlab.com/acme/shop', 'https://gitlab.com/acme/shop'],
  ['http://localhost:8080/acme?x=a@b#c', 'http://localhost:8080/acme?x=a@b#c'],
  ['https://[2001:db8::1]:8443/acme', 'https://[2001:db8::1]:8443/acme'],
  ['https://user:token@gitlab.com/acme', 'https://gitlab.com/acme'],
  [' \thttps://user:token@gitlab.com/acme', 'https://gitlab.com/acme'],
])('the page %j is published as %j', (url, published) => {
  expect(pageOf(url)).toBe(published);
});

test.each([
  '//user:token@gitlab.com/acme',
  'token@gitlab.com/acme',
  'https://user:to/ken@gitlab.com/acme',
  'https://user:to#ken@gitlab.com/acme',
  'https://user:to?ken@gitlab.com/acme',
  'ssh://git@gitlab.com/acme',
  'javascript:alert(1)',
])('%j, which may hold a password or is no page, is left out', (url) => {
  expect(pageOf(url)).toBeUndefined();
});
