// One line a provider.
export { github } from './github.ts';
export { gitlab } from './gitlab.ts';
