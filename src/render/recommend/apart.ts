import type { Apart, Dropped } from '../../advise/apart.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import type { WorkloadEstimate } from '../../estimate/estimate.ts';
import { formatMoney } from '../../money/format.ts';
import { FEATURES } from '../../workload/features.ts';
import { dotted } from '../../workload/mistakes.ts';
import { boundSaid } from '../../advise/subject.ts';
import { withArticle } from './words.ts';

/** Where needs exclude each other: what has all but one of them, and what two APIs cost that have all between them. */
export function apartText(apart: Apart | null, said: Pick<WorkloadEstimate, 'notPriced'>): readonly string[] {
  if (apart === null) return [];
  const { nearest, sideBySide } = apart;
  const { need, advised } = nearest;
  const rest = `Without ${FEATURES[need.feature].name} (${dotted(need.path)}), ${withArticle(advised.estimate.title)} has all the rest, for ${amount(nearest, said)} a month.`;
  if (sideBySide === null) return [rest];
  const { apis, cost } = sideBySide;
  const together = apis.every((one) => boundSaid(one.advised.estimate, said) === 'exact') ? 'exact' : 'at-least';
  const each = apis.map(
    (one) => `${withArticle(one.advised.estimate.title)} without ${FEATURES[one.need.feature].name} ${amount(one, said)}`,
  );
  const of = advised.candidate.carries === 'realtime' ? 'connections' : 'requests';
  return [
    rest,
    `Two APIs side by side have all of it, for ${formatMoney(cost, together)} a month if each gets half of the ${of}: ${each.join(', ')}.`,
  ];
}

function amount({ advised: { estimate } }: Dropped, said: Pick<WorkloadEstimate, 'notPriced'>): string {
  return formatMoney(costOf(estimate), boundSaid(estimate, said));
}
