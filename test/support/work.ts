import type { Env } from '../../src/env.ts';
import { docker, type Outcome, skopeo } from './clients.ts';
import type { Account } from './registry/accounts.ts';

/** What CI jobs do with a registry. `image` is HOST/REPOSITORY:TAG, `layout` the directory of an image. */
export const pull = (image: string, layout: string, env: Env): Promise<Outcome> =>
  skopeo(['copy', '--quiet', '--src-tls-verify=false', `docker://${image}`, `dir:${layout}`], env);

export const publish = (layout: string, image: string, env: Env): Promise<Outcome> =>
  skopeo(['copy', '--quiet', '--dest-tls-verify=false', `dir:${layout}`, `docker://${image}`], env);

export const inspect = (image: string, env: Env): Promise<Outcome> =>
  skopeo(['inspect', '--tls-verify=false', `docker://${image}`], env);

export const inspectByDocker = (image: string, env: Env): Promise<Outcome> =>
  docker(['manifest', 'inspect', '--insecure', image], env);

export const remove = (image: string, env: Env): Promise<Outcome> =>
  skopeo(['delete', '--tls-verify=false', `docker://${image}`], env);

export const login = (host: string, { username, password }: Account, env: Env): Promise<Outcome> =>
  docker(['login', '--username', username, '--password-stdin', host], env, { input: password });

export const logout = (host: string, env: Env): Promise<Outcome> => docker(['logout', host], env);
