import { readFile } from 'node:fs/promises';
import type { Handed, Step } from '../../src/handover/channel.ts';
import { channelOf, channels } from '../../src/handover/index.ts';

const exports: readonly Handed[] = [
  { name: 'DOCKER_CONFIG', value: '/tmp/ci-env-x-1-AbCdEf', isSecret: false },
  { name: 'WERF_ADD_ANNOTATION_CI_GIT_TAG', value: 'ci.werf.io/tag=v1.2-rc1+build', isSecret: false },
  { name: 'WERF_LOG_COLOR_MODE', value: 'on', isSecret: false },
];
const dockerAuthConfig: Handed = { name: 'DOCKER_AUTH_CONFIG', value: null, isSecret: false };

/** A step as one would type it. */
function typed(step: Step): string {
  if ('command' in step) return `${step.command}\n`;
  if ('run' in step) return `$ ${step.run.program} ${step.run.args.join(' ')}\n${step.run.input}`;
  const { variable, below, text } = step.append;
  return `>> ${[`$${variable}`, ...(below ? [below] : [])].join('/')}\n${text}`;
}

test.each([...channels.keys()])('%s gets what its golden file says', async (provider) => {
  const items = provider === 'codefresh' ? exports : [...exports, dockerAuthConfig];
  const golden = await readFile(`test/golden/handover/${provider}.txt`, 'utf8');
  expect(channelOf(provider)(items, []).map(typed).join('')).toBe(golden);
});
