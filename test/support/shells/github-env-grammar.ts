/**
 * What the runner makes of the file `$GITHUB_ENV` (actions/runner, FileCommandManager.cs, EnvFileKeyValuePairs): lines
 * `NAME=VALUE`, or a block that ends at the line of its delimiter. On Windows a line may end with CR LF too.
 */
export function readGithubEnv(
  text: string,
  { isWindows }: { readonly isWindows: boolean },
): Record<string, string> {
  const lines = text.split(/(?<=\n)/);
  const variables: Record<string, string> = {};
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const [, name, delimiter] = /^([^=<]+)<<(.+)$/.exec(withoutEnd(line, isWindows)) ?? [];
    if (name === undefined || delimiter === undefined) throw new Error(`Invalid format '${line}'`);
    const end = lines.findIndex((line) => withoutEnd(line, isWindows) === delimiter);
    if (end === -1) throw new Error(`Matching delimiter not found '${delimiter}'`);
    variables[name] = withoutEnd(
      lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join(''),
      isWindows,
    );
  }
  return variables;
}

const withoutEnd = (line: string, isWindows: boolean): string =>
  line.replace(isWindows ? /\r?\n$/ : /\n$/, '');
