import { quote } from '../text.ts';
import { type Base, emptyBase, rebase } from './base.ts';
import {
  type DockerConfig,
  overlay,
  type ReadConfig,
  readConfig,
  usesHelper,
  withCredentials,
} from './config.ts';
import type { Credential } from './credential.ts';
import { configFiles, type Files } from './files.ts';
import type { JsonObject } from './json.ts';
import type { LoginClient } from './login-files.ts';
import { authKey, isPathScoped } from './registry.ts';

/** Where the content of a config dir comes from. */
export interface Sources {
  /** The directory that is inherited from; `undefined` when nothing is. */
  readonly base: Base | undefined;
  /** The object in DOCKER_AUTH_CONFIG. */
  readonly authConfig: JsonObject;
  /** For each client that gets a file of its own what is in those it reads, from weakest to strongest. */
  readonly logins: Logins;
  readonly credentials: readonly Credential[];
  /** The context that DOCKER_CONTEXT demands. */
  readonly context?: string | undefined;
}

type Logins = { readonly [client in LoginClient]?: readonly LoginSource[] };

/** What a login file holds. */
export interface LoginSource {
  readonly path: string;
  readonly object: JsonObject;
}

export interface Plan {
  readonly files: Files;
  readonly warnings: readonly string[];
  /** A client will ask Amazon's helper, which keeps tokens in the user's home. */
  readonly usesEcrLogin: boolean;
}

/**
 * Plans a config dir's files. Of one registry, the job's credential wins over DOCKER_AUTH_CONFIG, that over a client's
 * own file, and that over docker's. Without a base, the whole of DOCKER_AUTH_CONFIG stands in for its config.json.
 */
export function planFiles(sources: Sources): Plan {
  const { base = emptyBase, credentials, context } = sources;
  const stacks = stacksOf(sources);
  const { rest, warnings } = rebase(stacks[0].config.rest, base, context);
  const files = stacks.map(({ client, config }) =>
    configFiles[client](withCredentials({ ...config, rest }, credentials)),
  );
  return {
    files: Object.assign({}, base.files, ...files),
    warnings: [
      ...[...new Set(stacks.flatMap(({ layers }) => layers))].flatMap((layer) => layer.warnings),
      ...new Set(stacks.flatMap(({ config }) => scopedKeys(config, credentials))),
      ...warnings,
    ],
    usesEcrLogin: stacks.some(({ config }) => usesHelper(config, 'ecr-login')),
  };
}

interface Stack {
  readonly client: keyof typeof configFiles;
  readonly layers: readonly ReadConfig[];
  readonly config: DockerConfig;
}

/** What each client's file is made of, docker's first. */
function stacksOf({ base, authConfig, logins }: Sources): readonly [Stack, ...Stack[]] {
  const bottom = base ? [readConfig(base.object, 'the base config')] : [];
  const top = readConfig(authConfig, 'DOCKER_AUTH_CONFIG');
  const stack = (client: Stack['client'], own: readonly LoginSource[]): Stack => {
    const layers = [...bottom, ...own.map(({ object, path }) => readConfig(object, path)), top];
    return { client, layers, config: layers.map(({ config }) => config).reduce(overlay) };
  };
  const others = Object.entries(logins) as [LoginClient, readonly LoginSource[]][];
  return [stack('docker', []), ...others.map(([client, own]) => stack(client, own))];
}

/** A key for a part of the job's registry would beat the job's credential where it fits. */
const scopedKeys = ({ auths }: DockerConfig, credentials: readonly Credential[]): readonly string[] => {
  const hosts = credentials.map(({ registry }) => authKey(registry));
  return Object.keys(auths)
    .filter((key) => isPathScoped(key) && hosts.includes(authKey(key)))
    .map(
      (key) => `the login for ${quote(key)} is for a part of a registry that the job logs in to: dropped.`,
    );
};
