// What counts as a break, and what may change at any time.
import { describe, expect, test } from 'vitest';
import { breaks } from './breaks.ts';
import { promisedBy } from './promised.ts';
import { readRecord, written, type Side } from './record.ts';

const text = { type: 'string' };
const decimal = { type: 'string', pattern: '^-?\\d+$' };
const object = (properties: object, required = Object.keys(properties)) => ({ type: 'object', properties, required });
const between = (side: Side, before: object, now: object, version = 2) => {
  const kept = readRecord(written({ side, version: 2, promised: promisedBy(before) }));
  return breaks(kept, { side, version, promised: promisedBy(now) });
};

const told = (kind: string, more = {}) => object({ kind: { const: kind }, ...more });

describe('a document', () => {
  test.each<[string, object, object, readonly string[]]>([
    ['a field goes', object({ cost: text, id: text }), object({ id: text }), ['cost is gone']],
    [
      'a field of a list goes',
      object({ all: { type: 'array', items: object({ id: text, a: text }) } }),
      object({ all: { type: 'array', items: object({ id: text }) } }),
      ['all[].a is gone'],
    ],
    ['a field may be absent', object({ cost: text }), object({ cost: text }, []), ['cost is no longer in every document']],
    [
      'a text may be null',
      object({ cost: text }),
      object({ cost: { anyOf: [text, { type: 'null' }] } }),
      ['cost may be null, which it never was'],
    ],
    ['a text is a number', object({ cost: text }), object({ cost: { type: 'number' } }), ['cost may be number, which it never was']],
    ['a decimal is any text', object({ cost: decimal }), object({ cost: text }), ['cost may be string, which it never was']],
    [
      'a value goes',
      object({ outcome: { enum: ['pick', 'ask'] } }),
      object({ outcome: { enum: ['pick'] } }),
      ['outcome is never "ask" any more'],
    ],
    ['a kind goes', { anyOf: [told('a'), told('b')] }, { anyOf: [told('a'), told('c')] }, ['(kind=b).kind is gone']],
    [
      'a field of one kind goes',
      { anyOf: [told('a', { x: text }), told('b', { x: text })] },
      { anyOf: [told('a'), told('b', { x: text })] },
      ['(kind=a).x is gone'],
    ],
  ])('%s', (_, before, now, expected) => {
    expect(between('document', before, now)).toEqual(expected);
    expect(between('document', before, now, 3)).toEqual([]);
  });

  test.each<[string, object, object]>([
    ['a field comes', object({ id: text }), object({ id: text, cost: text })],
    ['a value comes', object({ outcome: { enum: ['pick'] } }), object({ outcome: { enum: ['pick', 'ask'] } })],
    ['null goes', object({ cost: { anyOf: [text, { type: 'null' }] } }), object({ cost: text })],
    ['a field is always there', object({ cost: text }, []), object({ cost: text })],
    ['any text is a decimal', object({ cost: text }), object({ cost: decimal })],
  ])('%s, which breaks nothing', (_, before, now) => {
    expect(between('document', before, now)).toEqual([]);
  });
});

describe('an input', () => {
  const quantity = (kind: string) => ({
    ...object({ size: { $ref: `#/definitions/${kind}` } }),
    definitions: { [kind]: { type: 'string', pattern: '^\\d+$' } },
  });
  const number = { type: 'number', minimum: 0 };
  test.each<[string, object, object, readonly string[]]>([
    ['a field goes', object({ name: text, team: text }, []), object({ name: text }, []), ['team is gone']],
    ['a field must be given', object({ name: text }, []), object({ name: text }), ['name must be given, which it need not']],
    ['a new field must be given', object({ name: text }), object({ name: text, team: text }), ['team must be given, and did not exist']],
    ['a value is refused', object({ cpu: { enum: ['arm64', 'x86'] } }), object({ cpu: { enum: ['arm64'] } }), ['cpu takes "x86" no more']],
    ['a kind of value is refused', object({ size: { anyOf: [text, number] } }), object({ size: text }), ['size takes number no more']],
    ['a quantity is of another kind', quantity('size'), quantity('count'), ['size takes <size> no more']],
    ['a limit comes', object({ size: { type: 'number' } }), object({ size: number }), ['size is held to minimum=0, which it was not']],
    [
      'a limit is stricter',
      object({ size: number }),
      object({ size: { ...number, minimum: 1 } }),
      ['size is held to minimum=1, which it was not'],
    ],
  ])('%s', (_, before, now, expected) => {
    expect(between('input', before, now)).toEqual(expected);
    expect(between('input', before, now, 3)).toEqual([]);
  });

  test.each<[string, object, object]>([
    ['a field comes', object({ name: text }), object({ name: text, team: text }, ['name'])],
    [
      'a new section has what must be given in it',
      object({ name: text }),
      object({ name: text, waf: object({ rules: number }) }, ['name']),
    ],
    ['a value comes', object({ cpu: { enum: ['arm64'] } }), object({ cpu: { enum: ['arm64', 'x86'] } })],
    ['any text is taken', object({ cpu: { enum: ['arm64'] } }), object({ cpu: text })],
    ['a limit is looser', object({ size: { ...number, minimum: 1 } }), object({ size: number })],
  ])('%s, which breaks nothing', (_, before, now) => {
    expect(between('input', before, now)).toEqual([]);
  });
});
