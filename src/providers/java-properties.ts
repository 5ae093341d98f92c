// https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)

/** A logical line: a comment, or an entry, which may go on after a backslash at a line's end. */
const LINE = /^[ \t\f]*(?:[#!][^\n]*|((?:\\.|[^\\ \t\f\n])(?:\\.|[^\\\n])*))/gms;
const ENTRY = /^((?:\\.|[^\\=: \t\f])*)[ \t\f]*[=:]?[ \t\f]*(.*)$/s;

/** The entries of a Java properties file, such as `store` of `java.util.Properties` writes it. */
export const parseProperties = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.replaceAll(/\r\n?/g, '\n').matchAll(LINE)].flatMap(([, line]) => (line ? [entryOf(line)] : [])),
  );

function entryOf(line: string): readonly [string, string] {
  const [, key = '', value = ''] = ENTRY.exec(joined(line)) ?? [];
  return [plain(key), plain(value)];
}

/** Takes escapes two by two: in `\\` and a line end the second backslash does not go on. */
const joined = (line: string): string =>
  line.replaceAll(/\\(?:\n[ \t\f]*|(.))/gs, (all, char: string | undefined) => (char ? all : ''));

const CONTROLS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

/** A backslash before any other character means that character: Java writes `\:`, `\=`, `\#` and `\!`. */
const plain = (text: string): string =>
  text.replaceAll(/\\(?:u([\da-fA-F]{4})|(.))/gs, (_, code: string | undefined, char: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (CONTROLS[char] ?? char),
  );
