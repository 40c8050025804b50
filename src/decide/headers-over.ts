import type { QuotaId } from '../facts/quotas/index.ts';
import { sizeInWords } from '../workload/in-words.ts';
import { toBytes } from '../workload/units.ts';
import { limitInWords, sizeLimit } from './limit.ts';
import type { Observation } from './rule.ts';
import type { Subject } from './subject.ts';

/** What a rule says of the largest headers that a workload states, where they are over a quota of `what`. */
export function headersOver(quota: QuotaId, what: string): (subject: Pick<Subject, 'workload' | 'units'>) => readonly Observation[] {
  const most = sizeLimit(quota);
  return ({ workload, units }) => {
    const stated = workload.traffic?.largestHeaders;
    if (!stated || toBytes(stated, units).lte(most(units))) return [];
    return [
      { because: `headers can have ${sizeInWords(stated)}, and ${what} takes ${limitInWords(quota)}`, path: ['traffic', 'largestHeaders'] },
    ];
  };
}

/** What helps behind every front door: another one that took more headers would be met by the next claim or cookie. */
export const FEWER_HEADERS =
  'Keep groups and rights out of the token and look them up instead, send a reference to the token, or drop cookies that the API does not need.';
