// What a job pays for its first line: whole processes, against `node -e 0`, in one run on one machine.
//
// Every round runs all rows in a new order and takes each ratio against that round's own `node -e 0`; the medians of
// the ratios are printed. CPU is the figure to trust, for other load moves the wall clock.
// NODE_EXTRA_CA_CERTS is not passed on: where it is set, Node 20 itself takes 20 to 40 ms longer, and every ratio flatters.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROUNDS = Number(process.argv[2] ?? 40);
const RUNS = 3;

const cli = `'${process.execPath}' '${resolve('dist/cli.cjs')}'`;
const work = mkdtempSync(join(tmpdir(), 'bench-'));
const environment = (id) => ({
  ...JSON.parse(readFileSync('test/fixtures/providers.json', 'utf8')).fixtures.find((one) => one.id === id)
    .env,
  PATH: process.env.PATH,
  HOME: work,
  TMPDIR: work,
});

/** A base directory in which some part has 5,000 files. */
function fullBase(part) {
  const base = join(work, part.replaceAll('/', '-'));
  mkdirSync(join(base, part), { recursive: true });
  for (let i = 0; i < 5000; i += 1) writeFileSync(join(base, part, String(i)), '');
  writeFileSync(
    join(base, 'config.json'),
    '{"auths":{"registry.example.com":{"auth":"dXNlcjpwYXNzd29yZA=="}}}',
  );
  return base;
}

const gitlab = environment('gitlab-tag');
const base = { name: 'node -e 0', command: `'${process.execPath}' -e 0`, env: gitlab };
const rows = [
  { ...base, name: 'node -e 0, against itself' },
  { name: 'ci-env gitlab', command: `${cli} ci-env gitlab`, env: gitlab },
  { name: 'ci-env, detected', command: `${cli} ci-env`, env: gitlab },
  { name: 'ci-env gitlab --as-file', command: `${cli} ci-env gitlab --as-file`, env: gitlab },
  ...['buildx/refs', 'contexts/meta', 'buildx/instances'].map((part) => ({
    name: `ci-env gitlab, 5,000 files in ${part}`,
    command: `${cli} ci-env gitlab --docker-config '${fullBase(part)}'`,
    env: gitlab,
  })),
  { name: 'ci-env github', command: `${cli} ci-env github`, env: environment('github-push') },
  { name: 'an unknown option, through yargs', command: `${cli} ci-env gitlab --bogus`, env: gitlab },
];

/** [wall, user + system] of some runs, in seconds, by bash's own clock. */
function measure({ command, env }) {
  const script = `TIMEFORMAT='%R %U %S'; time for i in {1..${RUNS}}; do ${command} >/dev/null 2>&1; done`;
  const { stderr } = spawnSync('bash', ['-c', script], { env, cwd: work, encoding: 'utf8' });
  const [wall, user, system] = stderr.trim().split(' ').map(Number);
  return { wall, cpu: user + system };
}

const shuffled = (list) =>
  list
    .map((item) => [Math.random(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function round() {
  const results = new Map(shuffled([base, ...rows]).map((row) => [row, measure(row)]));
  const own = results.get(base);
  return rows.map((row) => ({ cpu: results.get(row).cpu / own.cpu, wall: results.get(row).wall / own.wall }));
}

const rounds = Array.from({ length: ROUNDS }, round);
rmSync(work, { recursive: true, force: true });
console.log(
  `${'x node -e 0, median of rounds'.padEnd(44)} cpu    wall   (Node ${process.versions.node}, ${ROUNDS} rounds)`,
);
rows.forEach(({ name }, i) => {
  const [cpu, wall] = ['cpu', 'wall'].map((what) => median(rounds.map((one) => one[i][what])).toFixed(2));
  console.log(`${name.padEnd(44)} ${cpu}   ${wall}`);
});
