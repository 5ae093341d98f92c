import fc from 'fast-check';

/** Values that have broken somebody's quoting, each under the name of what it breaks. */
export const nasty: Readonly<Record<string, string>> = {
  plain: '/tmp/ci-env-gitlab-42-a1b2c3',
  url: 'https://gitlab.example.com:8443/group/project/-/pipelines/1?x=1&y=2#top',
  'two spaces': 'x  y',
  'spaces around': '  x  ',
  tab: 'a\tb',
  newline: 'a\nb\n\nc',
  'newlines at the end': 'a\n\n',
  'only a newline': '\n',
  'carriage return': 'a\rb\r\nc',
  'carriage return at the end': 'a\r',
  'single quote': "it's",
  'double quote': 'say "x"',
  'all quotes': `'"\`'"\`''""`,
  'typographic quotes': '‘a’ ‚b‛ “c” „d‟',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is for other languages
  dollar: '$HOME ${HOME} $(id) $1 $$ $',
  backticks: '`id`',
  backslash: 'a\\b\\\\c\\',
  'backslash and quote': "\\'\\\\'\\\"",
  escapes: '\\n \\t \\012 \\x41 \\u0041 \\e',
  percent: '%s %d %% %PATH% %1',
  bang: 'a!b !! !$ \\! !',
  'bang and caret': '!^a^b!',
  caret: '^a^^b',
  glob: 'a * ? [a] ** {a,b}',
  'a name in the directory': 'x*y',
  tilde: '~ ~root =ls',
  'equals first': '=ls',
  'equals behind a colon': 'a:=ls',
  comment: '# x # y',
  operators: 'a;b&c|d<e>f(g)h&&i||j',
  assignment: 'A=1 B=2; export C=3',
  'option-like': '-n -e --',
  command: '; touch pwned; $(touch pwned) `touch pwned`',
  'interpolation of other languages': '{x} {0} %(x)s #{x} {{x}} $Env:PATH @x',
  delimiter: 'EOF\nEOF_\nNAME<<EOF\n__EOF__',
  'json text': '{"auths":{"https://r.example.com":{"auth":"dTpw"}}}',
  utf8: 'é 日本 🙂 \u{10ffff}',
  'line separators of Unicode': 'a\u2028b\u2029c\u0085d\u000be\u000cf',
  'spaces of Unicode': '\u00a0a\u3000b\ufeff',
  control: '\u0001\u0002\u0007\u0008\u001b[31m\u001a\u007f\u009b',
  number: '007',
  word: 'True',
  empty: '',
  long: `${'x y'.repeat(7000)}\n`,
};

const pieces = [...Object.values(nasty).filter((value) => value.length < 100), ' ', '\n', '\\', '"', "'"];

const random = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'binary-ascii', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(' ', '\t', '\n', 'x', '.'), maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...pieces), maxLength: 6 }),
);

/** Any text that a variable can hold. */
export const text: fc.Arbitrary<string> = random.map((value) => value.replaceAll('\0', ''));

/** Any bytes that a variable can hold, most of them no UTF-8. */
export const bytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ min: 1, maxLength: 60 }),
  fc.uint8Array({ min: 128, maxLength: 20 }),
  text.map((value) => new Uint8Array(Buffer.from(value))),
);
