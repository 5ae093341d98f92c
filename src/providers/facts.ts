import { type Env, read } from '../env.ts';
import { publicUrl, slugOf, webUrl } from '../url.ts';
import type { Clues, Facts, Provider, ReadFile } from './provider.ts';

/** The facts of a job: what its provider says, cleaned and completed in one place for all of them. */
export function factsOf(provider: Provider, env: Env, readFile: ReadFile): Facts {
  const { ref, gitUrl, ...clues } = provider.clues(env, readFile);
  return {
    ...clues,
    ...changeFacts(clues, ref),
    provider: provider.name,
    otherRegistries: clues.otherRegistries ?? [],
    projectSlug: clues.projectSlug ?? (gitUrl && slugOf(gitUrl)),
    projectUrl: clean(clues.projectUrl ?? (gitUrl && webUrl(gitUrl))),
    pipelineUrl: clean(clues.pipelineUrl),
    jobUrl: clean(clues.jobUrl),
    environmentSlug: clues.environmentSlug ?? (clues.environment && slugify(clues.environment)),
  };
}

/**
 * A host, and perhaps a numeric port, directly behind the scheme. Anything else may be user info with a password that
 * holds one of `/ ? #`: such a URL is left out, not published.
 */
const PAGE = /^https?:\/\/(?:\[[\da-f:.]+\]|[^/?#@:\s[\]]+)(?::\d+)?(?:[/?#]|$)/i;

function clean(url: string | undefined): string | undefined {
  const text = url && publicUrl(url.trim());
  return text && PAGE.test(text) ? text : undefined;
}

/** GitHub, Azure and TeamCity; Bitbucket; GitLab. */
const PULL = /^refs\/(?:pull|pull-requests|merge-requests)\/(\d+)\//;

/**
 * A tag has no branch, and only a pull request has a target: many providers put the tag's name, or some branch, there
 * all the same. A number that is none, such as `false`, says that there is no pull request.
 */
function changeFacts(clues: Clues, ref = ''): Pick<Facts, 'tag' | 'branch' | 'baseBranch' | 'pr'> {
  const tag = clues.tag ?? after('refs/tags/', ref);
  const pr = /^[1-9]\d*$/.exec(clues.pr ?? PULL.exec(ref)?.[1] ?? '')?.[0];
  const branch = clues.branch ?? after('refs/heads/', ref);
  return {
    tag,
    branch: tag === undefined ? branch?.replace(HEADS, '') : undefined,
    pr,
    baseBranch: pr && clues.baseBranch?.replace(HEADS, ''),
  };
}

const HEADS = /^refs\/heads\//;

/** What follows a prefix, if the text begins with it and goes on. */
export const after = (prefix: string, text: string | undefined): string | undefined =>
  text?.startsWith(prefix) ? text.slice(prefix.length) || undefined : undefined;

const slugify = (text: string): string | undefined =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '') || undefined;

/**
 * What tells a job from all others on its host: its id, and what it takes where that id alone is shared. Nothing
 * without the id. Parts that may hold a full stop come last.
 */
export const keyOf = (env: Env, id: string, ...others: readonly string[]): string | undefined =>
  read(env, id) &&
  [id, ...others]
    .map((name) => read(env, name) ?? '')
    .join('.')
    .replace(/(?<!\.)\.+$/, '');
