import { forgejo } from './forgejo.ts';
import { gitea } from './gitea.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import type { Provider } from './provider.ts';

/** The order is the precedence: of several whose markers are set, the first counts. */
export const providers: readonly Provider[] = [forgejo, gitea, github, gitlab];
