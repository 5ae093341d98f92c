import { publicUrl } from '../src/url.ts';

test.each([
  ['https://gitlab.com/acme/shop', 'https://gitlab.com/acme/shop'],
  ['https://user:token@gitlab.com/acme/shop', 'https://gitlab.com/acme/shop'],
  ['https://token@gitlab.com:8443/acme?x=a@b', 'https://gitlab.com:8443/acme?x=a@b'],
  ['HTTPS://u:p@ss@host/path@here', 'HTTPS://host/path@here'],
  ['https:\\\\u:p@host\\x', 'https:\\\\host\\x'],
  ['https://host/a@b', 'https://host/a@b'],
])('%s is published as %s', (url, published) => {
  expect(publicUrl(url)).toBe(published);
});
