import { factsOf } from '../../src/providers/facts.ts';
import type { Facts } from '../../src/providers/provider.ts';
import { teamcity } from '../../src/providers/teamcity.ts';

/** The facts of a build whose configuration has these parameters. */
function factsWith(config: string): Facts {
  const files: Readonly<Record<string, string>> = {
    '/build': 'teamcity.build.id=7\nteamcity.configuration.properties.file=/config\n',
    '/config': config,
  };
  const env = { TEAMCITY_VERSION: '2026.1', TEAMCITY_BUILD_PROPERTIES_FILE: '/build' };
  return factsOf(teamcity, env, (path) => files[path]);
}

test.each<[string, Partial<Facts>]>([
  ['teamcity.build.branch=main', { branch: 'main', tag: undefined, pr: undefined }],
  ['teamcity.build.branch=<default>', { branch: undefined }],
  ['teamcity.build.branch=<default>\nteamcity.build.vcs.branch.Root=refs/heads/main', { branch: 'main' }],
  ['teamcity.build.branch=trunk\nteamcity.build.vcs.branch.Root=trunk', { branch: 'trunk' }],
  ['teamcity.build.branch=v1\nteamcity.build.vcs.branch.Root=refs/tags/v1', { branch: undefined, tag: 'v1' }],
  [
    'teamcity.build.branch=pull/42\nteamcity.build.vcs.branch.Root=refs/pull/42/head',
    { branch: undefined, pr: '42' },
  ],
  ['teamcity.build.vcs.branch.Root=refs/merge-requests/42/head', { pr: '42' }],
  ['teamcity.build.vcs.branch.Root=refs/pull-requests/42/from', { pr: '42' }],
  [
    'teamcity.pullRequest.number=42\nteamcity.pullRequest.source.branch=a\nteamcity.pullRequest.target.branch=b',
    { branch: 'a', baseBranch: 'b', pr: '42' },
  ],
])('%j: %j', (config, facts) => {
  expect(factsWith(config)).toMatchObject({ jobKey: '7', ...facts });
});
