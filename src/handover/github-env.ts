// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands

import { heredoc } from '../heredoc.ts';
import { type Channel, carried } from './channel.ts';

/** The file of GitHub, Gitea and Forgejo. */
export const githubEnv: Channel = (exports) => [
  {
    append: {
      variable: 'GITHUB_ENV',
      text: exports.map((item) => heredoc(item.name, carried(item, { channel: 'GITHUB_ENV' }))).join(''),
    },
  },
];
