import { formatMoney, formatQuantity } from '../../money/format.ts';
import { candidateInstead, costToday } from './instead.ts';
import { defineSaving } from './saving.ts';

const WITH_CLOUDFRONT: Readonly<Record<string, readonly string[]>> = {
  rest: ['rest+cloudfront'],
  'rest+cache': ['rest+cloudfront'],
  http: ['http+cloudfront', 'http+cloudfront+waf'],
};

export const cloudfrontWouldPay = defineSaving({
  id: 'cloudfront-would-pay',
  title: 'CloudFront in front would cost less than it saves',
  effort: 'setting',
  risk: 'answers may be old for as long as they are cached; the saving hangs on the hit ratio',
  sources: ['https://aws.amazon.com/cloudfront/pricing/'],
  weigh(situation) {
    const { today, workload } = situation;
    const hitRatio = workload.edge?.hitRatio;
    const cost = costToday(situation);
    // Without a stated hit ratio there is nothing to promise.
    if (hitRatio === undefined || !cost) return null;
    const options = (WITH_CLOUDFRONT[today.candidate.id] ?? []).flatMap((id) => candidateInstead(situation, id) ?? []);
    const [best] = options.toSorted((a, b) => a.estimate.listCost.cmp(b.estimate.listCost));
    if (!best || best.estimate.listCost.gte(cost)) return null;
    return {
      because: `with ${formatQuantity(hitRatio.times('100'))}% answered from the cache of CloudFront it costs ${formatMoney(cost.minus(best.estimate.listCost))} a month less`,
      today: cost,
      instead: best.estimate.listCost,
      change: best.estimate.title,
      blockers: [],
    };
  },
});
