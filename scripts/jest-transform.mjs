// The compiler that builds what ships also compiles what is tested.
import { createHash } from 'node:crypto';
import { transformSync, version } from 'esbuild';

const options = { loader: 'ts', format: 'esm', target: 'node20', sourcemap: 'inline' };

export default {
  getCacheKey: (source, path, { configString }) =>
    createHash('sha256').update([version, configString, path, source].join('\0')).digest('hex'),
  process: (source, path) => transformSync(source, { ...options, sourcefile: path }),
};
