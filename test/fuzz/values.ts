/** What stands where something else is expected: the ends of every scale, other types, other scripts, other people's names. */
import * as fc from 'fast-check';

const AMOUNTS = [
  '0',
  '-0',
  '-1',
  '1',
  '.5',
  '1.',
  '0.0000000001',
  '1e400',
  '1e-400',
  '1e18',
  '10^18',
  '999999999999999999999999',
  '1_000',
  '1,000',
  '٣',
  '½',
  'NaN',
  '.inf',
];
const UNITS = [
  '',
  '%',
  '/month',
  '/s',
  '/year',
  '/fortnight',
  ' rps',
  ' ms',
  ' s',
  ' min',
  ' hours',
  ' days',
  ' B',
  ' KB',
  ' MB',
  ' GB',
  ' TB',
  'K',
  'M/month',
  'T/s',
  ' KB/s',
  '/month/month',
];

/** Names that every object of JavaScript has, or that mean something to it. */
const PROTOTYPE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'then',
  'length',
  'toJSON',
];

const TEXTS = [
  ...PROTOTYPE_NAMES,
  '',
  ' ',
  '~',
  'null',
  'yes',
  'no',
  'on',
  'false',
  'traffic',
  'rest+cache',
  'us-east-1',
  'cn-north-1',
  '2026-02-30',
  '=1+1',
  '@SUM(A1)',
  '<script>alert(1)</script>',
  '${jndi:x}',
  '`x`',
  '| a | b |',
  '../../../etc/passwd',
  'a\nb',
  'a\r\nb',
  'a\u0000b',
  'a\u001b[2Jb',
  'a\u202eb',
  '\ufeff',
  '\ud800',
  '🙂',
  'é',
  'e\u0301',
  '\u2028',
  '%s%n',
];

const written = fc.tuple(fc.constantFrom(...AMOUNTS), fc.constantFrom(...UNITS)).map((both) => both.join(''));

/** A figure, in the place of another. */
export const amounts = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...AMOUNTS) },
  { weight: 1, arbitrary: fc.constantFrom('0', '1', '0.001', '100', '99.99', '1e6', '1e12', '730', '744', '10240') },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value.toFixed(3)) },
  { weight: 1, arbitrary: fc.nat().map(String) },
);

/** Any value of a document. */
export const values: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: written },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(...TEXTS, null, true, false, 0, -1, 1e308, 5e-324, [], {}, [[]], [{}], ['a'], { a: 'b' }),
  },
  { weight: 1, arbitrary: fc.tuple(fc.nat({ max: 999_999 }), fc.constantFrom(...UNITS)).map((both) => both.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 2 }).map((text) => JSON.parse(text) as unknown) },
);

/** A key that may not be there. */
export const keys = fc.oneof(
  fc.constantFrom(...PROTOTYPE_NAMES, '', ' ', 'requests', 'name', 'sizes', '0', 'é', '🙂', '<<'),
  fc.string({ maxLength: 4 }),
);

/** What means something to a parser, to be put anywhere. */
export const SPLINTERS: readonly string[] =
  String.raw`{ } [ ] : , - ? ! !!binary !x &a *a <<: | > >- " ' # % @ --- ... ~ null __proto__: constructor: toString: traffic: workloads: budgets:
  1e400 -0 \u0000 \ud800 NaN 0 9 - .`
    .split(/\s+/)
    .flatMap((word) => [word, `${word} `, `\n${word}`])
    .concat('\t', '\n', '\r', ' ', '  ', '\u0000', '\ufeff', '\u0085', '\u2028', '\u001b[2J', '%YAML 1.2\n', '\u00a0', '🙂', '\u202e');
