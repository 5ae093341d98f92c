import { createRequire } from 'node:module';
import { chooseProvider } from '../../src/providers/index.ts';
import { run } from '../support/clients.ts';
import { type Fixture, fixtures } from '../support/fixtures.ts';

const require = createRequire(import.meta.url);
const CI_INFO = require.resolve('ci-info');

/** ci-info looks at the environment when it is loaded, so it is loaded afresh for each. */
const ASK = `
  const path = process.env.CI_INFO;
  const ask = (env) => { process.env = env; delete require.cache[path]; return require(path).id; };
  const envs = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  console.log(JSON.stringify(envs.map(ask)));
`;

/** Our names where they are not ci-info's in lower case. */
const OURS: Readonly<Record<string, string>> = {
  AZURE_PIPELINES: 'azure',
  CIRCLE: 'circleci',
  GITEA_ACTIONS: 'gitea',
  GITHUB_ACTIONS: 'github',
  GOOGLE_CLOUD_BUILD: 'cloudbuild',
};

const nameOf = (id: string | null | undefined): string | null => (id ? (OURS[id] ?? id.toLowerCase()) : null);

const detected = ({ env }: Fixture): string | null => {
  try {
    return chooseProvider(undefined, env).name;
  } catch {
    return null;
  }
};

/** Where we see it otherwise, and why. */
const DIFFERENCES: readonly (readonly [id: string, ours: string, theirs: string | null, why: string])[] = [
  [
    'gitea-push',
    'gitea',
    'github',
    'of several matches the last of its list counts: GitHub, whose marker Gitea sets',
  ],
  ['gitea-pull-request', 'gitea', 'github', 'the same'],
  ['forgejo-push', 'forgejo', 'github', 'the same, and it does not know Forgejo'],
  ['forgejo-pull-request-oidc', 'forgejo', 'github', 'the same'],
  ['tekton-step-mapped', 'tekton', null, 'WERF_CI_PROVIDER is a name of ours'],
  ['argo-main-3x', 'argo', null, 'it does not know Argo Workflows'],
];

test('detection is that of ci-info but for these', async () => {
  const input = JSON.stringify(fixtures.map(({ env }) => env));
  const { stdout } = await run(process.execPath, ['-e', ASK], { CI_INFO }, { input });
  const answers: (string | null)[] = JSON.parse(stdout);
  const differing = fixtures
    .map((fixture, index) => [fixture.id, detected(fixture), nameOf(answers[index])] as const)
    .filter(([, ours, theirs]) => ours !== theirs);
  expect(differing).toEqual(DIFFERENCES.map(([id, ours, theirs]) => [id, ours, theirs]));
});
