import { readFileSync } from 'node:fs';
import { exportsFor } from '../src/exports.ts';
import { channels } from '../src/handover/index.ts';
import { options } from '../src/options/table.ts';
import { factsOf } from '../src/providers/facts.ts';
import { github } from '../src/providers/github.ts';
import { gitlab } from '../src/providers/gitlab.ts';
import { providers } from '../src/providers/index.ts';
import { shells } from '../src/shells/index.ts';
import { fixtures } from './support/fixtures.ts';
import { clients } from './support/registry-clients.ts';

const readme = readFileSync('README.md', 'utf8');
const page = readFileSync('.github/PROVIDERS.md', 'utf8');

/** The rows of the first table of a section, as their cells. */
function tableOf(section: string, document = readme): readonly string[][] {
  const [, text = ''] = document.split(new RegExp(`^## ${section}\n`, 'm'));
  const table = /(?:^\|.*\n)+/m.exec(text.split(/^## /m)[0] ?? '')?.[0] ?? '';
  const rows = table.trimEnd().split('\n').slice(2);
  return rows.map((row) =>
    row
      .replaceAll('\\|', '/')
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const fixtureEnv = (id: string) => fixtures.find((fixture) => fixture.id === id)?.env ?? {};

const codes = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');

test('the table of providers names them all, in the order in which they are detected', () => {
  expect(tableOf('Providers').map(([name]) => name)).toEqual(providers.map(({ name }) => name));
});

test('the table of shells names every dialect with its aliases', () => {
  expect(
    tableOf('Shells')
      .flatMap(([cell]) => codes(cell))
      .sort(),
  ).toEqual(shells.flatMap(({ name, aliases }) => [name, ...aliases]).sort());
});

test('the table of options names every option with its variables', () => {
  const written = tableOf('Options').map(([flags, variables]) => ({
    flags: codes(flags)
      .map((flag) => flag.replace(/^-+/, '').replace(/[ =].*$/, ''))
      .sort(),
    variables: codes(variables),
  }));
  const real = Object.entries(options)
    .filter(([, spec]) => !('isIgnored' in spec))
    .map(([name, spec]) => ({
      flags: ('alias' in spec ? [name, spec.alias] : [name]).sort(),
      variables: 'env' in spec ? [...spec.env] : [],
    }));
  expect(written).toEqual(real);
});

test('every client that is proven is in the table of clients, with its file', () => {
  const written = tableOf('Clients').map(([client = '', file]) => [client.split(',')[0], codes(file)[0]]);
  expect(written).toEqual(expect.arrayContaining(clients.map(({ name, file }) => [name, file])));
});

test('the exit statuses are those of the program', () => {
  expect(tableOf('Exit status').map(([status]) => status)).toEqual(['0', '1']);
});

test('every file that a dialect makes is among those that are written', () => {
  const written = tableOf('What it writes, and when that goes').flatMap(([path]) => codes(path));
  expect(written).toEqual(expect.arrayContaining(shells.map(({ extension }) => `ci-env${extension}`)));
});

test('the page of providers has lines for each of them', () => {
  const sections = [...page.matchAll(/^## (.+)$/gm)].flatMap(([, names = '']) => names.split(', '));
  expect(sections).toEqual(expect.arrayContaining(providers.map(({ name }) => name)));
});

test('the page of providers says what --persist does with each that has a way', () => {
  expect(tableOf('What `--persist` does', page).map(([name]) => name)).toEqual([...channels.keys()]);
});

test('the table of exports names every variable', () => {
  const env = {
    ...Object.fromEntries(['gitlab-tag', 'github-tag'].flatMap((id) => Object.entries(fixtureEnv(id)))),
    DOCKER_TLS_VERIFY: '1',
    DOCKER_AUTH_CONFIG: '{}',
    CI_ENVIRONMENT_SLUG: 'prod',
  };
  const names = [gitlab, github].flatMap((provider) => {
    const facts = factsOf(provider, env, () => undefined);
    const job = {
      provider,
      facts,
      configDir: '/job',
      clients: ['docker', 'podman', 'helm'],
      certPath: '/base',
    };
    return exportsFor({ ...job, usesEcrLogin: true, project: 'shop' }, env).map(({ name }) => name);
  });
  const written = tableOf('Exports').flatMap(([cell]) => codes(cell));
  const isAnnotation = (name: string): boolean => name.startsWith('WERF_ADD_ANNOTATION_');
  expect(written.filter((name) => !isAnnotation(name)).sort()).toEqual(
    [...new Set(names)].filter((name) => !isAnnotation(name)).sort(),
  );
});
