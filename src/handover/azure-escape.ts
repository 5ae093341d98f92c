// https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands

/** The percent sign first, so that a `%0A` in the value stays one (azure-pipelines-agent CommandStringConvertor). */
export const escapeData = (text: string): string =>
  text
    .replaceAll('%', '%AZP25')
    .replaceAll(';', '%3B')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replaceAll(']', '%5D');
