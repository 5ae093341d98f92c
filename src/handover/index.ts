import { UserError } from '../errors.ts';
import { azure } from './azure.ts';
import { bashEnv } from './bash-env.ts';
import { buildkite } from './buildkite.ts';
import type { Channel } from './channel.ts';
import { cirrus } from './cirrus.ts';
import { codefresh } from './codefresh.ts';
import { githubEnv } from './github-env.ts';
import { gitlab } from './gitlab.ts';
import { teamcity } from './teamcity.ts';

/** How providers give variables to later steps, by the provider's name. */
export const channels: ReadonlyMap<string, Channel> = new Map([
  ['azure', azure],
  ['buildkite', buildkite],
  ['circleci', bashEnv],
  ['cirrus', cirrus],
  ['codefresh', codefresh],
  ['forgejo', githubEnv],
  ['gitea', githubEnv],
  ['github', githubEnv],
  ['gitlab', gitlab],
  ['teamcity', teamcity],
]);

/** The channel of a provider; throws where there is none. */
export function channelOf(provider: string): Channel {
  const channel = channels.get(provider);
  if (channel) return channel;
  throw new UserError(`${provider} has no way to hand variables to later steps that can be trusted.`, {
    hint: `call werf-ci in each step, without --persist; it works with ${[...channels.keys()].join(', ')}`,
  });
}
