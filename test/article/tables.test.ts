// The article and the project, two keys to one lock: every table and claim has a place, and no verdict contradicts the article edition.
import { describe, expect, test } from 'vitest';
import { articleSupport } from '../../src/facts/features/article.ts';
import { articleQuota } from '../../src/facts/quotas/article.ts';
import { QUOTAS } from '../../src/facts/quotas/index.ts';
import type { FrontDoor } from '../../src/workload/front-doors.ts';
import { FEATURE_IDS, type FeatureId } from '../../src/workload/features.ts';
import { doorsOf, uses } from './describe.ts';
import { figures, figuresBySection } from './figures.ts';
import { CONTENTS, PAGES, statementsOf, type Statement } from './statements.ts';

const tables = PAGES.flatMap((page) => page.tables);
const all = PAGES.flatMap(statementsOf);
const CLAIMS = 279;

test('every table of the article has its place, once, and no place holds another', () => {
  expect(tables.map(({ table }) => table).toSorted()).toEqual(CONTENTS.map(({ id }) => id).toSorted());
});

describe.each(CONTENTS)('$id', ({ id, columns, rows }) => {
  const table = tables.find((one) => one.table === id);

  test('has every row, and every cell of it in one statement', () => {
    if (!table || 'figures' in table) return;
    expect(table.rows).toHaveLength(rows);
    for (const { row, statements } of table.rows) {
      const cells = statements.flatMap(({ says }) => (typeof says === 'string' ? [] : Object.keys(says)));
      expect({ row, cells: cells.toSorted() }).toEqual({ row, cells: columns.toSorted() });
    }
  });
});

test('the money tables and every other figure stand on a page, once', () => {
  const shown = [...tables.flatMap((one) => ('figures' in one ? [one.figures] : [])), ...PAGES.flatMap((page) => page.figures)];
  expect(shown.toSorted()).toEqual(figuresBySection.map(({ section }) => section).toSorted());
});

test('every claim of the article, numbered in its order, has its place', () => {
  const numbered = Array.from({ length: CLAIMS }, (_, index) => `C${String(index + 1).padStart(3, '0')}`);
  const placed = [...all, ...figures].flatMap(({ claims }) => claims);
  expect(placed.toSorted()).toEqual(numbered);
});

test('every statement says where the tool uses it, or why nowhere', () => {
  expect(all.filter((one) => uses(one) === '').map(({ says }) => says)).toEqual([]);
});

/** What the article edition holds of the features that settle a statement. */
function held(statement: Statement): readonly string[] {
  return statement.aws.flatMap((one) =>
    'feature' in one ? doorsOf(one, statement).map((door) => articleSupport(door, one.feature).said) : [],
  );
}

test('where a statement agrees, the article edition holds nothing else', () => {
  const wrong = all.filter((one) => one.verdict === 'agrees' && held(one).includes('differs'));
  expect(wrong.map(({ says }) => says)).toEqual([]);
});

test('every cell in which the article edition differs is told of, and not as agreeing', () => {
  const told = new Set(
    all
      .filter((one) => one.verdict !== 'agrees')
      .flatMap((one) =>
        one.aws.flatMap((evidence) => ('feature' in evidence ? doorsOf(evidence, one).map((door) => `${door} ${evidence.feature}`) : [])),
      ),
  );
  const doors: readonly FrontDoor[] = ['rest', 'http', 'websocket', 'alb', 'function-url'];
  const differing = doors.flatMap((door) =>
    FEATURE_IDS.filter((id: FeatureId) => articleSupport(door, id).said === 'differs').map((id) => `${door} ${id}`),
  );
  expect(differing.length).toBeGreaterThan(30);
  expect(differing.filter((cell) => !told.has(cell))).toEqual([]);
});

test('every quota of which the article edition holds something else is told of, and not as agreeing', () => {
  const told = new Set(
    all
      .filter((one) => one.verdict !== 'agrees')
      .flatMap((one) => one.aws.flatMap((evidence) => ('quota' in evidence ? [evidence.quota] : []))),
  );
  const differing = QUOTAS.map(({ id }) => id).filter((id) => articleQuota(id).said === 'differs');
  expect(differing.length).toBeGreaterThan(10);
  expect(differing.filter((id) => !told.has(id))).toEqual([]);
});

test('the words of the article stay in the article: what it says is told briefly', () => {
  const sayings = all.flatMap(({ says }) => (typeof says === 'string' ? [says] : Object.values(says)));
  expect(sayings.filter((text) => text.length > 120)).toEqual([]);
});
