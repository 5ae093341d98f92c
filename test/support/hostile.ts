import fc from 'fast-check';

/** What ends, opens or changes something in one of the channels. */
export const HOSTILE = [
  'EOF',
  'EOF_',
  '\nEOF\nPATH=/evil\n',
  '\nEOF\r\nPATH<<EOF\n/evil\nEOF\n',
  '<<EOF',
  'ghadelimiter_1',
  '##vso[task.setvariable variable=PATH]/evil',
  ']##vso[task.setvariable variable=PATH;issecret=true]/evil',
  ';isoutput=true]',
  '%0A##vso[task.complete]',
  '%5D%3B%0D%0A%25',
  '%AZP25',
  '%AZP250A',
  '$(System.AccessToken)',
  "##teamcity[setParameter name='env.PATH' value='/evil']",
  "']\n##teamcity[buildStop comment='x']",
  '|',
  "|'",
  '|0x0041',
  '%env.SECRET%',
  '::add-mask::a',
  '\n::set-env name=PATH::/evil\n',
  '##[set-env name=PATH;]/evil',
  "'; touch /tmp/pwned; '",
  '`touch /tmp/pwned`',
  '$(touch /tmp/pwned)',
  '\u0024{PATH}',
  '\\',
  '"',
  "'",
  '\n',
  '\r',
  '\r\n',
  '\t',
  '  ',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u001b[31m',
  '={"a":"b"}',
  '\n{"PATH":"/evil"}\n',
  'é😀',
] as const;

const part = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.stringMatching(/^[\w./:=@+-]*$/),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** Values of environment variables: any Unicode text but the null character. */
export const values = fc.array(part, { maxLength: 5 }).map((parts) => parts.join('').replaceAll('\0', ''));
