import { ONE, quotient } from '../../money/decimal.ts';
import { formatMoney, formatQuantity } from '../../money/format.ts';
import { builtAs, composed, costIf, costToday } from './instead.ts';
import { defineSaving } from './saving.ts';
import { costOf } from '../../estimate/cost-in-question.ts';

/** A cache is billed by the hour whatever it answers, and its hits are billed as requests: only the backend is spared. */
export const cacheNeverPays = defineSaving({
  id: 'cache-never-pays',
  name: 'Without the stage cache',
  title: 'The stage cache costs more than the backend work it saves',
  effort: 'setting',
  risk: 'the backend answers these requests again: it takes the load, and they take as long as it needs',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
  weigh(situation) {
    const { today, workload } = situation;
    if (!today.candidate.composition.stageCache || !workload.cache) return null;
    const withCache = costToday(situation);
    const without = composed(situation, { ...today.candidate.composition, stageCache: false });
    const plain = without?.estimate;
    if (!withCache || !without || plain?.bound !== 'exact' || costOf(plain).gte(withCache)) return null;
    const { cache } = workload;
    const atNoHits = costIf(situation, { ...workload, cache: { ...cache, hitRatio: ONE.minus(ONE) } });
    const atAllHits = costIf(situation, { ...workload, cache: { ...cache, hitRatio: ONE } });
    // The cost falls in a straight line with the hit ratio, as long as no tier is crossed: at which ratio does the cache pay for itself?
    const needed =
      atNoHits && atAllHits && atNoHits.gt(atAllHits) ? quotient(atNoHits.minus(costOf(plain)), atNoHits.minus(atAllHits)) : null;
    const even =
      needed === null || needed.gt(ONE)
        ? 'it would not pay for itself at any hit ratio'
        : `it would pay for itself from about ${formatQuantity(needed.times('100').toDecimalPlaces(1))}% on`;
    return {
      because: `the ${cache.size} GB cache answers ${formatQuantity(cache.hitRatio.times('100'))}% of the requests that reach it and costs ${formatMoney(withCache.minus(costOf(plain)))} more than it saves; ${even}`,
      today: withCache,
      instead: costOf(plain),
      change: 'the same REST API without its cache',
      becomes: builtAs(without),
      blockers: workload.needs?.['response-cache'] ? ['needs.response-cache says that answers must be cached'] : [],
    };
  },
});
