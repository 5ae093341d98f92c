import { type Options, type Outcome, run } from './clients.ts';
import type { Job, Pipeline } from './pipeline.ts';
import { accountsOf, type TokenRequest } from './registry/token-server.ts';
import { writeUserConfig } from './workspace.ts';

/** One job of a pipeline, when it is over. */
export interface JobReport {
  readonly job: string;
  readonly shell: string;
  readonly exitCode: number | undefined;
  /** Those that went well, in order. */
  readonly steps: readonly string[];
  /** Whose credentials the registry was shown for the push. */
  readonly pushedAs: readonly string[];
  readonly stderr: string;
}

/** The jobs overlap, as real ones do, whose work takes longer than a login. */
const SCRIPT = `
printf %s "$CI_JOB_TOKEN" | docker login --username "$CI_REGISTRY_USER" --password-stdin "$CI_REGISTRY" >&2
echo login
sleep 0.2
skopeo copy --quiet --dest-tls-verify=false "$BUILT" "docker://$IMAGE"
echo push
docker manifest inspect --insecure "$IMAGE" >/dev/null
echo read
docker logout "$CI_REGISTRY" >&2
echo logout`;

/** Runs all jobs at the same time, each with this as the first line of its script. */
export async function runPipeline(
  { workspace, registry, jobs }: Pipeline,
  firstLine: string,
  options: Options = {},
): Promise<readonly JobReport[]> {
  await writeUserConfig(workspace);
  const before = registry.tokenRequests.length;
  const outcomes = await Promise.all(jobs.map((job) => runJob(job, firstLine + SCRIPT, options)));
  const requests = registry.tokenRequests.slice(before);
  return outcomes.map(({ job: { name, shell }, exitCode, stdout, stderr }) => ({
    job: name,
    shell: shell.name,
    exitCode,
    steps: stdout.split('\n').filter(Boolean),
    pushedAs: accountsOf(requests.filter(isPushTo(`acme/${name}`))),
    stderr,
  }));
}

async function runJob(job: Job, script: string, options: Options): Promise<Outcome & { readonly job: Job }> {
  const [command, ...args] = job.shell.command;
  return { job, ...(await run(command, [...args, '-ec', script], job.env, options)) };
}

const isPushTo =
  (repository: string) =>
  ({ scopes }: TokenRequest): boolean =>
    scopes.some((scope) => scope.startsWith(`repository:${repository}:`) && scope.includes('push'));
