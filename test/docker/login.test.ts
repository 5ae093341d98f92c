import { login } from '../../src/docker/login.ts';
import type { UserError } from '../../src/errors.ts';

const env = {
  REG_USER: 'robot$ci',
  REG_PASS: 's3cret',
  lower_user: 'u',
  lower_pass: 'p',
  COLON: 'a:b',
  BLANK: ' ',
};

test.each([
  ['harbor.example.com=REG_USER:REG_PASS', ['harbor.example.com', 'robot$ci', 's3cret']],
  ['localhost:5000=lower_user:lower_pass', ['localhost:5000', 'u', 'p']],
  ['[::1]:5000=REG_USER:REG_PASS', ['[::1]:5000', 'robot$ci', 's3cret']],
])('--login %s', (text, [registry, username, secret]) => {
  const found = login(text, env);
  expect([found.registry, found.username, found.secret.reveal()]).toEqual([registry, username, secret]);
  expect(found.shownAs).toBe(`$${/=(\w+):/.exec(text)?.[1]}`);
});

test.each([
  ['host', '--login does not name two variables.'],
  ['host:admin:hunter2', '--login does not name two variables.'],
  ['admin:hunter2@host=', '--login does not name two variables.'],
  ['host=', '--login for "host" does not name two variables.'],
  ['host=REG_USER', '--login for "host" does not name two variables.'],
  ['host=admin:hunter-2', '--login for "host" does not name two variables.'],
  ['host=REG_USER:REG_PASS:X', '--login for "host" does not name two variables.'],
  ['https://host=REG_USER:REG_PASS', '--login: what stands before the "=" is not a registry host.'],
  ['host=NOT_THERE:REG_PASS', '--login for "host": the variable NOT_THERE for the user name is not set.'],
  ['host=REG_USER:NOT_THERE', '--login for "host": the variable NOT_THERE for the password is not set.'],
  ['host=REG_USER:hunter2', '--login for "host": the variable for the password is not set.'],
  ['host=COLON:REG_PASS', 'the user name in COLON for "host" holds a colon.'],
  ['host=REG_USER:BLANK', 'the secret in BLANK for "host" is blank.'],
])('--login %s is refused, and what may be a secret is not repeated', (text, message) => {
  expect(() => login(text, env)).toThrow(message);
});

test('says how to write it', () => {
  const failure = (): unknown => {
    try {
      return login('host', env);
    } catch (error) {
      return (error as UserError).hint;
    }
  };
  expect(failure()).toBe(
    'write --login HOST=USERNAME_VAR:PASSWORD_VAR, with the names of two variables, never a secret',
  );
});
