import { formatMoney, formatQuantity } from '../../money/format.ts';
import { breakEvens } from '../../whatif/break-even.ts';
import { builtAs, costToday, ifUsable, inAnyCase, plain } from './instead.ts';
import { defineSaving } from './saving.ts';
import { costOf } from '../../estimate/cost-in-question.ts';

export const albCrossed = defineSaving({
  id: 'alb-crossed',
  name: 'A load balancer instead',
  title: 'The volume is past the point where a load balancer is cheaper',
  effort: 'migration',
  risk: 'a load balancer does not throttle and has no API keys, stages or usage plans; it is billed by the hour when idle',
  sources: ['https://aws.amazon.com/elasticloadbalancing/pricing/'],
  weigh(situation) {
    const { today, month, book } = situation;
    const alb = ifUsable(plain(situation, 'alb'));
    const cost = costToday(situation);
    if (today.candidate.frontDoor === 'alb' || !alb || !cost || costOf(alb.estimate).gte(cost)) return null;
    const crossing = breakEvens(today.candidate, alb.candidate, month, book)?.findLast((one) => one.cheaper === alb.candidate.id);
    const from = crossing
      ? `from ${formatQuantity(crossing.requests)} requests a month on a load balancer is cheaper`
      : 'a load balancer is cheaper';
    const saving = cost.minus(costOf(alb.estimate));
    return {
      because: `${from}, here by ${formatMoney(saving)} a month${inAnyCase(situation, saving)}`,
      today: cost,
      instead: costOf(alb.estimate),
      change: 'an Application Load Balancer',
      becomes: builtAs(alb),
      blockers: alb.fits.flatMap(({ support }) => (support.type === 'via' ? [`by ${support.by}: ${support.caveat}`] : [])),
    };
  },
});
