// src → dist: the start-up path as one CommonJS file (4 ms faster than an ES module on Node 20), yargs in a second one.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const common = { bundle: true, platform: 'node', target: 'node20.19', minify: true, legalComments: 'none' };

/** The start-up path must not read yargs: what it imports on demand stays in a file of its own. */
const onDemand = {
  name: 'on-demand',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/options\/full\.ts$/ }, () => ({ path: './full.mjs', external: true })),
};

/** yargs finds its locales and a package.json from where it runs: it must find neither in the user's directory. */
const requireShim =
  "import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);";

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
await build({
  ...common,
  entryPoints: ['src/cli.ts'],
  outfile: 'dist/cli.cjs',
  format: 'cjs',
  define: {
    VERSION: JSON.stringify(version),
    'import.meta.dirname': '__dirname',
    'import.meta.url': '__filename',
  },
  plugins: [onDemand],
});
await build({
  ...common,
  entryPoints: ['src/options/full.ts'],
  outfile: 'dist/full.mjs',
  format: 'esm',
  banner: { js: requireShim },
});

/** For each dialect a file that fails when it is sourced: its path is what `--as-file` prints on failure. */
const { outputFiles } = await build({
  ...common,
  entryPoints: ['src/shells/index.ts'],
  format: 'esm',
  write: false,
});
const { shells } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
for (const { extension, abort } of shells) writeFileSync(`dist/failed${extension}`, abort);
