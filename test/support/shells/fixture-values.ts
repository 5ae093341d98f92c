import { readFileSync } from 'node:fs';

interface Fixtures {
  readonly fixtures: readonly { readonly env: Readonly<Record<string, string>> }[];
}

const { fixtures }: Fixtures = JSON.parse(
  readFileSync(new URL('../../fixtures/providers.json', import.meta.url), 'utf8'),
);

/** Every value in the environments of recorded CI jobs, hostile ones among them, once. */
export const fixtureValues: readonly string[] = [
  ...new Set(fixtures.flatMap(({ env }) => Object.values(env))),
];
