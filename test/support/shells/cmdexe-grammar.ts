/** What a called batch file leaves behind. */
export interface Called {
  readonly status: number;
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * What cmd.exe does with a batch file of ours, by Microsoft's pages on `set`, `if`, `exit` and `call`, and the phases
 * of its parser as they were measured (https://stackoverflow.com/q/4094699). Any other command is an error here.
 */
export function callBatch(text: string, { isDelayed }: { readonly isDelayed: boolean }): Called {
  // The console's code page decodes the file: only ASCII is the same in all of them.
  if (/[^\0-\x7f]/.test(text)) throw new Error('not ASCII');
  const variables: Record<string, string> = {};
  for (const line of linesOf(text)) {
    const status = execute(expandPercent(line), isDelayed, variables);
    if (status !== undefined) return { status, variables };
  }
  throw new Error('the status is whatever it was before');
}

/** A Ctrl-Z ends a line as well. */
const linesOf = (text: string): string[] => text.replaceAll('\x1a', '\n').split(/\r?\n/).filter(Boolean);

/** Phase 1: `%%` is a percent sign, `%1` and `%*` are arguments, and `%NAME%` is a variable, here without a value. */
const expandPercent = (line: string): string =>
  line.replaceAll(/%%|%[*\d]|%[^%]*%|%/g, (found) => (found === '%%' ? '%' : ''));

function execute(line: string, isDelayed: boolean, variables: Record<string, string>): number | undefined {
  const exit = /^@exit \/b (\d)$/.exec(line)?.[1];
  if (exit !== undefined) return Number(exit);
  // Phase 5 makes nothing of `!!`, so that the two sides are equal.
  if (/^@if "!!"=="" \(echo [^"()%^|<]+>&2& exit \/b 1\)$/.test(line)) return isDelayed ? 1 : undefined;
  set(line, isDelayed, variables);
  return undefined;
}

/** The value ends at the last quote; a quote within would end the quoting of `&`, `|` and their like. */
function set(line: string, isDelayed: boolean, variables: Record<string, string>): void {
  const [, name, value] = /^@set "([^"=]+)=([^"]*)"$/.exec(line) ?? [];
  if (name === undefined || value === undefined || line.length > 8191) throw new Error(`no command: ${line}`);
  if (isDelayed && value.includes('!')) throw new Error(`changed by delayed expansion: ${line}`);
  if (value === '') delete variables[name];
  else variables[name] = value;
}
