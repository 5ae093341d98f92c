// https://www.jetbrains.com/help/teamcity/service-messages.html#Escaped+Values

const MESSAGE = /^##teamcity\[(\w+)((?:\s+\w+\s*=\s*'(?:[^|'[\]\r\n]|\|0x[\da-fA-F]{4}|\|[^\r\n])*')*)\s*\]$/;
const ATTRIBUTE = /(\w+)\s*=\s*'((?:[^|']|\|.)*)'/g;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', x: '\u0085', l: '\u2028', p: '\u2029' };

/** The name and the attributes of a service message, which is a line of its own. */
export function readMessage(line: string): { name: string; attributes: Record<string, string> } | undefined {
  const [, name, rest] = MESSAGE.exec(line) ?? [];
  if (name === undefined || rest === undefined) return undefined;
  const attributes = [...rest.matchAll(ATTRIBUTE)].map(([, key, text = '']) => [key, unescapeValue(text)]);
  return { name, attributes: Object.fromEntries(attributes) };
}

const unescapeValue = (text: string): string =>
  text.replaceAll(/\|(?:0x([\da-fA-F]{4})|(.))/g, (_all, code?: string, char = '') =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPES[char] ?? char),
  );
