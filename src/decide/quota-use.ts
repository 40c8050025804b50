import type { Candidate } from '../candidates/candidate.ts';
import { articleQuota } from '../facts/quotas/article.ts';
import { quotaOf, type Quota, type QuotaId } from '../facts/quotas/index.ts';
import { quotaIn } from '../facts/quotas/quota-in.ts';
import type { Month } from '../journey/month.ts';
import { compact, decimal, quotient, ZERO, type Decimal } from '../money/decimal.ts';
import { USES } from './uses.ts';

/** How much of a quota a workload uses behind one candidate. */
export interface QuotaUse {
  readonly quota: QuotaId;
  readonly name: string;
  readonly unit: string;
  readonly used: Decimal;
  /** Null where AWS does not say what applies in the Region. */
  readonly limit: Decimal | null;
  /** used ÷ limit. */
  readonly share: Decimal | null;
  readonly unknown: string | null;
  readonly adjustable: Quota['adjustable'];
  /** Code in AWS Service Quotas, where it is known. */
  readonly code: string | null;
  /** Fields of the workload it follows from. */
  readonly from: string;
  /** What becomes of requests past it, where they do not fail. */
  readonly past: string | null;
}

/** Quotas that a workload's own numbers say something about, most used first. */
export function quotasUsed(candidate: Candidate, month: Month): readonly QuotaUse[] {
  const ofMonth = KNOWN.get(month) ?? new Map<Candidate, readonly QuotaUse[]>();
  KNOWN.set(month, ofMonth);
  const uses = ofMonth.get(candidate) ?? workedOut(candidate, month);
  ofMonth.set(candidate, uses);
  return uses;
}

/** Rules and tables ask for the same. */
const KNOWN = new WeakMap<Month, Map<Candidate, readonly QuotaUse[]>>();

function workedOut(candidate: Candidate, month: Month): readonly QuotaUse[] {
  const { workload, edition } = month;
  const journey = month.journey(candidate);
  const uses = USES.filter(({ at }) => at(candidate.frontDoor)).flatMap((use): QuotaUse[] => {
    const used = use.used(journey);
    if (used === null || used.isZero()) return [];
    const { name, unit, adjustable, code }: Quota = edition === 'article' ? articleQuota(use.quota).quota : quotaOf(use.quota);
    const here = quotaIn(use.quota, workload.region, edition);
    const limit = use.stated?.(workload) ?? (here.type === 'limit' ? decimal(here.value) : null);
    return [
      {
        quota: use.quota,
        name,
        unit,
        used: compact(used),
        limit,
        share: limit && !limit.isZero() ? compact(quotient(used, limit)) : null,
        unknown: limit || here.type === 'limit' ? null : here.because,
        adjustable: use.chosen?.(workload) === true ? 'setting' : adjustable,
        code: code ?? null,
        from: use.from,
        past: typeof use.past === 'function' ? use.past(journey) : (use.past ?? null),
      },
    ];
  });
  return uses.toSorted((a, b) => (b.share ?? ZERO).cmp(a.share ?? ZERO));
}

const NEAR = decimal('0.8');

/** At 80% a quota is near, past 100% it is over. */
export function pressure({ share }: QuotaUse): 'over' | 'near' | 'ok' | 'unknown' {
  if (share === null) return 'unknown';
  return share.gt('1') ? 'over' : share.gte(NEAR) ? 'near' : 'ok';
}

/** So many times a quota that AWS raises, nobody should count on. */
const FAR_OVER = '10';

/** Whether AWS raises it on request. */
export function raisable({ adjustable }: Pick<QuotaUse, 'adjustable'>): boolean {
  return adjustable === 'yes' || adjustable === 'by support';
}

/**
 * A quota past which requests fail, and that is passed where no one raises it, or more than ten times where AWS does: the
 * candidate cannot carry the workload.
 */
export function refuses(use: QuotaUse): boolean {
  if (use.past !== null || use.share === null) return false;
  return use.share.gt(raisable(use) ? FAR_OVER : '1');
}

/** So far over a limit that AWS raises that nobody should count on it. */
export function farOver(used: Decimal, limit: Decimal): boolean {
  return used.gt(limit.times(FAR_OVER));
}

/** Passed, and not so far that it could not be raised. */
export function toRaise(use: QuotaUse): boolean {
  return use.past === null && pressure(use) === 'over' && raisable(use) && !refuses(use);
}

/** Why a quota that refuses does. */
export function refusal(use: QuotaUse): string {
  return raisable(use) ? 'that is more than ten times the quota, and AWS may not grant so much' : 'the quota cannot be raised';
}
