import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from '../../src/env.ts';
import { docker, type Options, type Outcome, run, skopeo } from './clients.ts';
import type { Account } from './registry/accounts.ts';
import * as work from './work.ts';

/** A program that reads from registries, publishes to them, and keeps logins. */
export interface Client {
  readonly name: string;
  /** Where it keeps them in a config dir. */
  readonly file: string;
  /** Reads IMAGE or CHART of this registry. */
  readonly read: (host: string, env: Env) => Promise<Outcome>;
  /** Publishes something of its own beside them. */
  readonly publish: (host: string, env: Env) => Promise<Outcome>;
  readonly login: (host: string, account: Account, env: Env) => Promise<Outcome>;
  readonly logout: (host: string, env: Env) => Promise<Outcome>;
}

export const IMAGE = 'acme/job1/image:1.0.0';
export const CHART = 'acme/job1/chart:1.0.0';

type Tool = (args: readonly string[], env: Env, options?: Options) => Promise<Outcome>;

const NO_TLS = '--tls-verify=false';

/** Storage in the job's own temp dir, with the driver that works everywhere. */
const withStorage =
  (command: string): Tool =>
  (args, env, options) => {
    const store = join(String(env['TMPDIR']), command);
    const flags = ['--root', `${store}/root`, '--runroot', `${store}/run`, '--storage-driver', 'vfs'];
    return run(command, [...flags, ...args], env, options);
  };

const podman = withStorage('podman');
const buildah = withStorage('buildah');
/** Layers belong to other user numbers where these run without root: nobody else can remove them. */
export async function removeImages(env: Env): Promise<void> {
  for (const tool of [buildah, podman]) await tool(['rmi', '--all', '--force'], env);
}

const helm: Tool = (args, env, options) => run('helm', args, env, options);

/** The first outcome that is a failure, else the last. */
async function inTurn(steps: readonly (() => Promise<Outcome>)[]): Promise<Outcome> {
  const done: Outcome[] = [];
  for (const step of steps) {
    const outcome = await step();
    done.push(outcome);
    if (outcome.exitCode !== 0) break;
  }
  const last = done.at(-1);
  if (!last) throw new Error('There is nothing to do.');
  return last;
}

/** podman, buildah and skopeo have the same commands, for they share code. */
const sharedLogin = (tool: Tool): Pick<Client, 'file' | 'login' | 'logout'> => ({
  file: 'auth.json',
  login: (host, { username, password }, env) =>
    tool(['login', NO_TLS, '--username', username, '--password-stdin', host], env, { input: password }),
  logout: (host, env) => tool(['logout', host], env),
});

/** Makes a chart as `helm create` would, in as little as helm takes. */
async function writeChart(directory: string, name: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'Chart.yaml'), `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`);
  return directory;
}

/** Packs a chart and publishes it as REPOSITORY/NAME:1.0.0. */
export async function publishChart(name: string, repository: string, env: Env): Promise<Outcome> {
  const directory = join(String(env['TMPDIR']), 'charts');
  const chart = await writeChart(join(directory, name), name);
  return inTurn([
    () => helm(['package', chart, '--destination', directory], env),
    () => helm(['push', join(directory, `${name}-1.0.0.tgz`), `oci://${repository}`, '--plain-http'], env),
  ]);
}

export const clients: readonly Client[] = [
  {
    name: 'docker',
    file: 'config.json',
    read: (host, env) => work.inspectByDocker(`${host}/${IMAGE}`, env),
    publish: (host, env) => {
      const list = `${host}/acme/job1/by-docker:1.0.0`;
      return inTurn([
        () => docker(['manifest', 'create', '--insecure', list, `${host}/${IMAGE}`], env),
        () => docker(['manifest', 'push', '--insecure', list], env),
      ]);
    },
    login: work.login,
    logout: work.logout,
  },
  {
    name: 'skopeo',
    ...sharedLogin(skopeo),
    read: (host, env) => work.inspect(`${host}/${IMAGE}`, env),
    publish: (host, env) => {
      const layout = join(String(env['TMPDIR']), 'layout');
      return inTurn([
        () => run('umoci', ['init', '--layout', layout], env),
        () => run('umoci', ['new', '--image', `${layout}:built`], env),
        () => {
          const to = `docker://${host}/acme/job1/by-skopeo:1.0.0`;
          return skopeo(['copy', '--quiet', '--dest-tls-verify=false', `oci:${layout}:built`, to], env);
        },
      ]);
    },
  },
  {
    name: 'buildah',
    ...sharedLogin(buildah),
    read: (host, env) => buildah(['pull', '--quiet', '--policy', 'always', NO_TLS, `${host}/${IMAGE}`], env),
    publish: (host, env) =>
      inTurn([
        () => buildah(['from', '--name', 'work', 'scratch'], env),
        () => buildah(['commit', '--quiet', '--rm', 'work', 'built'], env),
        () => buildah(['push', '--quiet', NO_TLS, 'built', `${host}/acme/job1/by-buildah:1.0.0`], env),
      ]),
  },
  {
    name: 'podman',
    ...sharedLogin(podman),
    read: (host, env) => podman(['pull', '--quiet', NO_TLS, `${host}/${IMAGE}`], env),
    publish: (host, env) => {
      const [from, to] = [`${host}/${IMAGE}`, `${host}/acme/job1/by-podman:1.0.0`];
      return inTurn([
        () => podman(['pull', '--quiet', NO_TLS, from], env),
        () => podman(['push', '--quiet', NO_TLS, from, to], env),
      ]);
    },
  },
  {
    name: 'helm',
    file: 'helm.json',
    read: (host, env) => helm(['show', 'chart', `oci://${host}/${CHART}`, '--plain-http'], env),
    publish: (host, env) => publishChart('by-helm', `${host}/acme/job1`, env),
    login: (host, { username, password }, env) =>
      helm(['registry', 'login', '--plain-http', '--username', username, '--password-stdin', host], env, {
        input: password,
      }),
    logout: (host, env) => helm(['registry', 'logout', host], env),
  },
];
