import { type Credential, credential } from '../docker/credential.ts';
import { isRegistry } from '../docker/registry.ts';
import { type Env, read } from '../env.ts';
import type { Facts, Registry } from './provider.ts';

/** The job's own credentials. The provider's registry comes last: of two for one host, the last counts. */
export const credentialsOf = ({ registry, otherRegistries }: Facts, env: Env): readonly Credential[] =>
  [...otherRegistries, ...(registry ? [registry] : [])].flatMap((one) => loginTo(one, env));

function loginTo({ host, username, usernameVar, secretVar, canPush }: Registry, env: Env): Credential[] {
  const secret = secretVar && read(env, secretVar);
  if (!username || !secret || canPush === false || !isRegistry(host)) return [];
  const usernameFrom = usernameVar ?? 'the environment';
  return [credential({ registry: host, username, usernameFrom, secret, secretFrom: secretVar })];
}

/** The variable's name, if it is set: facts name a secret, they do not hold it. */
export const nameIfSet = (env: Env, name: string): string | undefined => read(env, name) && name;
