// One line a dialect.
export { dotenv } from './dotenv.ts';
export { json } from './json.ts';
export { sh } from './sh.ts';
