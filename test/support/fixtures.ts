import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Env } from '../../src/env.ts';

export interface ExpectedRegistry {
  readonly host: string | null;
  readonly repo: string | null;
  readonly username: string | { readonly fromVar: string } | null;
  readonly secretVar: string | null;
  readonly canPush?: false;
}

/** What a job's facts are to be; `null` says that there is none. */
export interface Expected {
  readonly provider: string | null;
  readonly registry: ExpectedRegistry;
  readonly otherRegistries: readonly ExpectedRegistry[];
  /** The names of the variables that hold secrets. */
  readonly secrets: readonly string[];
  readonly [fact: string]: unknown;
}

/** The environment of a job as its provider documents it, and the files that the environment names. */
export interface Fixture {
  readonly id: string;
  readonly env: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, { readonly name: string; readonly content: string }>>;
  /** Providers whose markers are set as well. */
  readonly conflict: readonly string[];
  readonly expect: Expected;
}

export const fixtures: readonly Fixture[] = JSON.parse(
  readFileSync('test/fixtures/providers.json', 'utf8'),
).fixtures;

/** For `test.each`: every fixture behind its name. */
export const eachFixture = fixtures.map((fixture) => [fixture.id, fixture] as const);

export const fixtureNamed = (id: string): Fixture => {
  const found = fixtures.find((fixture) => fixture.id === id);
  if (!found) throw new Error(`there is no fixture ${id}`);
  return found;
};

/** Writes the fixture's files while `use` runs, which gets the environment that names them. */
export function withFiles<T>({ env, files = {} }: Fixture, use: (env: Env) => T): T {
  const directory = mkdtempSync(join(tmpdir(), 'fixture-'));
  try {
    const paths = Object.entries(files).map(([variable, { name, content }]) => {
      writeFileSync(join(directory, name), content.replaceAll('{{FIXTURE_DIR}}', directory));
      return [variable, join(directory, name)];
    });
    const { __extra: _, ...named } = Object.fromEntries(paths);
    return use({ ...env, ...named });
  } finally {
    rmSync(directory, { recursive: true });
  }
}
