import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The real nu, without the wrapper of the npm package, which takes as long again to start. */
export const nushellBinary = require.resolve(`@nushell/${process.platform}-${process.arch}/bin/nu`);
