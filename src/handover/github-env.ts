// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands

import { type Channel, carried, type Masker } from './channel.ts';
import { heredoc } from './heredoc.ts';

/** The file of GitHub, Gitea and Forgejo. */
export const githubEnv: Channel = (exports) => [
  {
    append: {
      variable: 'GITHUB_ENV',
      text: exports.map((item) => heredoc(item.name, carried(item, { channel: 'GITHUB_ENV' }))).join(''),
    },
  },
];

/** The runner finds the command on stderr as well (actions/runner ScriptHandler.cs), and does not print it. */
export const githubMask: Masker = {
  marker: 'GITHUB_ACTIONS',
  mask: (texts) => texts.map((text) => ({ tell: `::add-mask::${escapeData(text)}` })),
};

/** The percent sign first, for the runner reads it last (actions/runner ActionCommand.cs). */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
