import { UserError } from '../../src/errors.ts';
import * as dialects from '../../src/shells/all.ts';
import { shells } from '../../src/shells/index.ts';
import { render } from '../../src/shells/shell.ts';

const { cmdexe, dotenv, githubEnv, powershell } = dialects;
const refusal = (shell: (typeof shells)[number], value: string): unknown => {
  try {
    return render(shell, [{ name: 'WERF_REPO', value }]);
  } catch (error) {
    return error;
  }
};

const anyShell = shells.flatMap((shell) => ['a\0b', 'a\ud800', '\udfff'].map((value) => ({ shell, value })));

const rows = [
  ...anyShell,
  ...['', 'a"b', 'a\nb', 'a\rb', 'a\x1ab', 'é', '\x1b[m', 'x'.repeat(9000)].map((value) => ({
    shell: cmdexe,
    value,
  })),
  ...['a\rb', 'a\\', 'a\\\'b"', `'"`, `'$`, "'`", "'!", "'\n", `\${HOME}`].map((value) => ({
    shell: dotenv,
    value,
  })),
  { shell: githubEnv, value: 'a\r' },
  { shell: powershell, value: '' },
];

test.each(rows)('$shell.name refuses $value by the name of its variable, and does not show it', (row) => {
  const error = refusal(row.shell, row.value);
  expect(error).toBeInstanceOf(UserError);
  expect(error).toMatchObject({
    message: expect.stringMatching(/\bWERF_REPO\b/),
    hint: expect.stringMatching(/./),
  });
});
