// microsoft/azure-pipelines-agent: Command.cs (TryParse), CommandStringConvertor.cs (Unescape)

export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** The command that the agent finds anywhere in a line of output. */
export function readCommand(line: string): Command | undefined {
  const start = line.indexOf('##vso[');
  const end = line.indexOf(']', start);
  if (start < 0 || end < 0) return undefined;
  const [, name = '', rest = ''] = /^([^ ]*) ?(.*)$/s.exec(line.slice(start + 6, end)) ?? [];
  const properties = rest.split(';').map((property) => property.split(/=(.*)/s, 2).map(unescapeValue));
  return { name, properties: Object.fromEntries(properties), data: unescapeValue(line.slice(end + 1)) };
}

const unescapeValue = (text: string): string =>
  text
    .replaceAll('%3B', ';')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%5D', ']')
    .replaceAll('%AZP25', '%');
