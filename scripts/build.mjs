// src → dist: the start-up path as one CommonJS file (4 ms faster than an ES module on Node 20), the rest in others.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  supported: { 'dynamic-import': false },
  minify: true,
  legalComments: 'none',
  metafile: true,
};

/** The start-up path must not read what it imports on demand: that stays in files of its own. */
const onDemand = {
  name: 'on-demand',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/(full|persist)\.ts$/ }, ({ path, kind }) =>
      kind === 'dynamic-import'
        ? { path: path.replace(/.*\/(.*)\.ts$/, './$1.cjs'), external: true }
        : undefined,
    ),
};

/** yargs looks for its locales near its own file: that must be ours, not one in the user's directory. */
const ownUrl = { banner: { js: "const ownUrl = require('node:url').pathToFileURL(__filename).href;" } };

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
await build({
  ...common,
  entryPoints: ['src/cli.ts'],
  outfile: 'dist/cli.cjs',
  define: {
    VERSION: JSON.stringify(version),
    'import.meta.dirname': '__dirname',
    'import.meta.url': '__filename',
  },
  plugins: [onDemand],
});
const { metafile } = await build({
  ...common,
  ...ownUrl,
  entryPoints: ['src/options/full.ts', 'src/commands/persist.ts'],
  outdir: 'dist',
  entryNames: '[name]',
  outExtension: { '.js': '.cjs' },
  define: { 'import.meta.url': 'ownUrl' },
});

/** What the action does not use of @actions/core talks HTTP and runs programs: 12 times the rest, if it is not let go. */
const unused = {
  name: 'unused',
  setup: ({ onResolve, resolve }) =>
    onResolve({ filter: /^@actions\/(exec|http-client)/ }, async ({ path, pluginData, ...from }) =>
      pluginData === unused
        ? undefined
        : { ...(await resolve(path, { ...from, pluginData: unused })), sideEffects: false },
    ),
};
const action = await build({
  ...common,
  entryPoints: ['src/action/main.ts', 'src/action/post.ts'],
  outdir: 'dist/action',
  outExtension: { '.js': '.cjs' },
  define: { 'import.meta.url': '__filename' },
  plugins: [unused],
});

/** What is bundled keeps its licence. */
const outputs = { ...metafile.outputs, ...action.metafile.outputs };
const bundled = Object.values(outputs).flatMap(({ inputs }) =>
  Object.keys(inputs).filter((path) => inputs[path].bytesInOutput > 0),
);
const packages = bundled.map((path) => path.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]);
const licences = [...new Set(packages)].filter(Boolean).map((path) => {
  const file = readdirSync(path).find((name) => /^licen[cs]e/i.test(name));
  return `${path.replace('node_modules/', '')}\n\n${readFileSync(`${path}/${file}`, 'utf8')}`;
});
writeFileSync('dist/licenses.txt', licences.join('\n\n'));

/** For each dialect a file that fails when it is sourced: its path is what `--as-file` prints on failure. */
const { outputFiles } = await build({
  ...common,
  entryPoints: ['src/shells/index.ts'],
  format: 'esm',
  write: false,
});
const { shells } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
for (const { extension, abort } of shells) writeFileSync(`dist/failed${extension}`, abort);
