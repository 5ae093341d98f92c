import { authKey, hostOf, isPathScoped, isRegistry } from '../../src/docker/registry.ts';

const HUB = 'https://index.docker.io/v1/';

test.each([
  ['registry.example.com', 'registry.example.com'],
  ['Registry.Example.COM:5000', 'registry.example.com:5000'],
  ['registry.example.com:443/group/project', 'registry.example.com:443'],
  ['https://registry.example.com/v2/', 'registry.example.com'],
  ['http://user:p@ss@registry.example.com:80/v1', 'registry.example.com:80'],
  ['[2001:db8::1]:5000/a', '[2001:db8::1]:5000'],
  ['https://registry.example.com?x=1#y', 'registry.example.com'],
  ['https://127.0.0.1:5000:/v1/', '127.0.0.1:5000'],
  ['https://registry.example.com:/v1/', 'registry.example.com'],
  ['', ''],
])('the host of %j is %j', (name, host) => {
  expect(hostOf(name)).toBe(host);
});

test.each([
  ['docker.io', HUB],
  ['index.docker.io', HUB],
  ['registry-1.docker.io', HUB],
  ['registry.hub.docker.com', HUB],
  ['https://index.docker.io/v1', HUB],
  [HUB, HUB],
  ['docker.io/library/alpine', HUB],
  ['docker.io.evil.example', 'docker.io.evil.example'],
  ['ghcr.io/acme/shop', 'ghcr.io'],
])('Docker looks for %j under %j', (name, key) => {
  expect(authKey(name)).toBe(key);
});

test.each([
  ['registry.example.com/team', true],
  ['registry.example.com', false],
  ['registry.example.com/', false],
  ['https://registry.example.com/v1/', false],
])('%j is a path-scoped key: %j', (key, expected) => {
  expect(isPathScoped(key)).toBe(expected);
});

test.each([
  ['registry.example.com', true],
  ['localhost:5000', true],
  ['[::1]:5000', true],
  ['', false],
  ['https://registry.example.com', false],
  ['registry.example.com/path', false],
  ['user@registry.example.com', false],
  ['registry example', false],
  ['registry:port', false],
])('%j may be a registry: %j', (name, expected) => {
  expect(isRegistry(name)).toBe(expected);
});
