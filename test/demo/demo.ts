import { openPipeline, PIPELINE_TOOLS } from '../support/pipeline.ts';
import { type JobReport, runPipeline } from '../support/pipeline-run.ts';
import { requireTools } from '../support/tools.ts';
import { table } from './table.ts';

const JOBS = 8;
const LINE = 'eval $(werf-ci ci-env gitlab)';

/** Runs the same jobs with and without werf-ci against a real registry; true when all is well with it. */
export async function demo(print: (text: string) => void, cancelSignal: AbortSignal): Promise<boolean> {
  requireTools(...PIPELINE_TOOLS);
  const pipeline = await openPipeline(JOBS);
  try {
    print(`${JOBS} GitLab jobs at the same time, all with ~/.docker:\n`);
    const shared = await runPipeline(pipeline, '', { cancelSignal });
    cancelSignal.throwIfAborted();
    print(`${resultsOf(shared)}\n`);
    print(`The same jobs, each with the first line  ${LINE}\n`);
    const own = await runPipeline(pipeline, LINE, { cancelSignal });
    cancelSignal.throwIfAborted();
    print(`${resultsOf(own)}\n`);
    print(summary(shared, own));
    return own.every(isGood);
  } finally {
    await pipeline.close();
  }
}

const resultsOf = (reports: readonly JobReport[]): string =>
  table(
    ['job', 'shell', 'pushed as', 'result', 'reason'],
    reports.map((report) => [
      report.job,
      report.shell,
      report.pushedAs.join(', ') || '-',
      isGood(report) ? 'ok' : 'FAILED',
      isGood(report) ? '' : reasonOf(report),
    ]),
  );

const isGood = ({ exitCode, job, pushedAs }: JobReport): boolean =>
  exitCode === 0 && pushedAs.length === 1 && pushedAs[0] === job;

/** The registry's own words, out of several lines of a client's. */
const reasonOf = ({ stderr }: JobReport): string =>
  /(denied|unauthorized): [^\\\n"]+/.exec(stderr)?.[0] ?? stderr.trim().split('\n').at(-1) ?? '';

function summary(shared: readonly JobReport[], own: readonly JobReport[]): string {
  const failed = (reports: readonly JobReport[]): string =>
    `${reports.filter((report) => !isGood(report)).length} of ${reports.length} jobs failed`;
  return `With one shared Docker config ${failed(shared)}, with werf-ci ${failed(own)}.`;
}
