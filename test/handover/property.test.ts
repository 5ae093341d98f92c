import fc from 'fast-check';
import { isUserError } from '../../src/errors.ts';
import type { Handed, Step } from '../../src/handover/channel.ts';
import { channelOf, channels } from '../../src/handover/index.ts';
import { readCommand } from '../support/agents/azure.ts';
import { readInput } from '../support/agents/buildkite.ts';
import { readEnvFile } from '../support/agents/github.ts';
import { readLines } from '../support/agents/lines.ts';
import { readByShell } from '../support/agents/shell.ts';
import { readMessage } from '../support/agents/teamcity.ts';
import { HOSTILE, values } from '../support/hostile.ts';

type Reader = (steps: readonly Step[]) => Map<string, string> | Promise<Map<string, string>>;

const appended = (steps: readonly Step[]): string =>
  steps.map((step) => ('append' in step ? step.append.text : '')).join('');
const told = (steps: readonly Step[]): string[] =>
  steps.flatMap((step) => ('command' in step ? step.command : []));

/** Every line is searched for a command, as the agent does, however many lines one step has printed. */
const azureReader: Reader = (steps) =>
  new Map(
    told(steps)
      .flatMap((text) => text.split(/\r\n|\r|\n/))
      .map((line) => {
        const { name, properties, data } = readCommand(line) ?? {};
        expect({ name, keys: Object.keys(properties ?? {}) }).toEqual({
          name: 'task.setvariable',
          keys: ['variable'],
        });
        return [String(properties?.['variable']), String(data)];
      }),
  );

const teamcityReader: Reader = (steps) =>
  new Map(
    told(steps).map((line) => {
      const { name, attributes } = readMessage(line) ?? {};
      expect(name).toBe('setParameter');
      return [String(attributes?.['name']).replace(/^env\./, ''), String(attributes?.['value'])];
    }),
  );

const readers: Readonly<Record<string, Reader>> = {
  azure: azureReader,
  buildkite: (steps) => readInput(steps.map((step) => ('run' in step ? step.run.input : '')).join('')),
  circleci: (steps) => readByShell('circleci', appended(steps)),
  cirrus: (steps) => readLines(appended(steps)),
  codefresh: (steps) => readLines(appended(steps)),
  forgejo: (steps) => readEnvFile(appended(steps)),
  gitea: (steps) => readEnvFile(appended(steps)),
  github: (steps) => readEnvFile(appended(steps)),
  gitlab: (steps) => readByShell('gitlab', appended(steps)),
  teamcity: teamcityReader,
};

test('every channel has a reader that parses as the agent of its provider does', () => {
  expect(Object.keys(readers)).toEqual([...channels.keys()]);
});

const give = (name: string, value: string): Handed => ({ name, value, isSecret: false });

function isCarried(provider: string, item: Handed): boolean {
  try {
    channelOf(provider)([item], []);
    return true;
  } catch (error) {
    if (isUserError(error) && error.message.includes(item.name)) return false;
    throw error;
  }
}

/** A thousand, with every hostile text among them alone, between others, and twice. */
const sample = [
  ...HOSTILE.flatMap((text) => [text, `a${text}b`, `${text}${text}`]),
  ...fc.sample(values, { numRuns: 1000, seed: 5 }),
].map((value, index) => give(`V_${index}`, value));

describe.each(Object.entries(readers))('%s', (provider, read) => {
  test('gives later steps exactly what it does not refuse, and no other variable', async () => {
    const items = sample.filter((item) => isCarried(provider, item));
    const got = await read(channelOf(provider)(items, []));
    expect(new Map([...got].filter(([name]) => name.startsWith('V_')))).toEqual(
      new Map(items.map(({ name, value }) => [name, value])),
    );
    expect(
      [...got.keys()].filter((name) => !/^(V_\d+|PATH|PWD|SHLVL|_|OLDPWD|FILE|BASH_ENV|)$/.test(name)),
    ).toEqual([]);
    expect(got.get('PATH')).not.toBe('/evil');
  });

  test('carries every plain value', () => {
    const plain = fc.stringMatching(/^[\w./:=@+,~-]{1,200}$/);
    fc.assert(
      fc.property(plain, (value) => isCarried(provider, give('DOCKER_CONFIG', value))),
      { numRuns: 1000 },
    );
  });
});

test.each<[string, string, readonly string[]]>([
  ['azure', 'a $(, for the agent expands it', ['a$(b)c', '$(System.AccessToken)']],
  ['buildkite', 'what makes a line too long', ['x'.repeat(10_001), 'é'.repeat(5001)]],
  ['cirrus', 'a second line', ['a\nb', 'a\r', 'x'.repeat(60_001), 'é'.repeat(30_001)]],
  ['codefresh', 'what its reader may change', ['', ' ', 'a b', "'", '"', '\u0024{{A}}', 'a\nb', 'é']],
  ['github', 'a carriage return at the end, which Windows loses', ['a\r', '\r']],
  ['gitlab', 'a second line or a blank at the end', ['a\nPATH=/evil', 'a ', 'a\t']],
  ['teamcity', 'percent signs, between which TeamCity looks for parameters', ['%env.SECRET%', '100%']],
])('%s refuses %s', (provider, _what, refused) => {
  expect(refused.filter((value) => isCarried(provider, give('WERF_ENV', value)))).toEqual([]);
});

test('the runner on Windows reads the same', () => {
  const items = sample.filter((item) => isCarried('github', item));
  const text = appended(channelOf('github')(items, []));
  expect(readEnvFile(text, 'win32')).toEqual(new Map(items.map(({ name, value }) => [name, value])));
});
