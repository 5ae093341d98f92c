import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLogins } from '../../src/host/logins.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'logins-'));
  await writeFile(join(dir, 'auth.json'), '{"auths":{}}');
  await writeFile(join(dir, 'corrupt'), '{"auths":{"a":{"auth":"c2VjcmV0');
  await mkdir(join(dir, 'directory'));
  await symlink('circle', join(dir, 'circle'));
});
afterEach(() => rm(dir, { recursive: true }));

const HINT = 'mend it, or leave it out with --inherit none or --clients docker';
const usual = (name: string) => ({ path: join(dir, name), isNamed: false });
const named = (name: string) => ({ path: name, isNamed: true });

test('reads what is there, in order', async () => {
  await writeFile(join(dir, 'other'), '{"credHelpers":{}}');
  expect(readLogins([usual('nothing'), usual('other'), usual('auth.json')], '/')).toEqual({
    sources: [
      { path: join(dir, 'other'), object: { credHelpers: {} } },
      { path: join(dir, 'auth.json'), object: { auths: {} } },
    ],
    warnings: [],
  });
});

test('sees a path in a variable from the working directory', () => {
  expect(readLogins([named('auth.json')], dir)).toEqual({
    sources: [{ path: join(dir, 'auth.json'), object: { auths: {} } }],
    warnings: [],
  });
});

test.each([
  ['circle', 'cannot read DIR/circle (ELOOP).'],
  ['directory', 'DIR/directory is not a regular file.'],
])('%s: an error where a variable names it, else left out with a warning', (name, message) => {
  const text = message.replace('DIR', dir);
  expect(() => readLogins([named(name)], dir)).toThrow(
    expect.objectContaining({ message: text, hint: HINT }),
  );
  expect(readLogins([usual(name), usual('auth.json')], '/')).toEqual({
    sources: [{ path: join(dir, 'auth.json'), object: { auths: {} } }],
    warnings: [`${text} Its logins are left out.`],
  });
});

test.each([true, false])(
  'a corrupt file is an error (named by a variable: %s), and nothing of it is shown',
  (isNamed) => {
    const path = join(dir, 'corrupt');
    expect(() => readLogins([{ path, isNamed }], '/')).toThrow(
      expect.objectContaining({ message: `${path} is not a JSON object.`, hint: HINT }),
    );
  },
);
