import { openPipeline, PIPELINE_TOOLS, type Pipeline } from '../support/pipeline.ts';
import { type JobReport, runPipeline } from '../support/pipeline-run.ts';
import { requireTools } from '../support/tools.ts';

requireTools(...PIPELINE_TOOLS);

const JOBS = 8;
const ROUNDS = 4;
const TIMEOUT = 60_000;

let pipeline: Pipeline;

beforeAll(async () => {
  pipeline = await openPipeline(JOBS);
});
afterAll(() => pipeline.close());

async function runRounds(firstLine: string): Promise<readonly (readonly JobReport[])[]> {
  const rounds: (readonly JobReport[])[] = [];
  while (rounds.length < ROUNDS) rounds.push(await runPipeline(pipeline, firstLine));
  return rounds;
}

describe('parallel jobs', () => {
  it('spoil each other in one shared config, though every docker login succeeds', async () => {
    const reports = (await runRounds('')).flat();
    expect(reports.map(({ steps }) => steps[0])).toEqual(Array(JOBS * ROUNDS).fill('login'));
    expect(reports.filter(({ exitCode }) => exitCode !== 0)).not.toHaveLength(0);
    expect(
      reports.filter(({ job, pushedAs }) => pushedAs.some((account) => account !== job)),
    ).not.toHaveLength(0);
  });

  it(
    'keep to themselves with werf-ci',
    async () => {
      const good = pipeline.jobs.map(({ name, shell }) => ({
        job: name,
        shell: shell.name,
        exitCode: 0,
        steps: ['login', 'push', 'read', 'logout'],
        pushedAs: [name],
        stderr: expect.any(String),
      }));
      expect(await runRounds('eval $(werf-ci ci-env gitlab)')).toEqual(Array(ROUNDS).fill(good));
    },
    TIMEOUT,
  );
});
