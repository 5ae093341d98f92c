import type { Credential } from '../docker/credential.ts';
import type { Env } from '../env.ts';
import type { Secret } from '../secret.ts';

/** What a job knows about itself. Holds no secret. Every field but `jobId` is as the provider gives it. */
export interface Facts {
  /** An id that no two jobs running at the same time share; `undefined` outside a job. */
  readonly jobId?: string | undefined;
  /** A directory that the provider gives the job for temporary files. */
  readonly tempDir?: string | undefined;
  /** The image repository of the project, `host[:port]/path`. */
  readonly repo?: string | undefined;
  /** The kind of registry that `repo`, or the user's own WERF_REPO, lies in, when werf must be told. */
  readonly repoKind?: string | undefined;
  readonly environmentSlug?: string | undefined;
  readonly projectUrl?: string | undefined;
  readonly commit?: string | undefined;
  readonly tag?: string | undefined;
  readonly links: readonly Link[];
  /** False where the job's log shows colours as noise. */
  readonly hasColor: boolean;
}

/** A page of the provider about this run, and the annotation that carries it. */
interface Link {
  /** The end of the variable's name, after `WERF_ADD_ANNOTATION_`. */
  readonly variable: string;
  readonly annotation: string;
  readonly url?: string | undefined;
}

/** A CI system. Pure: the environment comes in as an argument. */
export interface Provider {
  readonly name: string;
  /** True when the environment is one of this provider's jobs, and of no other's. */
  detect(env: Env): boolean;
  facts(env: Env): Facts;
  /** The job's own credentials, from its environment. */
  credentials(env: Env): readonly Credential[];
  /** True where werf keeps the images of a project below `repo`, under the project's name. */
  readonly hasRepoPerProject?: boolean;
  /** Secrets that werf reads from variables of its own. */
  secretExports?(env: Env): readonly (readonly [name: string, secret: Secret])[];
}
