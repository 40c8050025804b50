// What cannot be had together is data: each row is met by a workload, depends on a page of AWS, and no condition of a cell
// speaks of another feature that is neither such a row nor listed as no exclusion.
import { describe, expect, test } from 'vitest';
import { markdownTable } from 'markdown-table';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { fit, supportOf } from '../../src/candidates/fit.ts';
import { exampleWorkload } from '../../src/decide/example.ts';
import { FEATURE_TABLES } from '../../src/facts/features/index.ts';
import { becomes, excludes, GIVEN, WHERE, type Exclusion } from '../../src/facts/exclusions/exclusion.ts';
import { EXCLUSIONS } from '../../src/facts/exclusions/index.ts';
import { DISTRIBUTIONS, ON_A_DISTRIBUTION } from '../../src/facts/suppliers.ts';
import { caveatOf, conditionsOf, type Support } from '../../src/facts/support.ts';
import { FEATURE_IDS, FEATURES, type FeatureId } from '../../src/workload/features.ts';
import { FRONT_DOOR_IDS, type FrontDoor } from '../../src/workload/front-doors.ts';
import { WITH } from '../../src/workload/requires.ts';
import { NO_EXCLUSION, WORDS } from './mentions.ts';

type Fields = Parameters<typeof exampleWorkload>[0];
const needs = (...features: readonly FeatureId[]): Fields => ({ needs: Object.fromEntries(features.map((one) => [one, 'yes'])) });
const FUNCTION: Fields = { backend: { lambda: { memory: '128 MB', duration: '20 ms' } } };

/** A workload of which each fact holds. */
const FACTS: Readonly<Record<keyof typeof GIVEN, Fields>> = {
  streams: { traffic: { requests: '1M/month', streaming: 'yes' } },
  buffers: {},
  both: { traffic: { requests: '1M/month' }, realtime: { connections: '100' } },
  connections: { realtime: { connections: '100' } },
  function: FUNCTION,
  enhancedTls: {},
};

describe.each(EXCLUSIONS.map((one) => [one.id, one] as const))('%s', (_, one) => {
  const { on, lost, beside, given } = one;
  const fields: Fields = { ...(given ? FACTS[given] : {}), ...(on.includes('function-url') ? FUNCTION : {}) };
  const partners = beside.length > 0 ? beside : [null];

  test.each(on.flatMap((door) => partners.flatMap((partner) => lost.map((feature) => ({ door, partner, feature })))))(
    '$feature beside $partner on $door is lost, and without it had',
    ({ door, partner, feature }) => {
      const workload = exampleWorkload({ ...fields, ...needs(feature, ...(partner === null ? [] : [partner])) }, door);
      const held = CANDIDATES.filter(({ frontDoor, composition }) => frontDoor === door && excludes(one, composition, workload));
      expect(held.length).toBeGreaterThan(0);
      for (const candidate of held) {
        const found = fit(candidate, workload, 'aws').find((of) => of.feature === feature);
        // Of several exclusions the first says why.
        expect(found?.exclusion).toBeDefined();
        if (found?.exclusion !== one) continue;
        const instead = becomes(one);
        expect(found.support.type === instead.type || found.support.type === 'no' || found.support.type === 'native').toBe(true);
        if (instead.type === 'no' || instead.type === 'unknown') expect(found.support).toEqual(instead);
      }
      if (partner === null || one.where !== undefined) return;
      const alone = exampleWorkload({ ...fields, ...needs(feature) }, door);
      expect(excludes(one, held[0]?.composition as never, alone)).toBe(false);
    },
  );
});

test('ids are words of their own, pages are of AWS, and clauses are short', () => {
  expect(new Set(EXCLUSIONS.map(({ id }) => id)).size).toBe(EXCLUSIONS.length);
  expect(EXCLUSIONS.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id))).toEqual([]);
  expect(EXCLUSIONS.filter(({ page }) => !/^https:\/\/docs\.aws\.amazon\.com\/[^\s#]+$/.test(page))).toEqual([]);
  expect(
    EXCLUSIONS.filter(({ says }) => says.length > 160 || /\.$|^[A-Z]|\s{2}/.test(says.replace(/^(?:Regional|AWS)/, ''))).map(
      ({ id }) => id,
    ),
  ).toEqual([]);
  expect(EXCLUSIONS.filter(({ lost, beside }) => lost.some((one) => beside.includes(one))).map(({ id }) => id)).toEqual([]);
});

test('what only a distribution has, an internal load balancer does not', () => {
  const byOne = (['alb', 'alb-websocket', 'nlb-websocket'] as const).flatMap((door) =>
    FEATURE_IDS.filter((feature) => {
      const support: Support = FEATURE_TABLES[door][feature];
      return support.type === 'via' && (DISTRIBUTIONS.has(support.by) || ON_A_DISTRIBUTION.has(support.by));
    }).map((feature) => ({ door, feature })),
  );
  const kept = byOne.filter(({ door, feature }) => {
    const candidate = CANDIDATES.find((one) => one.frontDoor === door);
    const workload = exampleWorkload(needs(feature, 'endpoint-private'), door);
    return candidate !== undefined && supportOf(candidate, feature, workload, 'aws').type !== 'no';
  });
  expect(kept).toEqual([]);
});

interface Cell {
  readonly door: FrontDoor;
  readonly feature: FeatureId;
  readonly text: string;
}

const textOf = (support: Support): string =>
  support.type === 'native' ? (conditionsOf(support) ?? '') : support.type === 'via' ? caveatOf(support) : '';

/** All conditions: of the cells, and of what a composition adds. */
const CELLS: readonly Cell[] = [
  ...FRONT_DOOR_IDS.flatMap((door) => FEATURE_IDS.map((feature) => ({ door, feature, text: textOf(FEATURE_TABLES[door][feature]) }))),
  ...CANDIDATES.flatMap(({ frontDoor: door, supplies, conditions }) =>
    [supplies, conditions].flatMap((notes) =>
      Object.entries(notes).map(([feature, text]) => ({ door, feature: feature as FeatureId, text })),
    ),
  ),
].filter(
  ({ text }, index, all) =>
    text !== '' &&
    all.findIndex((one) => one.text === text && one.feature === all[index]?.feature && one.door === all[index]?.door) === index,
);

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
const SPEAKS = FEATURE_IDS.map((id) => {
  const { name } = FEATURES[id];
  return {
    id,
    words: new RegExp([`\\b${id}\\b`, `\\b${escaped(name)}\\b`, ...(WORDS[id] ? [WORDS[id].source] : [])].join('|'), WORDS[id]?.flags),
  };
});

function mentionsIn({ feature, text }: Cell): readonly FeatureId[] {
  // What a feature is nothing without is needed with it.
  return SPEAKS.filter(({ id, words }) => id !== feature && id !== WITH[feature] && words.test(text)).map(({ id }) => id);
}

/** What a fact of a workload or a composition stands for, where a condition speaks of it by the feature. */
const STANDS_FOR: Readonly<Partial<Record<string, readonly FeatureId[]>>> = {
  streams: ['response-streaming'],
  function: ['int-lambda-proxy'],
  both: ['server-push', 'domain-shared-by-types'],
  private: ['endpoint-private', 'custom-domain-private'],
};

/** What is for one endpoint type is excluded by another. */
const OTHERWISE: Readonly<Partial<Record<FeatureId, readonly FeatureId[]>>> = {
  'endpoint-regional': ['endpoint-edge-optimized', 'endpoint-private'],
};

function rowOf(cell: Cell, other: FeatureId): Exclusion | undefined {
  return [other, ...(OTHERWISE[other] ?? [])].flatMap((one) => pairOf(cell, one) ?? [])[0];
}

function pairOf({ door, feature }: Cell, other: FeatureId): Exclusion | undefined {
  return EXCLUSIONS.find(({ on, lost, beside, given, where }) => {
    const partners = [...beside, ...(STANDS_FOR[given ?? ''] ?? []), ...(STANDS_FOR[where ?? ''] ?? [])];
    const pair = (a: FeatureId, b: FeatureId) => lost.includes(a) && partners.includes(b);
    return on.includes(door) && (pair(feature, other) || pair(other, feature));
  });
}

const phrases = Object.keys(NO_EXCLUSION).toSorted((a, b) => b.length - a.length);
const without = (text: string) => phrases.reduce((rest, phrase) => rest.replaceAll(phrase, ''), text);

test('no condition speaks of another feature but as an exclusion, or as none with a reason', () => {
  const found = CELLS.flatMap((cell) =>
    mentionsIn({ ...cell, text: without(cell.text) })
      .filter((other) => rowOf(cell, other) === undefined)
      .map((other) => `${other} in ${cell.feature} of ${cell.door}: ${without(cell.text)}`),
  );
  expect(found).toEqual([]);
});

test('what is listed as no exclusion stands in a condition, speaks of a feature, and has a sentence', () => {
  const stands = (phrase: string) => CELLS.filter(({ text }) => text.includes(phrase));
  expect(phrases.filter((phrase) => !stands(phrase).some((cell) => mentionsIn({ ...cell, text: phrase }).length > 0))).toEqual([]);
  expect(Object.entries(NO_EXCLUSION).filter(([, why]) => why.length < 15 || why.endsWith('.'))).toEqual([]);
});

test('exclusions.md: the rows, and what conditions say of other features', async () => {
  const names = (ids: readonly FeatureId[]) => ids.join(', ');
  const rows = EXCLUSIONS.map((one) => [
    one.id,
    `${one.on.join(', ')}${one.where ? ` (${WHERE[one.where].says})` : ''}`,
    names(one.lost),
    [names(one.beside), one.given ? `where ${GIVEN[one.given].says}` : ''].filter((text) => text !== '').join('; '),
    typeof one.becomes === 'string' ? one.becomes : one.becomes.type === 'via' ? `via ${one.becomes.by}` : one.becomes.type,
    one.says,
    one.page.split('/').at(-1) ?? '',
  ]);
  const spoken = CELLS.flatMap((cell) =>
    mentionsIn({ ...cell, text: without(cell.text) }).map((other) => [
      `${cell.door}: ${cell.feature}`,
      other,
      rowOf(cell, other)?.id ?? '',
      cell.text,
    ]),
  );
  const silent = phrases.toSorted().map((phrase) => {
    const cells = CELLS.filter(({ text }) => text.includes(phrase));
    const about = [...new Set(cells.flatMap((cell) => mentionsIn({ ...cell, text: phrase })))];
    return [phrase, about.join(', '), [...new Set(cells.map(({ feature }) => feature))].join(', '), NO_EXCLUSION[phrase] ?? ''];
  });
  const table = (head: readonly string[], body: readonly (readonly string[])[]) =>
    markdownTable([head as string[], ...body.map((row) => [...row])], { alignDelimiters: false });
  const text = [
    '# What cannot be had together',
    table(['Row', 'On', 'Lost', 'Beside', 'Becomes', 'Because', 'Page of AWS'], rows),
    '## Conditions that speak of another feature, and the row that says so',
    table(['Cell', 'Speaks of', 'Row', 'Condition'], spoken),
    '## Conditions that speak of another feature and exclude nothing',
    table(['Phrase', 'Speaks of', 'In', 'Not an exclusion, because'], silent),
  ].join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot('exclusions.md');
});
