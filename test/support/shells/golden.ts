import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Compares a printed text with the file that holds it, byte for byte; `UPDATE_GOLDEN=1` writes the file. */
export function expectGolden(name: string, text: string): void {
  const file = new URL(`../../golden/${name}`, import.meta.url);
  if (process.env['UPDATE_GOLDEN']) writeFileSync(file, text);
  expect(text).toBe(
    existsSync(file) ? readFileSync(file, 'utf8') : `no ${file.pathname}: run with UPDATE_GOLDEN=1`,
  );
}
