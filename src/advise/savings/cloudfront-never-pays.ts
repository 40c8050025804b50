import { formatMoney } from '../../money/format.ts';
import { candidateInstead, costToday } from './instead.ts';
import { defineSaving } from './saving.ts';

const WITHOUT_CLOUDFRONT: Readonly<Record<string, string>> = { 'rest+cloudfront': 'rest', 'http+cloudfront': 'http' };

export const cloudfrontNeverPays = defineSaving({
  id: 'cloudfront-never-pays',
  title: 'CloudFront in front costs more than it saves',
  effort: 'setting',
  risk: 'distant clients are farther from the API; nothing is cached any more',
  sources: ['https://aws.amazon.com/cloudfront/pricing/'],
  weigh(situation) {
    const { today } = situation;
    const plain = candidateInstead(situation, WITHOUT_CLOUDFRONT[today.candidate.id] ?? '');
    const cost = costToday(situation);
    if (!plain || !cost || plain.estimate.listCost.gte(cost)) return null;
    return {
      because: `without CloudFront it costs ${formatMoney(cost.minus(plain.estimate.listCost))} a month less, and nothing that is needed would be missing`,
      today: cost,
      instead: plain.estimate.listCost,
      change: plain.estimate.title,
      blockers: [],
    };
  },
});
