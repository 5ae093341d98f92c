import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readBaseDir } from '../../src/host/base-dir.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'base-'));
});
afterEach(() => rm(dir, { recursive: true }));

async function put(path: string, text = path): Promise<void> {
  await mkdir(dirname(join(dir, path)), { recursive: true });
  await writeFile(join(dir, path), text);
}

const filesOf = (path = dir) =>
  Object.fromEntries(
    Object.entries(readBaseDir(path).files).map(([name, content]) => [name, String(content)]),
  );

test('a directory that is not there gives nothing', () => {
  expect(readBaseDir(join(dir, 'nowhere'))).toEqual({ object: {}, files: {}, left: [] });
});

test('gives the config, and where plugins and TLS files are', async () => {
  await put('config.json', '{"auths":{}} trailing');
  await put('cli-plugins/docker-buildx');
  await put('ca.pem');
  expect(readBaseDir(dir)).toEqual({
    object: { auths: {} },
    cliPlugins: join(dir, 'cli-plugins'),
    certPath: dir,
    files: {},
    left: [],
  });
});

test('gives contexts, trust data and builders, and nothing else that lies there', async () => {
  const wanted = [
    'contexts/meta/1/meta.json',
    'contexts/tls/1/docker/ca.pem',
    'trust/private/1.key',
    'trust/tuf/registry.example.com/app/metadata/root.json',
    'buildx/current',
    'buildx/defaults/x',
    'buildx/instances/y',
  ];
  const unwanted = [
    'run/docker.sock',
    'buildx/refs/z',
    'buildx/activity/z',
    'mutagen/a',
    'scout/b',
    'cli-plugins/c',
    'other',
  ];
  await Promise.all([...wanted, ...unwanted].map((path) => put(path)));
  expect(filesOf()).toEqual(Object.fromEntries(wanted.map((path) => [path, path])));
});

test('follows a config.json that is a link, and the links of a mounted secret', async () => {
  await put('data/config.json', '{"a":1}');
  await symlink('data/config.json', join(dir, 'config.json'));
  await put('data/meta.json', '{"Name":"x"}');
  await mkdir(join(dir, 'contexts/meta/1'), { recursive: true });
  await symlink('../../../data/meta.json', join(dir, 'contexts/meta/1/meta.json'));
  expect([readBaseDir(dir).object, filesOf()]).toEqual([
    { a: 1 },
    { 'contexts/meta/1/meta.json': '{"Name":"x"}' },
  ]);
});

test('passes over links that lead out, circles, sockets and large files', async () => {
  await put('contexts/meta/1/meta.json');
  await symlink('/etc/passwd', join(dir, 'contexts/meta/1/passwd'));
  await symlink('nowhere', join(dir, 'contexts/dangling'));
  await symlink('/etc', join(dir, 'contexts/etc'));
  await symlink('..', join(dir, 'contexts/meta/up'));
  await put('contexts/large', 'x'.repeat(1024 * 1024 + 1));
  const server = createServer().listen(join(dir, 'contexts/socket'));
  try {
    const files = Object.values(filesOf());
    expect([...new Set(files)]).toEqual(['contexts/meta/1/meta.json']);
  } finally {
    server.close();
  }
});

test('leaves the builders where BUILDX_CONFIG has its own', async () => {
  await Promise.all(
    ['contexts/meta/1/meta.json', 'buildx/current', 'buildx/instances/y'].map((path) => put(path)),
  );
  expect(Object.keys(readBaseDir(dir, '/elsewhere').files)).toEqual(['contexts/meta/1/meta.json']);
});

test('leaves out a directory that holds too much, and says so', async () => {
  await Promise.all(Array.from({ length: 250 }, (_, i) => put(`buildx/instances/${i}`)));
  await Promise.all(Array.from({ length: 250 }, (_, i) => put(`trust/tuf/host/app${i}/metadata/root.json`)));
  await put('contexts/meta/1/meta.json');
  const { files, left } = readBaseDir(dir);
  expect([Object.keys(files), left]).toEqual([
    ['contexts/meta/1/meta.json'],
    ['trust/tuf', 'buildx/instances'],
  ]);
});
