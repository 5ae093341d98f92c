import { loginFiles } from '../../src/docker/login-files.ts';
import type { Env } from '../../src/env.ts';
import { withSlashes } from '../support/paths.ts';

const filesOf = (client: 'podman' | 'helm', platform: string, env: Env) =>
  loginFiles[client]({ env, home: '/home/u', platform, uid: 1000 });
const pathsOf = (...given: Parameters<typeof filesOf>) =>
  filesOf(...given).map(({ path }) => withSlashes(path));

describe('podman, buildah and skopeo read, from weakest to strongest,', () => {
  test.each<[string, string, Env, readonly string[]]>([
    [
      'their files in the home and in /run',
      'linux',
      {},
      ['/home/u/.config/containers/auth.json', '/run/containers/1000/auth.json'],
    ],
    [
      'the directories of XDG',
      'linux',
      { XDG_RUNTIME_DIR: '/run/user/1000', XDG_CONFIG_HOME: '/config' },
      ['/config/containers/auth.json', '/run/user/1000/containers/auth.json'],
    ],
    ['one file on macOS', 'darwin', { XDG_RUNTIME_DIR: '/run' }, ['/home/u/.config/containers/auth.json']],
    [
      'two on macOS with XDG_CONFIG_HOME',
      'darwin',
      { XDG_CONFIG_HOME: '/config' },
      ['/config/containers/auth.json', '/home/u/.config/containers/auth.json'],
    ],
  ])('%s', (_what, platform, env, paths) => {
    expect(pathsOf('podman', platform, env)).toEqual(paths);
  });
});

describe('helm reads', () => {
  test.each<[string, string, Env, string]>([
    ['its file in the home', 'linux', {}, '/home/u/.config/helm/registry/config.json'],
    ['XDG_CONFIG_HOME', 'linux', { XDG_CONFIG_HOME: '/config' }, '/config/helm/registry/config.json'],
    [
      'HELM_CONFIG_HOME before it',
      'linux',
      { HELM_CONFIG_HOME: '/helm', XDG_CONFIG_HOME: '/config' },
      '/helm/registry/config.json',
    ],
    ['the Library of macOS', 'darwin', {}, '/home/u/Library/Preferences/helm/registry/config.json'],
    ['APPDATA on Windows', 'win32', { APPDATA: '/roaming' }, '/roaming/helm/registry/config.json'],
    ['its default', 'win32', {}, '/home/u/AppData/Roaming/helm/registry/config.json'],
  ])('%s', (_what, platform, env, path) => {
    expect(pathsOf('helm', platform, env)).toEqual([path]);
  });
});

test.each(['podman', 'helm'] as const)('a file that is named for %s is the only one', (client) => {
  const env = {
    REGISTRY_AUTH_FILE: 'auth',
    HELM_REGISTRY_CONFIG: 'auth',
    XDG_RUNTIME_DIR: '/run',
    XDG_CONFIG_HOME: '/c',
  };
  expect(filesOf(client, 'linux', env)).toEqual([{ path: 'auth', isNamed: true }]);
});
