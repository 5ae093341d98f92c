import { checkFields } from '../../src/docker/fields.ts';

test.each<[string, unknown]>([
  ['HttpHeaders', { 'X-Meta': 'a' }],
  ['proxies', { default: { httpProxy: 'http://proxy' } }],
  ['plugins', { buildx: { a: 'b' } }],
  ['aliases', { builder: 'buildx' }],
  ['features', { buildkit: 'true' }],
  ['cliPluginsExtraDirs', ['/opt']],
  ['currentContext', 'x'],
  ['psFormat', 'table'],
  ['detachKeys', 'ctrl-e,e'],
  ['proxies', null],
  ['aField', [{ of: 1, later: [] }]],
])('%s of %j stays', (name, value) => {
  expect(checkFields({ [name]: value })).toEqual({ rest: { [name]: value }, warnings: [] });
});

test.each<[string, unknown]>([
  ['HttpHeaders', { X: 1 }],
  ['httpheaders', ['x']],
  ['proxies', []],
  ['PROXIES', { default: 'http://proxy' }],
  ['proxies', { default: { httpProxy: 1 } }],
  ['plugins', { x: 'y' }],
  ['aliases', 'x'],
  ['features', { buildkit: true }],
  ['cliPluginsExtraDirs', [1]],
  ['currentContext', 5],
  ['imagesFormat', {}],
])('%s of %j would make Docker forget every login: it goes', (name, value) => {
  expect(checkFields({ [name]: value, other: 1 })).toEqual({
    rest: { other: 1 },
    warnings: [`${JSON.stringify(name)} is not of the type that Docker takes: dropped.`],
  });
});
