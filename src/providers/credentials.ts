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

/** What to tell people of the provider's own registry when the environment has a user for it, but no secret. */
export function missingLogin({ registry }: Facts): readonly string[] {
  if (!registry?.username || registry.secretVar || registry.canPush === false) return [];
  const how = "pass the job's token to this step, or use --login";
  return [`no login for ${registry.host}: its secret is not in the environment; ${how}.`];
}

/** The variable's name, if it is set: facts name a secret, they do not hold it. */
export const nameIfSet = (env: Env, name: string): string | undefined => read(env, name) && name;
