// One line a dialect.
export { cmdexe } from './cmdexe.ts';
export { dotenv } from './dotenv.ts';
export { elvish } from './elvish.ts';
export { fish } from './fish.ts';
export { githubEnv } from './github-env.ts';
export { json } from './json.ts';
export { nushell } from './nushell.ts';
export { powershell } from './powershell.ts';
export { sh } from './sh.ts';
export { tcsh } from './tcsh.ts';
export { xonsh } from './xonsh.ts';
