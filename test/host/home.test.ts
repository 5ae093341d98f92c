import { userInfo } from 'node:os';
import { homeOf } from '../../src/host/home.ts';

test.each([
  ['HOME', { HOME: '/h', USERPROFILE: '/u' }, 'linux', '/h'],
  ['USERPROFILE on Windows', { HOME: '/h', USERPROFILE: '/u' }, 'win32', '/u'],
  ['the user database without it', {}, 'linux', userInfo().homedir],
  ['the user database where it is empty', { HOME: '' }, 'linux', userInfo().homedir],
])('the home is %s', (_what, env, platform, home) => {
  expect(homeOf(env, platform)).toBe(home);
});
