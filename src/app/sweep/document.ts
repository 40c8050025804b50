import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';
import type { CostedAnswer } from '../costed-months.ts';
import type { SweepDocument } from '../../documents/sweep/schema.ts';
import { plain } from '../../money/decimal.ts';
import { contractData } from '../contract/document.ts';
import { summaryOf } from '../cost/summary.ts';
import type { Swept } from './over.ts';
import type { SweepResult, SweptPart } from './sweep.ts';
import { unitOf } from './units.ts';

type Result = SweepDocument['results'][number];

export function sweepDocument({ results, asOf, agreement, problems }: CostedAnswer<SweepResult>): SweepDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    ...contractData(agreement),
    results: results.map((one) => resultData(one, asOf)),
    errors: problems.map((one) => ({ ...one })),
  };
}

export function sweepJson(answer: CostedAnswer<SweepResult>): string {
  return jsonText(sweepDocument(answer));
}

function resultData({ costed, over, parts }: SweepResult, asOf: string | null): Result {
  const { workload, region, edition } = costed.estimate;
  return {
    summary: summaryOf(costed, [], asOf),
    workload,
    region,
    edition,
    over: over.map(({ axis, scale, values }) => ({
      field: axis.field,
      unit: unitOf(axis),
      scale,
      stated: axis.now === null ? null : plain(axis.number(axis.now)),
      values: values.map((one) => plain(axis.number(one))),
    })),
    parts: parts.map((one) => partData(one, over)),
  };
}

function partData({ carries, candidates, subject, points, turns }: SweptPart, over: readonly Swept[]): Result['parts'][number] {
  const idOf = (place: number | null) => (place === null ? null : (candidates[place]?.id ?? null));
  const numbers = (at: readonly bigint[]) => over.map(({ axis }, index) => plain(axis.number(at[index] ?? 0n)));
  return {
    carries,
    candidates: candidates.map(({ id, title }, index) => ({ id, title, subject: index === subject })),
    points: points.map(({ at, costs, cheapest }) => ({
      at: numbers(at),
      cheapest: idOf(cheapest),
      costs: candidates.flatMap(({ id }, index) => {
        const one = costs[index] ?? null;
        return one === null ? [] : [{ candidate: id, monthly: plain(one.cost), bound: one.bound, serves: one.serves }];
      }),
    })),
    turns: turns.map(({ at, from, to, because }) => {
      const then = to === null ? null : (at.costs[to] ?? null);
      return {
        at: numbers(at.at)[0] ?? '0',
        from: idOf(from),
        to: idOf(to),
        because,
        monthly: then && plain(then.cost),
      };
    }),
  };
}
