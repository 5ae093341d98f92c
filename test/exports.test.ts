import type { Env } from '../src/env.ts';
import { exportsFor } from '../src/exports.ts';
import { factsOf } from '../src/providers/facts.ts';
import { gitlab } from '../src/providers/gitlab.ts';
import { withSlashes } from './support/paths.ts';

const CLIENT = /^(DOCKER|REGISTRY|HELM|AWS)_/;

/** The exports for registry clients, of a job in `/job`. */
const clientExports = (given: Partial<Parameters<typeof exportsFor>[0]>, env: Env) => {
  const job = {
    provider: gitlab,
    facts: factsOf(gitlab, {}, () => undefined),
    configDir: '/job',
    clients: ['docker'],
    ...given,
  };
  const rows = exportsFor(job, env).filter(({ name }) => CLIENT.test(name));
  return Object.fromEntries(rows.map(({ name, value }) => [name, withSlashes(value)]));
};

const DOCKER = { DOCKER_CONFIG: '/job' };
const ECR = { AWS_ECR_CACHE_DIR: '/job/ecr', AWS_ECR_IGNORE_CREDS_STORAGE: 'true' };

test.each<[string, Parameters<typeof clientExports>, object]>([
  ['docker only', [{}, {}], DOCKER],
  [
    'podman and helm, over what was there',
    [
      { clients: ['docker', 'podman', 'helm'] },
      { REGISTRY_AUTH_FILE: '/shared', HELM_REGISTRY_CONFIG: '/shared' },
    ],
    { ...DOCKER, REGISTRY_AUTH_FILE: '/job/auth.json', HELM_REGISTRY_CONFIG: '/job/helm.json' },
  ],
  ["Amazon's helper", [{ usesEcrLogin: true }, {}], { ...DOCKER, ...ECR }],
  [
    "Amazon's helper, as the user has set it up",
    [{ usesEcrLogin: true }, { AWS_ECR_CACHE_DIR: '/cache' }],
    { ...DOCKER, AWS_ECR_IGNORE_CREDS_STORAGE: 'true' },
  ],
  [
    'DOCKER_AUTH_CONFIG, which goes',
    [{}, { DOCKER_AUTH_CONFIG: '{}' }],
    { ...DOCKER, DOCKER_AUTH_CONFIG: null },
  ],
  ['TLS files of the base, without use', [{ certPath: '/base' }, {}], DOCKER],
  [
    'TLS files of the base',
    [{ certPath: '/base' }, { DOCKER_TLS_VERIFY: '1' }],
    { ...DOCKER, DOCKER_CERT_PATH: '/base' },
  ],
  [
    'TLS files elsewhere',
    [{ certPath: '/base' }, { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/certs' }],
    DOCKER,
  ],
])('variables for %s', (_what, [given, env], expected) => {
  expect(clientExports(given, env)).toEqual(expected);
});
