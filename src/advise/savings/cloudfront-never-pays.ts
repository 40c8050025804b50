import { behindCloudfront } from '../../candidates/by-cloudfront.ts';
import { formatMoney } from '../../money/format.ts';
import { builtAs, costToday, ifUsable, plain } from './instead.ts';
import { defineSaving } from './saving.ts';
import { costOf } from '../../estimate/cost-in-question.ts';

export const cloudfrontNeverPays = defineSaving({
  id: 'cloudfront-never-pays',
  name: 'Without CloudFront',
  title: 'CloudFront in front costs more than it saves',
  effort: 'setting',
  risk: 'distant clients are farther from the API; nothing is cached at the edge',
  sources: ['https://aws.amazon.com/cloudfront/pricing/'],
  weigh(situation) {
    const { today } = situation;
    const without = behindCloudfront(today.candidate) ? ifUsable(plain(situation, today.candidate.frontDoor)) : null;
    const cost = costToday(situation);
    if (!without || !cost || costOf(without.estimate).gte(cost)) return null;
    return {
      because: `without CloudFront it costs ${formatMoney(cost.minus(costOf(without.estimate)))} a month less, and nothing that is needed would be missing`,
      today: cost,
      instead: costOf(without.estimate),
      change: without.estimate.title,
      becomes: builtAs(without),
      blockers: [],
    };
  },
});
