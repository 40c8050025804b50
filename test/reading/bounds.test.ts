// Whatever stands in a file, the gate answers with the bound that was passed and its place, or lets the file through; it
// never breaks. That no shape takes it long, bench/reading.mjs shows.
import { expect, test } from 'vitest';
import { WorkloadError } from '../../src/errors/errors.ts';
import { decimal } from '../../src/money/decimal.ts';
import { BOUNDS } from '../../src/reading/bounds.ts';
import { readJson } from '../../src/reading/json.ts';
import { readYaml } from '../../src/reading/yaml.ts';
import { readRate } from '../../src/workload/quantity.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { ROOT } from '../run.ts';

type Shapes = Readonly<Record<string, (length: number) => string>>;
const { YAML_SHAPES, JSON_SHAPES } = (await import(`${ROOT}bench/shapes.mjs`)) as { YAML_SHAPES: Shapes; JSON_SHAPES: Shapes };

const SMALL = { bytes: 200, scalar: 10, key: 5, entries: 8, depth: 3, aliases: 3 };

test.each([
  ['bytes', '# '.repeat(101), 'is too large: 202 bytes', 'it may have 200 bytes at most', 1, 1],
  ['a text', 'a: b\nc: 12345678901', 'a text of 11 characters is too long', 'a text has 10 characters at most', 2, 4],
  ['a key', 'a: b\nabcdef: 1', 'a key of 6 characters is too long', 'a key has 5 characters at most', 2, 1],
  [
    'depth',
    'a:\n  b:\n    c:\n      d: 1',
    'the file is nested more than 3 levels deep',
    'sections and lists may be nested at most 3',
    4,
    10,
  ],
  ['depth in brackets', '[[[[[[', 'the file is nested more than 3 levels deep', 'sections and lists may be nested at most 3', 1, 5],
  ['aliases', 'a: &x 1\nb: [*x, *x, *x]', 'the file has more than 3 anchors, aliases and tags', 'it may have 3 at most', 2, 13],
  ['values', '[1, 2, 3, 4, 5, 6, 7, 8]', 'the file has more than 8 values', 'it may have 8 at most', 1, 23],
  ['what aliases expand to', 'a: &x [1, 2, 3]\nb: [*x, *x]', 'the file has more than 8 values', 'counted again wherever', 1, 11],
  ['an alias of nothing', 'a: *x', '*x repeats nothing', 'no value before it is marked &x', 1, 4],
  ['an alias inside what it repeats', 'a: &x [*x]', '*x is inside what it repeats', 'it would never end', 1, 8],
  ['a key twice', '{ a: 1, b: 2, a: 3 }', 'this key appears twice', 'only one of the two', 1, 15],
])('YAML beyond its bounds is told where: %s', (_, text, what, because, line, column) => {
  const { outline, problems } = readYaml(text, 'w.yaml', SMALL);
  expect(outline).toBeNull();
  expect(problems).toMatchObject([{ file: 'w.yaml', line, column, what }]);
  expect(problems[0]?.because).toContain(because);
});

test.each([
  ['bytes', `[${' '.repeat(300)}]`, 'is too large: 302 bytes', 1, 1],
  ['a text', '{ "a":\n "12345678901" }', 'a text of 11 characters is too long', 2, 2],
  ['a key', '{ "abcdef"  : 1 }', 'a key of 6 characters is too long', 1, 3],
  ['depth', '[\n[[[1]]]]', 'the file is nested more than 3 levels deep', 2, 3],
  ['values', '[1,2,3,4,5,6,7,8]', 'the file has more than 8 values', 1, 15],
  ['half of it', '{ "a": [1,', 'this is not valid JSON', 1, 11],
])('JSON beyond its bounds is told where: %s', (_, text, what, line, column) => {
  expect(readJson(text, 'd.json', SMALL)).toMatchObject({ problem: { file: 'd.json', line, column, what } });
});

test('what keeps to the bounds is read, and texts in it that look like signs are texts', () => {
  expect(readYaml('a: &x [1, 2]\nb: *x\n"[[[[": "{{{{"\n', null, SMALL).outline?.data).toEqual({
    a: ['1', '2'],
    b: ['1', '2'],
    '[[[[': '{{{{',
  });
  expect(readJson('{ "[[[[": "\\"{{{" }', null, SMALL)).toEqual({ data: { '[[[[': '"{{{' } });
});

test('an alias stands for what is marked before it, also where the mark is given again', () => {
  const { outline } = readYaml('a: &x 1\nb: &y { p: *x, q: &x 2 }\nc: &x 3\nd: *y\ne: *x\n', null, BOUNDS.workload);
  expect(outline?.data).toEqual({ a: '1', b: { p: '1', q: '2' }, c: '3', d: { p: '1', q: '2' }, e: '3' });
  expect(outline?.place(['d', 'q'])).toEqual({ line: 2, column: 22 });
  expect(outline?.place(['d', 'q'], 'key')).toEqual({ line: 2, column: 16 });
  expect(outline?.place(['d', 'nothing', 'inside'])).toEqual({ line: 2, column: 7 });
});

test.each(Object.entries(YAML_SHAPES))('a workload file full of %s is read, or its mistakes have places', (_, shape) => {
  try {
    parseWorkload(shape(20_000), { file: 'w.yaml', regions: ['us-east-1'] });
  } catch (error) {
    if (!(error instanceof WorkloadError)) throw error;
    for (const { line, column, what, because } of error.problems) {
      expect([line, column].every((one) => one !== null && one >= 1)).toBe(true);
      expect(because).not.toContain('Maximum call stack');
      expect(what.length).toBeLessThan(1000);
    }
  }
});

test.each(Object.entries(JSON_SHAPES))('a document full of %s is read, or its mistake is told', (_, shape) => {
  const read = readJson(shape(100_000), 'd.json', BOUNDS.document);
  expect('data' in read || read.problem.what !== '').toBe(true);
});

test('digits beyond all need are no quantity, and zeros at the end cost a decimal nothing', () => {
  expect(readRate(`1.${'0'.repeat(200)}/s`)).toEqual({ because: 'it has 204 characters, and a quantity has at most 100' });
  expect(decimal(`1.5${'0'.repeat(200_000)}`).toFixed()).toBe('1.5');
  expect(decimal(`0.${'0'.repeat(200_000)}`).isZero()).toBe(true);
  expect(() => decimal(`${'1'.repeat(200_000)}x`)).toThrow(RangeError);
});

test.each(['100M per month', 'per s', '38rps', '38 K rps', '5/min', '5 K / min', '5kper month', '5 per', '7 M  per   day'])(
  'a rate is read as it was: %s',
  (rest) => {
    const text = /^\d/.test(rest) ? rest : `5 ${rest}`;
    const known: Readonly<Record<string, unknown>> = {
      '100M per month': ['100000000', 'month'],
      'per s': ['5', 'second'],
      '38rps': ['38', 'second'],
      '38 K rps': ['38000', 'second'],
      '5/min': ['5', 'minute'],
      '5 K / min': ['5000', 'minute'],
      '7 M  per   day': ['7000000', 'day'],
    };
    const read = readRate(text);
    expect('value' in read ? [read.value.amount.toFixed(), read.value.per] : undefined).toEqual(known[rest]);
  },
);
