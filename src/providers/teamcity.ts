// https://www.jetbrains.com/help/teamcity/predefined-build-parameters.html

import { hostOf } from '../docker/registry.ts';
import { type Env, isMarked, read } from '../env.ts';
import { whole } from '../url.ts';
import { parseProperties } from './java-properties.ts';
import type { Clues, Provider, ReadFile } from './provider.ts';

type Properties = ReadonlyMap<string, string>;

function clues(env: Env, readFile: ReadFile): Clues {
  const build = propertiesIn(read(env, 'TEAMCITY_BUILD_PROPERTIES_FILE'), readFile);
  const config = propertiesIn(build.get('teamcity.configuration.properties.file'), readFile);
  const url = read(env, 'BUILD_URL');
  const id = build.get('teamcity.build.id');
  return {
    // Builds are numbered within a server.
    jobKey: whole`${id}.${url && hostOf(url)}` ?? id,
    tempDir: build.get('teamcity.build.tempDir') ?? read(env, 'TMPDIR', 'TEMP'),
    commit: read(env, 'BUILD_VCS_NUMBER'),
    ...change(config),
    gitUrl: config.get('vcsroot.url'),
    pipelineId: id,
    pipelineUrl: url,
    jobId: id,
    jobUrl: url,
    serverVersion: read(env, 'TEAMCITY_VERSION')?.replace(/ .*$/, ''),
  };
}

/** The environment has neither branch nor tag: they are in two files, of which one names the other. */
function propertiesIn(path: string | undefined, readFile: ReadFile): Properties {
  return parseProperties((path && readFile(path)) ?? '');
}

/** `teamcity.build.branch` is a name for people, such as `<default>` or `pull/42`; the VCS root has the ref. */
function change(config: Properties): Pick<Clues, 'ref' | 'branch' | 'baseBranch' | 'pr'> {
  const [, ref = ''] = [...config].find(([name]) => name.startsWith('teamcity.build.vcs.branch.')) ?? [];
  const name = ref.startsWith('refs/') ? undefined : config.get('teamcity.build.branch');
  return {
    ref,
    branch: config.get('teamcity.pullRequest.source.branch') ?? (name === '<default>' ? undefined : name),
    baseBranch: config.get('teamcity.pullRequest.target.branch'),
    pr: config.get('teamcity.pullRequest.number'),
  };
}

export const teamcity = {
  name: 'teamcity',
  detect: (env) => isMarked(env, 'TEAMCITY_VERSION'),
  clues,
} satisfies Provider;
