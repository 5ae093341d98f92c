import { type Env, read } from '../env.ts';
import { UserError } from '../errors.ts';
import { quote } from '../text.ts';
import { providers } from './all.ts';
import type { Provider } from './provider.ts';

export { providers };

const names = (): string => providers.map(({ name }) => name).join(', ');

/** The named provider, else the one in WERF_CI_PROVIDER, else the one whose markers are in the environment. */
export function chooseProvider(name: string | undefined, env: Env): Provider {
  const wanted = name ?? read(env, 'WERF_CI_PROVIDER');
  if (wanted === undefined) return detectProvider(env);
  const named = providers.find((provider) => provider.name === wanted);
  if (named) return named;
  throw new UserError(`provided ci system ${quote(wanted)} not supported.`, {
    hint: `known names: ${names()}`,
  });
}

function detectProvider(env: Env): Provider {
  const found = providers.find((provider) => provider.detect(env));
  if (found) return found;
  throw new UserError('no known CI system in the environment.', {
    hint: `name one: werf-ci ci-env NAME (generic for any other); known names: ${names()}`,
  });
}
