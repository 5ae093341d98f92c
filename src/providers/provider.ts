import type { Env } from '../env.ts';
import type { Secret } from '../secret.ts';

/** Reads a text file that the provider made for the job; nothing when there is none to read. */
export type ReadFile = (path: string) => string | undefined;

/** A registry that the provider has, and who the job is there. */
export interface Registry {
  /** `host[:port]`, as image names hold it. */
  readonly host: string;
  /** Where the project's images lie, `host[:port]/path`. */
  readonly repo?: string | undefined;
  readonly username?: string | undefined;
  /** The variable that the user name is from, if any. */
  readonly usernameVar?: string | undefined;
  /** The variable that holds the job's secret, if it is set. */
  readonly secretVar?: string | undefined;
  /** False where the job's secret is refused when it pushes: then it is not logged in with. */
  readonly canPush?: false;
}

/** What a job knows about itself. Holds no secret, and no URL with user info. */
export interface Facts {
  readonly provider: string;
  /** An id that no two jobs running at the same time on one host share; `undefined` outside a job. */
  readonly jobKey?: string | undefined;
  /** A directory that the provider gives the job for temporary files. */
  readonly tempDir?: string | undefined;
  /** The provider's own registry. */
  readonly registry?: Registry | undefined;
  /** Others that the job has credentials for. */
  readonly otherRegistries: readonly Registry[];
  /** The kind of registry that `registry`, or the user's own WERF_REPO, is, when werf must be told. */
  readonly repoKind?: string | undefined;
  /** The commit that the job builds; for some pull requests one that merges it into its target. */
  readonly commit?: string | undefined;
  /** The last commit of the pull request itself. */
  readonly headSha?: string | undefined;
  readonly tag?: string | undefined;
  /** The branch of the change: the source of a pull request; `undefined` for a tag. */
  readonly branch?: string | undefined;
  /** The target of the pull request. */
  readonly baseBranch?: string | undefined;
  /** The pull request's number as people see it. */
  readonly pr?: string | undefined;
  /** The project's path on its site. */
  readonly projectSlug?: string | undefined;
  readonly projectUrl?: string | undefined;
  readonly pipelineId?: string | undefined;
  readonly pipelineUrl?: string | undefined;
  /** The provider's own name for the job; not unique everywhere. */
  readonly jobId?: string | undefined;
  readonly jobUrl?: string | undefined;
  readonly environment?: string | undefined;
  readonly environmentSlug?: string | undefined;
  readonly serverVersion?: string | undefined;
  /** True where the job's log shows colours as noise. */
  readonly losesColor?: boolean | undefined;
}

/** Facts as a provider words them: `factsOf` cleans and completes them. */
export interface Clues extends Omit<Facts, 'provider' | 'otherRegistries'> {
  readonly otherRegistries?: readonly Registry[];
  /** The full git ref: gives branch, tag or pull request where they are missing. */
  readonly ref?: string | undefined;
  /** The address of the git remote: gives the project's URL and slug where they are missing. */
  readonly gitUrl?: string | undefined;
}

/** The ends of a variable's name and of an annotation's, after `WERF_ADD_ANNOTATION_` and `<provider>.ci.werf.io/`. */
type LinkNames = readonly [variable: string, annotation: string];

/** A CI system. Pure: the environment and the reader of files come in as arguments. */
export interface Provider {
  readonly name: string;
  /** True when the environment has this provider's markers; of several, the first in the list counts. */
  detect(env: Env): boolean;
  clues(env: Env, readFile: ReadFile): Clues;
  /** True where the images of a project lie below `repo`, under the project's name. */
  readonly hasRepoPerProject?: boolean;
  /** Names for the pages about the job, where werf has names of its own for them. */
  readonly links?: { readonly pipelineUrl: LinkNames; readonly jobUrl?: LinkNames };
  /** Secrets that werf reads from variables of its own. */
  secretExports?(env: Env): readonly (readonly [name: string, secret: Secret])[];
}
