import type { Pick, Recommendation } from '../../advise/advise.ts';
import { beforeServers, type Advised } from '../../advise/advised.ts';
import type { Turn } from '../../advise/turns.ts';
import { nameOf } from '../../compose/name.ts';
import type { Leaf } from '../../decide/tree.ts';
import { formatChange, formatMoney } from '../../money/format.ts';
import { FRONT_DOORS } from '../../workload/front-doors.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import { why } from '../recommend/reason.ts';
import { apartText } from '../recommend/apart.ts';
import { both, LEAVES } from '../recommend/words.ts';
import { counted } from '../report/words.ts';
import type { Hinted } from '../section.ts';
import { holdsIf, standing } from './verdict.ts';

/** Why, in a few sentences: stay or move, what decided, which answers it assumes, and what would do for less. */
export function reasons(advice: Recommendation): readonly (string | Hinted)[] {
  const stays = standing(advice);
  const { picks, outcome } = advice;
  const asked = advice.subject.some(({ by }) => by === 'asked');
  if (asked) return [`Selected by --candidate. recommend picks ${both(picks.map(({ advised }) => advised.estimate.title))}.`];
  const noFit =
    outcome === 'no-fit'
      ? [...picks.flatMap((pick) => apartText(pick.apart)), { text: 'What blocks it, and what to do:', option: '--why' }]
      : [];
  const said = stays.length > 0 ? [] : picks.map((pick) => [why(pick), ...settling(pick)].join(' '));
  return [
    ...stays,
    ...(noFit.length > 0 ? noFit : said),
    ...picks.flatMap(holdsIf),
    ...assumes(advice),
    ...cheaper(advice),
    ...cheapest(advice),
  ];
}

/** The cheapest of everything that can be composed, where no other line names it. */
function cheapest({ cheapest: found, candidates }: Recommendation): readonly Hinted[] {
  if (found === null) return [];
  const { architecture, saving, compositions } = found;
  if (candidates.some(({ estimate }) => costOf(estimate).eq(architecture.cost))) return [];
  const names = both(architecture.parts.map(({ setting }) => nameOf(setting)));
  return [
    {
      text: `Of ${compositions} compositions, the cheapest that has all that is needed: ${names}, −${formatMoney(saving)}.`,
      option: 'optimize',
    },
  ];
}

/** One question that would settle between two. */
function settling({ contested, advised }: Pick): readonly string[] {
  if (contested === null) return [];
  const { candidate } = contested.advised;
  const { without, beside } = FRONT_DOORS[candidate.frontDoor];
  const saves = `The other saves ${formatMoney(contested.saving)} a month`;
  if (beforeServers(contested.advised)) return [`${saves}. Do you run servers, or would they cost less than that?`];
  if (beside !== null) return [`${saves}, but ${without ?? ''}.`];
  if (without !== null) return [`${saves}, but ${without}. Can you do without?`];
  return advised.candidate.frontDoor === candidate.frontDoor ? [] : [`${saves} and has all that is needed by itself too.`];
}

/** Open questions are taken for a no: where a yes to each would lead, and what that would cost. */
function assumes({ decision, picks, outcome }: Recommendation): readonly Hinted[] {
  const open = decision.open.length;
  if (open === 0 || outcome === 'no-fit') return [];
  const turns = picks.flatMap(({ changes }) => changes.turns).filter(({ given, answer }) => given === 'unknown' && answer === 'yes');
  const leads = (['rest', 'http', 'websocket'] as const).flatMap((leaf) => {
    const group = turns.filter((one) => one.leaf === leaf);
    return group.length === 0 ? [] : [{ leaf, group }];
  });
  const taken = `Assumes "no" to ${counted(open, 'open question')}`;
  if (leads.length === 0) return [{ text: `${taken}; none of them would change the pick.`, option: '--why' }];
  const said = leads.map(
    ({ leaf, group }) => `${group.length} lead${group.length === 1 ? 's' : ''} to ${LEAVES[leaf]}${dearer(leaf, group)}`,
  );
  return [{ text: `${taken}: ${said.join(', ')}.`, option: '--why' }];
}

/** `(+$66.25)`, or from the least to the most. */
function dearer(leaf: Leaf, group: readonly Turn[]): string {
  const amounts = group.flatMap(({ difference, most }) => [difference ?? [], most ?? []].flat()).toSorted((a, b) => a.cmp(b));
  const [least, most] = [amounts[0], amounts.at(-1)];
  if (leaf === 'websocket' || !least || !most || group.some(({ difference }) => difference === null)) return '';
  const [from, to] = [formatChange(least), formatChange(most)];
  return from === to ? ` (${from})` : ` (${from} to ${to})`;
}

/** The cheapest way to have all that is needed for less, where it is another front door. */
function cheaper({ picks, subject, policy }: Recommendation): readonly (string | Hinted)[] {
  return picks.flatMap((pick, index): readonly (string | Hinted)[] => {
    if (subject[index]?.advised !== pick.advised) return [];
    const named = [pick.contested?.advised, ...pick.undecided.map((one) => one.advised)];
    const runs = (one: Advised) => beforeServers(one);
    // One way with servers of one's own is enough to ask for them.
    const best = pick.cheaper.find(({ advised }) => !named.includes(advised) && !(runs(advised) && named.some((one) => one && runs(one))));
    if (best === undefined) return [];
    const { candidate, estimate } = best.advised;
    const without = candidate.frontDoor === pick.advised.candidate.frontDoor ? null : FRONT_DOORS[candidate.frontDoor].without;
    const text = `Cheaper and meets all needs: ${estimate.title}, ${formatChange(costOf(estimate).minus(costOf(pick.advised.estimate)))}${without === null ? '' : `; ${without}`}.`;
    return [policy === 'cheapest' ? text : { text, option: '--policy cheapest' }];
  });
}
