import { readProject } from '../src/werf-yaml.ts';

test.each([
  ['project: shop\nconfigVersion: 1\n', 'shop'],
  ['configVersion: 1\nproject:   "shop-app"  # the name\n---\nimage: app\nproject: other\n', 'shop-app'],
  ["project: 'shop'\r\nconfigVersion: 1\r\n---\r\n", 'shop'],
  ['\uFEFFproject: shop\n', 'shop'],
  ['# a comment\n---\nproject: shop\n', 'shop'],
  ['---\n\nproject: shop\n--- # next\nproject: other\n', 'shop'],
  ['project: shop.v2_x\n{{ define "x" }}{{ end }}\n', 'shop.v2_x'],
])('finds the name in %j', (text, name) => {
  expect(readProject(text)).toEqual({ name });
});

test.each([
  ['', 'has no "project:" in its first document'],
  ['configVersion: 1\n---\nproject: shop\n', 'has no "project:" in its first document'],
  ['build:\n  project: shop\n', 'has no "project:" in its first document'],
  ['project: {{ env "NAME" }}\n', 'makes its "project:" by a template'],
  ['project: shop-{{ .Env }}\n', 'makes its "project:" by a template'],
  ['{{ if .X }}\nproject: a\n{{ else }}\nproject: b\n{{ end }}\n', 'makes its "project:" by a template'],
  ['project:\n  name: x\n', 'has a "project:" that is not a plain name'],
  ['project: "a\n', 'has a "project:" that is not a plain name'],
  ['project: $(touch pwned)\n', 'has a "project:" that is not a plain name'],
  ['project: >-\n  shop\n', 'has a "project:" that is not a plain name'],
])('says why there is none in %j', (text, why) => {
  expect(readProject(text)).toEqual({ why });
});
