import { slugOf, webUrl, whole } from '../../src/url.ts';

test.each([
  ['git@github.com:acme/web-shop.git', 'https://github.com/acme/web-shop', 'acme/web-shop'],
  ['github.com:acme/web-shop', 'https://github.com/acme/web-shop', 'acme/web-shop'],
  ['git@host:/srv/a.git', 'https://host/srv/a', 'srv/a'],
  ['ssh://git@git.example.com:2222/a/b.git', 'https://git.example.com/a/b', 'a/b'],
  ['git+ssh://git@git.example.com/a/b', 'https://git.example.com/a/b', 'a/b'],
  ['https://user:to@ken@git.example.com:8443/a/b/c.git/', 'https://git.example.com:8443/a/b/c', 'a/b/c'],
  ['http://git.example.com/a/b?private_token=x#y', 'http://git.example.com/a/b', 'a/b'],
  ['git://git.example.com:9418/a/b.git', 'https://git.example.com/a/b', 'a/b'],
  ['https://[2001:db8::1]:8443/a/b.git', 'https://[2001:db8::1]:8443/a/b', 'a/b'],
  [
    'https://dev.azure.com/acme/Shop%20Team/_git/web%20shop',
    'https://dev.azure.com/acme/Shop%20Team/_git/web%20shop',
    'acme/Shop%20Team/_git/web%20shop',
  ],
  ['file:///srv/git/a.git', undefined, undefined],
  ['/srv/git/a.git', undefined, undefined],
  ['../a', undefined, undefined],
  ['C:\\git\\a', undefined, undefined],
  ['C:/git/a', undefined, undefined],
  ['https://git.example.com/', undefined, undefined],
  ['', undefined, undefined],
])('%s is on the web at %s', (remote, url, slug) => {
  expect([webUrl(remote), slugOf(remote)]).toEqual([url, slug]);
});

test('a text is whole or not there', () => {
  expect([whole`${'a'}/${'b'}`, whole`${'a'}/${undefined}`, whole`${''}/b`]).toEqual([
    'a/b',
    undefined,
    undefined,
  ]);
});
