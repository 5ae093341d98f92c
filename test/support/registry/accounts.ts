type Action = 'pull' | 'push' | 'delete';

export interface Account {
  /** Tells the accounts apart in the log of the token server: GitLab's user name is the same for all jobs. */
  readonly name: string;
  readonly username: string;
  readonly password: string;
  readonly allow: readonly { readonly repositories: RegExp; readonly actions: readonly Action[] }[];
}

const ALL: readonly Action[] = ['pull', 'push', 'delete'];

export const admin: Account = {
  name: 'admin',
  username: 'admin',
  password: 'admin-secret',
  allow: [{ repositories: /^/, actions: ALL }],
};

/** Number `k` of a pipeline's jobs, with the rights that GitLab gives its CI_JOB_TOKEN. */
export const gitlabJob = (k: number): Account => ({
  name: `job${k}`,
  username: 'gitlab-ci-token',
  password: `glcbt-job-${k}`,
  allow: [
    { repositories: new RegExp(`^acme/job${k}(/|$)`), actions: ALL },
    { repositories: /^base\//, actions: ['pull'] },
  ],
});

export const gitlabJobs = (count: number): readonly Account[] =>
  Array.from({ length: count }, (_, index) => gitlabJob(index + 1));

/** Its entry under `auths`. */
export const authOf = ({ username, password }: Account): { readonly auth: string } => ({
  auth: btoa(`${username}:${password}`),
});

/** What the account may do of what a scope such as `repository:acme/job1:pull,push` asks for. */
export function grant(account: Account | undefined, scope: string): Grant {
  const [type = '', name = '', actions = ''] = scope.split(':');
  const asked = actions.split(',');
  const rights = account?.allow.filter(({ repositories }) => repositories.test(name)) ?? [];
  const allowed = rights.flatMap((right) => right.actions);
  return { type, name, actions: allowed.filter((action) => asked.includes(action) || asked.includes('*')) };
}

interface Grant {
  readonly type: string;
  readonly name: string;
  readonly actions: readonly Action[];
}
