import { type Env, isMarked } from '../env.ts';
import { UserError } from '../errors.ts';
import { azure, azureMask } from './azure.ts';
import { bashEnv } from './bash-env.ts';
import { buildkite, buildkiteMask } from './buildkite.ts';
import type { Channel, Masker, Step } from './channel.ts';
import { cirrus } from './cirrus.ts';
import { codefresh } from './codefresh.ts';
import { githubEnv, githubMask } from './github-env.ts';
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

/** The providers that can be told at run time what to hide. */
const maskers: ReadonlyMap<string, Masker> = new Map([
  ['azure', azureMask],
  ['buildkite', buildkiteMask],
  ['forgejo', githubMask],
  ['gitea', githubMask],
  ['github', githubMask],
]);

/** The channel of a provider; throws where there is none. */
export function channelOf(provider: string): Channel {
  const channel = channels.get(provider);
  if (channel) return channel;
  throw new UserError(`${provider} has no way to hand variables to later steps that can be trusted.`, {
    hint: `call werf-ci in each step, without --persist; it works with ${[...channels.keys()].join(', ')}`,
  });
}

/** What hides the texts; nothing outside the provider's own jobs, where it would print them for all to see. */
export function maskSteps(provider: string, texts: readonly string[], env: Env): readonly Step[] {
  const masker = maskers.get(provider);
  return masker && texts.length > 0 && isMarked(env, masker.marker) ? masker.mask(texts) : [];
}
