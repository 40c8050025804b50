// A mistake of form is told as people make it, and hides nothing else: what can be read without it is read, its signs
// where they were.
import { expect, test } from 'vitest';
import { BOUNDS } from '../../src/reading/bounds.ts';
import { readYaml } from '../../src/reading/yaml.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { WorkloadError } from '../../src/errors/errors.ts';

const REST = { foo: '1' };

test.each([
  ['a colon without a space', 'name:a\nfoo: 1\n', 1, 1, 'there is no space after this colon', REST],
  ['a colon in a value', 'name: shop: the API\nfoo: 1\n', 1, 7, 'a value has a colon and a space in it', REST],
  ['a word by itself', 'name\nfoo: 1\n', 1, 1, 'this line is no field', REST],
  ['an item among fields', 'a:\n  b: 1\n  - c\nfoo: 1\n', 3, 1, 'this line is an item of a list', { a: { b: '1' }, ...REST }],
  ['a line too far in', 'a:\n  b: 1\n   c: 2\n  d: 3\nfoo: 1\n', 3, 1, 'this line is indented too far', { a: { b: '1', d: '3' }, ...REST }],
  ['a line too far out', 'a:\n    b: 1\n  c: 2\nfoo: 1\n', 3, 1, 'this line is not indented like', { a: { b: '1' }, ...REST }],
  ['a tab', 'a:\n\tb: 1\n\tc: 2\nfoo: 1\n', 2, 1, 'a tab indents this line', { a: { b: '1', c: '2' }, ...REST }],
  ['a tab among spaces', 'a:\n  b: 1\n\tc: 2\nfoo: 1\n', 3, 1, 'a tab indents this line', { a: { b: '1' }, ...REST }],
  ['an open bracket', 'a: [b\nfoo: 1\n', 1, 4, 'this bracket is not closed', { a: ['b'], ...REST }],
  ['an open brace over lines', 'a: {\n  b: 1,\n  c: 2\nfoo: 1\n', 1, 4, 'this bracket is not closed', { a: { b: '1', c: '2' }, ...REST }],
  ['an open brace of JSON', '{ "foo": 1', 1, 1, 'this bracket is not closed', REST],
  ['a missing comma', '{ "a": "1"\n  "foo": 1 }', 2, 3, 'a comma is missing before this', { a: '1', ...REST }],
  ['a missing comma on a line', 'a: { b: 1 c: 2 }\nfoo: 1\n', 1, 9, 'a comma is missing here', REST],
  ['an open quote', 'a: "b\nfoo: 1\n', 1, 4, 'this quote is not closed', REST],
  ['an open quote before others', 'a: "b\nc: "d"\nfoo: 1\n', 1, 4, 'this quote is not closed', { c: 'd', ...REST }],
  ['a sign of YAML', 'a: @b\nfoo: 1\n', 1, 4, 'a value cannot begin with @', { a: '@b', ...REST }],
  ['a backslash', 'a: "\\d"\nfoo: 1\n', 1, 5, 'a backslash means something else', { a: '\\d', ...REST }],
  ['a tag', 'a: !!int 5\nfoo: 1\n', 1, 4, 'a YAML tag is not allowed here', { a: '5', ...REST }],
  ['a tag of CloudFormation', 'a: !Ref B\nfoo: 1\n', 1, 4, 'a YAML tag is not allowed here', { a: 'B', ...REST }],
  ['an alias of nothing', 'a: *.yaml\nfoo: 1\n', 1, 4, '*.yaml repeats nothing', { a: null, ...REST }],
])('%s', (_, text, line, column, what, data) => {
  const { outline, problems, remains } = readYaml(text, 'w.yaml', BOUNDS.workload);
  expect(outline).toBeNull();
  expect(new Set(problems.map((one) => one.what.slice(0, what.length)))).toEqual(new Set([what]));
  expect(problems[0]).toMatchObject({ line, column });
  expect(remains?.outline.data).toEqual(data);
  const at = text.slice(0, text.indexOf('foo')).split('\n');
  expect(remains?.outline.place(['foo'], 'key')).toEqual({
    line: at.length,
    column: (at.at(-1)?.length ?? 0) + (text.startsWith('{') ? 0 : 1),
  });
});

test('what is not in the file may stand on a line that was left out, and is not missing', () => {
  const told = (text: string) => {
    try {
      parseWorkload(text, { file: 'w.yaml', regions: ['us-east-1'] });
      return [];
    } catch (error) {
      return (error as WorkloadError).problems.map(({ what }) => what);
    }
  };
  expect(told('name:shop\ntrafic: { requests: 1M }\n')).toEqual(['there is no space after this colon', 'trafic is not a field']);
  expect(told('name: !!str shop\n')).toEqual(['region is missing', 'the workload has no traffic']);
});
