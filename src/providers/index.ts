import type { Env } from '../env.ts';
import { UserError } from '../errors.ts';
import { quote } from '../text.ts';
import * as all from './all.ts';
import type { Provider } from './provider.ts';

export const providers: readonly Provider[] = Object.values(all);

const names = (): string => providers.map(({ name }) => name).join(', ');

/** The named provider, or the one whose markers are in the environment. An explicit name always wins. */
export function chooseProvider(name: string | undefined, env: Env): Provider {
  if (name === undefined) return detectProvider(env);
  const named = providers.find((provider) => provider.name === name);
  if (named) return named;
  throw new UserError(`provided ci system ${quote(name)} not supported.`, {
    hint: `known names: ${names()}`,
  });
}

/** Exactly one provider may match, so that the order of the list decides nothing. */
function detectProvider(env: Env): Provider {
  const [found, ...others] = providers.filter((provider) => provider.detect(env));
  if (!found)
    throw new UserError('no known CI system in the environment.', {
      hint: `name one: werf-ci ci-env NAME; known names: ${names()}`,
    });
  if (others.length === 0) return found;
  const matching = [found, ...others].map((provider) => provider.name).join(' and ');
  throw new UserError(`the environment is that of ${matching}.`, {
    hint: 'name the one you mean: werf-ci ci-env NAME',
  });
}
