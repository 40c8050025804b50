import { behindCloudfront } from '../../candidates/by-cloudfront.ts';
import { formatMoney, formatQuantity } from '../../money/format.ts';
import { builtAs, costToday, ifUsable } from './instead.ts';
import { defineSaving } from './saving.ts';
import { costOf } from '../../estimate/cost-in-question.ts';

export const cloudfrontWouldPay = defineSaving({
  id: 'cloudfront-would-pay',
  name: 'CloudFront in front',
  title: 'CloudFront in front would cost less than it saves',
  effort: 'setting',
  risk: 'answers may be old for as long as they are cached; the saving depends on the hit ratio',
  sources: ['https://aws.amazon.com/cloudfront/pricing/'],
  weigh(situation) {
    const { today, workload } = situation;
    const hitRatio = workload.edge?.hitRatio;
    const cost = costToday(situation);
    // Without a stated hit ratio there is nothing to promise.
    if (hitRatio === undefined || !cost) return null;
    const { frontDoor, composition } = today.candidate;
    if (composition.distribution || composition.endpoint === 'private') return null;
    const options = situation.candidates
      .filter(({ candidate }) => candidate.frontDoor === frontDoor && behindCloudfront(candidate))
      .flatMap((one) => ifUsable(one) ?? []);
    const [best] = options.toSorted((a, b) => costOf(a.estimate).cmp(costOf(b.estimate)));
    if (!best || costOf(best.estimate).gte(cost)) return null;
    return {
      because: `with ${formatQuantity(hitRatio.times('100'))}% answered from the cache of CloudFront it costs ${formatMoney(cost.minus(costOf(best.estimate)))} a month less`,
      today: cost,
      instead: costOf(best.estimate),
      change: best.estimate.title,
      becomes: builtAs(best),
      blockers: [],
    };
  },
});
