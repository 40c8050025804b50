import type { CostedAnswer } from '../costed-months.ts';
import type { BreakevenDocument } from '../../documents/breakeven/schema.ts';
import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';
import { plain } from '../../money/decimal.ts';
import type { Axis } from '../../whatif/axis.ts';
import { contractData } from '../contract/document.ts';
import { summaryOf } from '../cost/summary.ts';
import type { Breakevens } from './breakeven.ts';

export function breakevenDocument({ results, asOf, agreement, problems }: CostedAnswer<Breakevens>): BreakevenDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    ...contractData(agreement),
    results: results.map((one) => resultData(one, asOf)),
    errors: problems.map((one) => ({ ...one })),
  };
}

export function breakevenJson(answer: CostedAnswer<Breakevens>): string {
  return jsonText(breakevenDocument(answer));
}

function resultData({ costed, axis, pairs, notCompared }: Breakevens, asOf: string | null): BreakevenDocument['results'][number] {
  const { workload, region, edition } = costed.estimate;
  return {
    summary: summaryOf(costed, [], asOf),
    workload,
    region,
    edition,
    over: axisData(axis),
    pairs: pairs.map(({ one, other, crossings }) => {
      const [first, second] = [one.candidate.id, other.candidate.id];
      return {
        one: first,
        other: second,
        points: crossings.map(({ at, firstIsCheaper, how }) => ({
          at: plain(axis.number(at)),
          said: axis.said(at),
          cheaper: firstIsCheaper ? first : second,
          than: firstIsCheaper ? second : first,
          how,
        })),
      };
    }),
    notCompared: notCompared.map(({ candidate }) => candidate.id),
  };
}

export function axisData({ field, unit, lowest, highest, now, number }: Axis): BreakevenDocument['results'][number]['over'] {
  return { field, unit, lowest: plain(number(lowest)), highest: plain(number(highest)), now: now === null ? null : plain(number(now)) };
}
