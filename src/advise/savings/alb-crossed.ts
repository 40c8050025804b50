import { formatMoney, formatQuantity } from '../../money/format.ts';
import { breakEvens } from '../../whatif/break-even.ts';
import { candidateInstead, costToday } from './instead.ts';
import { defineSaving } from './saving.ts';

export const albCrossed = defineSaving({
  id: 'alb-crossed',
  title: 'The volume is past the point where a load balancer is cheaper',
  effort: 'migration',
  risk: 'a load balancer throttles nobody and knows no API keys, stages or usage plans; it is billed by the hour when idle',
  sources: ['https://aws.amazon.com/elasticloadbalancing/pricing/'],
  weigh(situation) {
    const { today, month, book } = situation;
    const alb = candidateInstead(situation, 'alb');
    const cost = costToday(situation);
    if (today.candidate.frontDoor === 'alb' || !alb || !cost || alb.estimate.listCost.gte(cost)) return null;
    const crossing = breakEvens(today.candidate, alb.candidate, month, book)?.findLast((one) => one.cheaper === 'alb');
    const from = crossing
      ? `from ${formatQuantity(crossing.requests)} requests a month on a load balancer is cheaper`
      : 'a load balancer is cheaper';
    return {
      because: `${from}, here by ${formatMoney(cost.minus(alb.estimate.listCost))} a month`,
      today: cost,
      instead: alb.estimate.listCost,
      change: 'an Application Load Balancer',
      blockers: alb.fits.flatMap(({ support }) => (support.type === 'via' ? [`by ${support.by}: ${support.caveat}`] : [])),
    };
  },
});
