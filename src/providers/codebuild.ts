// https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html

import { type Env, isMarked, read } from '../env.ts';
import { slugOf, whole } from '../url.ts';
import { after } from './facts.ts';
import type { Clues, Provider, Registry } from './provider.ts';

function clues(env: Env): Clues {
  const id = read(env, 'CODEBUILD_BUILD_ID');
  const build = buildOf(env);
  const trigger = read(env, 'CODEBUILD_WEBHOOK_TRIGGER', 'CODEBUILD_SOURCE_VERSION');
  return {
    // `project:uuid`; the part that tells jobs apart comes first.
    jobKey: id?.split(':').reverse().join('.'),
    registry: build && registry(env, build),
    commit: read(env, 'CODEBUILD_RESOLVED_SOURCE_VERSION'),
    ref: read(env, 'CODEBUILD_WEBHOOK_HEAD_REF'),
    tag: after('tag/', trigger),
    branch: after('branch/', trigger),
    baseBranch: read(env, 'CODEBUILD_WEBHOOK_BASE_REF'),
    pr: after('pr/', trigger),
    gitUrl: read(env, 'CODEBUILD_SOURCE_REPO_URL'),
    pipelineId: id,
    pipelineUrl: build && page(build),
    jobId: id,
    jobUrl: build && page(build),
  };
}

interface Build {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly project: string;
  readonly id: string;
}

const ARN =
  /^arn:(?<partition>aws[\w-]*):codebuild:(?<region>[\w-]+):(?<account>\d+):build\/(?<id>(?<project>[^:]+):.+)$/;

const buildOf = (env: Env): Build | undefined =>
  ARN.exec(read(env, 'CODEBUILD_BUILD_ARN') ?? '')?.groups as Build | undefined;

const CONSOLES: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

const page = ({ partition, region, account, project, id }: Build): string | undefined =>
  whole`https://${region}.${CONSOLES[partition]}/codesuite/codebuild/${account}/projects/${project}/build/${encodeURIComponent(id)}`;

/** The account's own, by the project's name. Its secret takes a call to AWS with the build's role. */
function registry(env: Env, { partition, region, account }: Build): Registry {
  const domain = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const host = `${account}.dkr.ecr.${region}.${domain}`;
  const name = slugOf(read(env, 'CODEBUILD_SOURCE_REPO_URL') ?? '')?.replace(/^.*\//, '');
  return { host, repo: whole`${host}/${name?.toLowerCase()}`, username: 'AWS' };
}

export const codebuild = {
  name: 'codebuild',
  detect: (env) => isMarked(env, 'CODEBUILD_BUILD_ID'),
  clues,
} satisfies Provider;
