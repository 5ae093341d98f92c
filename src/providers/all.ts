import { appveyor } from './appveyor.ts';
import { argo } from './argo.ts';
import { azure } from './azure.ts';
import { bitbucket } from './bitbucket.ts';
import { buildkite } from './buildkite.ts';
import { circleci } from './circleci.ts';
import { cirrus } from './cirrus.ts';
import { cloudbuild } from './cloudbuild.ts';
import { codebuild } from './codebuild.ts';
import { codefresh } from './codefresh.ts';
import { drone } from './drone.ts';
import { forgejo } from './forgejo.ts';
import { generic } from './generic.ts';
import { gitea } from './gitea.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { harness } from './harness.ts';
import { jenkins } from './jenkins.ts';
import type { Provider } from './provider.ts';
import { semaphore } from './semaphore.ts';
import { teamcity } from './teamcity.ts';
import { tekton } from './tekton.ts';
import { travis } from './travis.ts';
import { woodpecker } from './woodpecker.ts';

/**
 * The order is the precedence: of several whose markers are set, the first counts. Those come first whose jobs carry
 * the markers of others too, as Forgejo's those of Gitea and GitHub; last, those whose variables reach the jobs of
 * other systems that run on them.
 */
export const providers: readonly Provider[] = [
  forgejo,
  gitea,
  github,
  gitlab,
  buildkite,
  woodpecker,
  harness,
  drone,
  bitbucket,
  circleci,
  azure,
  teamcity,
  appveyor,
  semaphore,
  codefresh,
  cirrus,
  travis,
  jenkins,
  codebuild,
  argo,
  cloudbuild,
  tekton,
  generic,
];
