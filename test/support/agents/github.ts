// actions/runner: FileCommandManager.cs (SetEnvFileCommand, ReadLine) and ActionCommand.cs (TryParseV2)

/** The variables that the runner takes from a GITHUB_ENV file; throws where it fails the step. */
export function readEnvFile(text: string, platform = 'linux'): Map<string, string> {
  const lines = new Lines(text, platform === 'win32');
  const found = new Map<string, string>();
  for (let line = lines.next(); line !== undefined; line = lines.next())
    if (line !== '') found.set(...entry(line, lines));
  return found;
}

function entry(line: string, lines: Lines): [string, string] {
  const [equals, arrows] = [line.indexOf('='), line.indexOf('<<')];
  if (equals >= 0 && (arrows < 0 || equals < arrows)) return [line.slice(0, equals), line.slice(equals + 1)];
  const [name, delimiter] = [line.slice(0, arrows), line.slice(arrows + 2)];
  if (arrows < 0 || !name || !delimiter) throw new Error(`Invalid environment variable format '${line}'`);
  return [name, lines.until(delimiter)];
}

class Lines {
  readonly text: string;
  readonly isWindows: boolean;
  #index = 0;
  #lineEnd = '';

  constructor(text: string, isWindows: boolean) {
    this.text = text;
    this.isWindows = isWindows;
  }

  next(): string | undefined {
    if (this.#index >= this.text.length) return undefined;
    const start = this.#index;
    const end = this.text.indexOf('\n', start);
    if (end < 0) return this.#take(start, this.text.length, '');
    const isCrLf = this.isWindows && end > start && this.text[end - 1] === '\r';
    return isCrLf ? this.#take(start, end - 1, '\r\n') : this.#take(start, end, '\n');
  }

  until(delimiter: string): string {
    const start = this.#index;
    let end = start;
    for (let line = this.next(); line !== delimiter; line = this.next()) {
      if (line === undefined) throw new Error(`Matching delimiter not found '${delimiter}'`);
      end = this.#index - this.#lineEnd.length;
    }
    return this.text.slice(start, end);
  }

  #take(start: number, end: number, lineEnd: string): string {
    this.#index = end + lineEnd.length;
    this.#lineEnd = lineEnd;
    return this.text.slice(start, end);
  }
}

/** The command in a line of output, as `[name, data]`. */
export function readCommand(line: string): readonly [string, string] | undefined {
  const [, name, data] = /^\s*::([^ :]+)(?: [^:]*)?::(.*)$/s.exec(line) ?? [];
  if (name === undefined || data === undefined) return undefined;
  return [name, data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')];
}
