import { built } from '../../compose/built.ts';
import { NOTHING_BOUND } from '../../compose/enumerate.ts';
import { settingOf, turnsBetween, type Turn } from '../../compose/frontier.ts';
import type { Setting } from '../../compose/lever.ts';
import { LEVERS } from '../../compose/levers.ts';
import { nameOf } from '../../compose/name.ts';
import { searching, SHARED, type Search } from '../../compose/optimize.ts';
import type { Month } from '../../journey/month.ts';
import { formatMoney } from '../../money/format.ts';
import type { Workload } from '../../workload/schema.ts';
import { costToday } from './instead.ts';
import { defineSaving, type Situation } from './saving.ts';

/** Below a hundredth of the cost, nobody builds anything else. */
const WORTH = '100';

/** Whatever no saving of its own weighs: the cheapest composition that the same levers as `optimize` allow. */
export function composedSaving({
  accepts,
  ...named
}: Pick<Parameters<typeof defineSaving>[0], 'id' | 'name' | 'title' | 'effort' | 'risk'> & {
  readonly accepts: (turns: readonly Turn[]) => boolean;
}) {
  return defineSaving({
    ...named,
    sources: [],
    weigh(situation) {
      const { today, workload } = situation;
      const cost = costToday(situation);
      if (!cost) return null;
      const { carries } = today.candidate;
      const from = settingOf(today.candidate, workload);
      const shares = workload.traffic !== undefined && workload.realtime !== undefined;
      const isSame = (setting: Setting) => !shares || SHARED.every((lever) => setting[lever] === from[lever]);
      const best = searchOf(situation).cheapest(
        (setting, of) => isSame(setting) && (of !== carries || accepts(turnsBetween(from, setting, of))),
      );
      const found = best?.parts.find((one) => one.carries === carries);
      const saving = found && cost.minus(found.cost);
      if (!found || !saving?.gt('0') || saving.times(WORTH).lt(cost)) return null;
      const turns = turnsBetween(from, found.setting, carries).map(({ lever, to }) => `${LEVERS[lever].name} ${to}`);
      return {
        because: `with ${turns.join(', ')} it has all that is needed and costs ${formatMoney(saving)} a month less`,
        today: cost,
        instead: found.cost,
        change: nameOf(found.setting),
        becomes: { candidate: named.effort === 'setting' ? null : found.candidate, state: stateOf(found.setting) },
        blockers: [],
      };
    },
  });
}

/** Made apart from what was weighed, which would stay in memory with it. */
const stateOf = (setting: Setting) => (workload: Workload) => built(setting, workload).workload;

/** Both savings look at the same compositions. */
const SEARCHES = new WeakMap<Month, Search>();

function searchOf({ month, book }: Situation): Search {
  const search = SEARCHES.get(month) ?? searching(month, NOTHING_BOUND, book);
  SEARCHES.set(month, search);
  return search;
}
