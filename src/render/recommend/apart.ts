import type { Apart, Dropped } from '../../advise/apart.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import { formatMoney } from '../../money/format.ts';
import { FEATURES } from '../../workload/features.ts';
import { dotted } from '../../workload/mistakes.ts';
import { withArticle } from './words.ts';

/** Where needs exclude each other: what has all but one of them, and what two APIs cost that have all between them. */
export function apartText(apart: Apart | null): readonly string[] {
  if (apart === null) return [];
  const { nearest, sideBySide } = apart;
  const { need, advised } = nearest;
  const rest = `Without ${FEATURES[need.feature].name} (${dotted(need.path)}), ${withArticle(advised.estimate.title)} has all the rest, for ${amount(nearest)} a month.`;
  if (sideBySide === null) return [rest];
  const { apis, cost, bound } = sideBySide;
  const each = apis.map((one) => `${withArticle(one.advised.estimate.title)} without ${FEATURES[one.need.feature].name} ${amount(one)}`);
  const of = advised.candidate.carries === 'realtime' ? 'connections' : 'requests';
  return [
    rest,
    `Two APIs side by side have all of it, for ${formatMoney(cost, bound)} a month if each gets half of the ${of}: ${each.join(', ')}.`,
  ];
}

function amount({ advised: { estimate }, bound }: Dropped): string {
  return formatMoney(costOf(estimate), bound);
}
