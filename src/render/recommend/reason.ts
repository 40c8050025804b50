import type { Pick } from '../../advise/advise.ts';
import type { Reason } from '../../advise/claims.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import type { Want } from '../../estimate/want.ts';
import type { Support } from '../../facts/support.ts';
import { formatMoney } from '../../money/format.ts';
import { FEATURES } from '../../workload/features.ts';
import { dotted } from '../../workload/mistakes.ts';
import { both, either, LEAVES, shortcomings } from './words.ts';

/** Why it is picked: `reasonOf` says which of these may be said. */
export function why({ reason }: Pick): string {
  switch (reason.type) {
    case 'unknown':
      return 'Whether it has all that is needed is not known; see below.';
    case 'nearest':
      return 'Nothing has all that is needed, and it lacks the least.';
    case 'connections':
      return 'Clients stay connected, and only a WebSocket API lets the backend send messages to them.';
    case 'cheapest':
      return `${CHEAPEST[reason.least.of]}${reason.least.behindEdge ? ', of those with the distribution that is stated' : ''}.`;
    case 'required':
      return required(reason);
    case 'led':
      return `The questions lead to ${LEAVES[reason.leaf]}, which has all that is needed${reason.behindCloudfront ? ' behind CloudFront' : ''}.`;
    case 'nothing-asks':
      return reason.all ? 'Nothing that is needed requires a REST API.' : 'Nothing stated requires a REST API.';
    case 'totals':
      return reason.beside.length === 0
        ? `The questions lead to ${LEAVES[reason.leaf]}, and totals decided.`
        : `The questions lead to ${LEAVES[reason.leaf]}. It needs ${both(reason.beside)} beside it, so totals decided.`;
    case 'led-elsewhere':
      return `The questions lead to ${LEAVES[reason.leaf]}${instead(reason.instead, LEAVES[reason.leaf])}`;
  }
}

type Of<Type extends Reason['type']> = Extract<Reason, { type: Type }>;

const CHEAPEST: Readonly<Record<Of<'cheapest'>['least']['of'], string>> = {
  all: 'It is the cheapest that has all that is needed',
  known: 'It is the cheapest, among those with a known total, that has all that is needed',
  bound: 'No candidate with all that is needed is known to cost less in total',
};

/** What is asked for, where, and who has it how. */
function required({ decided, leaf, other }: Of<'required'>): string {
  const needs = decided.map(({ requirement }) => `${FEATURES[requirement.feature].name} (${dotted(requirement.path)})`);
  const ways = new Set(decided.map(({ otherwise }) => hasIt(otherwise)));
  return `The workload asks for ${both(needs)}: ${LEAVES[leaf]} has ${decided.length === 1 ? 'it' : 'them'} by itself, ${LEAVES[other]} ${either([...ways])}.`;
}

function hasIt(support: Support): string {
  switch (support.type) {
    case 'native':
      return 'too';
    case 'via':
      return `only by ${support.by}`;
    case 'no':
      return 'not at all';
    case 'unknown':
      return 'not, according to AWS';
  }
}

/** Why the type at which the tree ends is not taken, as it follows on its name. */
function instead(one: Of<'led-elsewhere'>['instead'], leaf: string): string {
  switch (one.type) {
    case 'none-applies':
      return ', which does not apply here; this can serve it.';
    case 'lacks': {
      // What has it instead is this.
      const own = one.leading.blockers.filter(({ rule }) => rule.id !== 'need-unmet');
      const remedies = own.map(({ remedy }) => ` To stay with ${leaf}: ${remedy}`);
      return `, which cannot serve this (${shortcomings(one.leading).join('; ')}); this can.${remedies.join('')}`;
    }
    case 'may-lack':
      return `; it is not known whether it can serve this (${shortcomings(one.leading).join('; ')}); this can.`;
    case 'unpriced':
      return `, ${LED_TO[one.want]}. This has all that is needed too.`;
    case 'needs-beside':
      return `, which needs ${both(one.beside)} beside it and does not have all by itself, so totals decided.`;
    case 'native-elsewhere':
      return `, which needs ${both(one.beside)} beside it; this has all by itself.`;
    case 'costs-more':
      return `, which costs ${formatMoney(costOf(one.leading.estimate), one.leading.estimate.bound)} a month.`;
    case 'by-distribution':
      return `. It has all that is needed only behind CloudFront, for ${formatMoney(costOf(one.leading.estimate), one.leading.estimate.bound)} a month, and there this has it too.`;
    case 'as-well':
      return '; this can serve it too.';
  }
}

/** What is said of an API type that is not picked, for it has no whole price. */
const LED_TO: Readonly<Record<Want, string>> = {
  'not-published': 'for which AWS publishes no price in this Region: it may not be available there',
  'not-in-sheet': 'for which our price sheet of this Region has no rate, so what it costs is not known',
  'not-stated': 'whose cost is not known, because a size by which it is billed is not stated',
};
