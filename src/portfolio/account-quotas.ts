import { pressure, type QuotaUse } from '../decide/quota-use.ts';
import { isGateway, type FrontDoor } from '../workload/front-doors.ts';
import { max, quotient, sum, ZERO, type Decimal } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import type { Item } from './item.ts';

/** A limit that all APIs of an account share in a Region, compared with the peaks of all of them as if all came at the same time. */
export interface AccountQuota extends QuotaUse {
  /** Null where the workloads do not say: then they are taken for one. */
  readonly account: string | null;
  readonly region: string;
  readonly state: ReturnType<typeof pressure>;
  /** Those that take from it. */
  readonly workloads: number;
  /** Those of them that do not state how much, or not for all their parts, so that `used` is at least that. */
  readonly silent: number;
}

interface SharedQuota {
  readonly quota: QuotaUse['quota'];
  /** Whether a part behind this front door takes from it. */
  takes(workload: Workload, frontDoor: FrontDoor): boolean;
  /** What a workload counts towards it that is not its own. */
  others(workload: Workload): Decimal;
}

const SHARED: readonly SharedQuota[] = [
  {
    quota: 'account-rate',
    takes: (_, frontDoor) => isGateway(frontDoor),
    others: ({ throttling }) => throttling?.accountUsedByOthers ?? ZERO,
  },
  { quota: 'lambda-concurrency', takes: ({ backend }) => backend?.lambda !== undefined, others: () => ZERO },
];

/** Limits that several workloads share, the most used first. What a single one uses of them stands with the workload. */
export function accountQuotasOf(items: readonly Item[]): readonly AccountQuota[] {
  const places = new Map<string, Item[]>();
  for (const item of items) {
    const key = `${item.workload.account ?? ''}\n${item.workload.region}`;
    const place = places.get(key);
    if (place) place.push(item);
    else places.set(key, [item]);
  }
  return SHARED.flatMap((shared) => [...places.values()].flatMap((place) => together(shared, place))).toSorted((a, b) =>
    (b.share ?? ZERO).cmp(a.share ?? ZERO),
  );
}

function together(shared: SharedQuota, place: readonly Item[]): readonly AccountQuota[] {
  const taking = place.filter(({ workload, parts }) => parts.some(({ candidate }) => shared.takes(workload, candidate.frontDoor)));
  const uses = taking.map(({ workload, parts }) => ({ workload, known: parts.flatMap((part) => useOf(shared, part)) }));
  const stated = uses.filter(({ known }) => known.length > 0);
  const [first] = stated.flatMap(({ known }) => known);
  if (taking.length < 2 || stated.length === 0 || first === undefined) return [];
  // Both parts of a workload take from the account what its messages take.
  const all = stated.map(({ workload, known }) => {
    const most = max(...(known.map((one) => one.used) as [Decimal]));
    return { used: most, own: most.minus(shared.others(workload)) };
  });
  // What else uses the account may be the very others that are added up here.
  const used = max(sum(all.map((one) => one.own)), ...all.map((one) => one.used));
  const limit = stated
    .flatMap(({ known }) => known.flatMap((one) => one.limit ?? []))
    .reduce<Decimal | null>((least, one) => (least === null || one.lt(least) ? one : least), null);
  const use = { ...first, used, limit, share: limit && !limit.isZero() ? quotient(used, limit) : null };
  const [{ workload }] = taking as [Item];
  return [
    {
      ...use,
      account: workload.account ?? null,
      region: workload.region,
      state: pressure(use),
      workloads: taking.length,
      silent: taking.filter((item) => silent(shared, item)).length,
    },
  ];
}

function useOf({ quota }: SharedQuota, { quotas }: Item['parts'][number]): readonly QuotaUse[] {
  return quotas.filter((one) => one.quota === quota);
}

function silent(shared: SharedQuota, { workload, parts }: Item): boolean {
  return parts.some((part) => shared.takes(workload, part.candidate.frontDoor) && useOf(shared, part).length === 0);
}
