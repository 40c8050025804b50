import { built } from '../../compose/built.ts';
import { settingOf, turnsBetween, type Turn } from '../../compose/frontier.ts';
import { NONE, type Setting } from '../../compose/lever.ts';
import { KEPT } from '../../compose/levers.ts';
import { nameOf } from '../../compose/name.ts';
import { fit } from '../../candidates/fit.ts';
import type { Candidate } from '../../candidates/candidate.ts';
import type { Month } from '../../journey/month.ts';
import { formatMoney } from '../../money/format.ts';
import { FRONT_DOORS } from '../../workload/front-doors.ts';
import type { Workload } from '../../workload/schema.ts';
import { searchOf } from '../optimum.ts';
import { costToday } from './instead.ts';
import { defineSaving } from './saving.ts';

/**
 * What costs less a month, nobody builds anew to save on it: in dollars. To weigh every composition takes as long as all else that is
 * said of a workload, and a report may have ten thousand of them.
 */
const LEAST = '50';

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
      const { today, workload, month } = situation;
      const cost = costToday(situation);
      if (!cost || cost.lt(LEAST)) return null;
      const { carries } = today.candidate;
      const from = settingOf(today.candidate, workload);
      const search = searchOf(situation.candidates, month, situation.book);
      // The function stays as it is: it has savings of its own.
      const isSame = (setting: Setting) => setting.architecture === from.architecture && setting.provisioned === from.provisioned;
      const found = search.cheapestPart(carries, (setting) => isSame(setting) && accepts(turnsBetween(from, setting, carries)));
      const saving = found && cost.minus(found.cost);
      if (!found || !saving?.gt('0') || saving.times(WORTH).lt(cost)) return null;
      return {
        because: `${named.effort === 'setting' ? 'with other settings it' : 'another architecture'} has all that is needed, and costs ${formatMoney(saving)} a month less`,
        today: cost,
        instead: found.cost,
        change: nameOf(found.setting),
        becomes: { candidate: found.candidate.id === today.candidate.id ? null : found.candidate, state: stateOf(found.setting) },
        blockers: named.effort === 'setting' ? [] : toSettle(found.candidate, month),
      };
    },
  });
}

/** What nobody says of a need, and everybody expects of an API; and what is had with help alone. */
function toSettle(candidate: Candidate, { workload, edition }: Month): readonly string[] {
  const { without } = FRONT_DOORS[candidate.frontDoor];
  const helped = fit(candidate, workload, edition).flatMap(({ support }) =>
    support.type === 'via' ? [`by ${support.by}: ${support.caveat}`] : [],
  );
  return without === null ? helped : [without, ...helped];
}

/** Made apart from what was weighed, which would stay in memory with it. */
function stateOf(setting: Setting) {
  const ofFunction = { architecture: NONE, provisioned: KEPT };
  return (workload: Workload) => built({ ...setting, ...ofFunction }, workload).workload;
}
