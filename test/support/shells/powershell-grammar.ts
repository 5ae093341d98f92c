/**
 * What PowerShell takes a text of ours for, by its documentation (about_Quoting_Rules, about_Special_Characters) and
 * its tokenizer (CharTraits: five quotes each). Whatever else the language has is an error here.
 */
export function readPowershell(text: string): Record<string, string | null> {
  // The console's code page decodes our output: only ASCII is the same in all of them.
  if (/[^\0-\x7f]/.test(text)) throw new Error('not ASCII');
  // PowerShell splits a command's output into lines, and Out-String ends each with CR LF.
  const lines = text.split(/\r\n|\r|\n/).filter(Boolean);
  return Object.fromEntries(lines.map(readStatement));
}

const STATEMENT = /^\$Env:(\w+) = (.*);$/s;

function readStatement(line: string): [string, string | null] {
  const [, name, literal] = STATEMENT.exec(line) ?? [];
  if (name === undefined || literal === undefined) throw new Error(`no statement: ${line}`);
  return [name, literal === '$null' ? null : readLiteral(literal)];
}

const SINGLE = /^['‘’‚‛]((?:[^'‘’‚‛]|['‘’‚‛]{2})*)['‘’‚‛]$/s;
const DOUBLE = /^["“”„]((?:[^"“”„`$]|`[^a-z0-9]|\$\(\[char\]0x[0-9a-f]{1,4}\))*)["“”„]$/s;

function readLiteral(literal: string): string {
  const single = SINGLE.exec(literal)?.[1];
  if (single !== undefined) return single.replaceAll(/['‘’‚‛](['‘’‚‛])/g, '$1');
  const double = DOUBLE.exec(literal)?.[1];
  if (double === undefined) throw new Error(`no string literal: ${literal}`);
  return double.replaceAll(/`(.)|\$\(\[char\]0x(\w+)\)/gs, (_, escaped, code) =>
    escaped === undefined ? String.fromCharCode(Number.parseInt(code, 16)) : escaped,
  );
}
