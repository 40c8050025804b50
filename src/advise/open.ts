import { supportOf } from '../candidates/fit.ts';
import type { Decision } from '../decide/walk.ts';
import { EXCLUDING } from '../facts/exclusions/index.ts';
import { FEATURE_TABLES } from '../facts/features/index.ts';
import type { Support } from '../facts/support.ts';
import type { EditionId } from '../pricebook/sheet.ts';
import type { FeatureId } from '../workload/features.ts';
import type { Workload } from '../workload/schema.ts';
import { usable, type Advised } from './advised.ts';
import { withNeed } from './other-needs.ts';
import type { Policy } from './policy.ts';

type Open = Decision['open'][number];

/**
 * Open questions to which a yes could turn the pick: it lacks what is asked, or the tree would end at another type; and something
 * else has that beside all the rest. Where nothing has, the pick stands, whatever the answer.
 */
export function turningQuestions(
  picked: Advised,
  group: readonly Advised[],
  decision: Decision,
  policy: Policy,
  workload: Workload,
  edition: EditionId,
): readonly Open[] {
  const has = (one: Advised, feature: FeatureId) => {
    if (!EXCLUDING.has(feature)) return isHad(supportOf(one.candidate, feature, workload, edition));
    // What is needed already may be lost beside it.
    const also = withNeed(workload, feature);
    return [feature, ...one.fits.map((of) => of.feature)].every((of) => isHad(supportOf(one.candidate, of, also, edition)));
  };
  return decision.open.filter(({ question, yes }) => {
    if (yes.includes('websocket')) return lackedByWebSocket(picked).length === 0;
    return question.features.some((feature) => {
      const others = group.filter((one) => usable(one) && has(one, feature) && one.candidate.frontDoor !== picked.candidate.frontDoor);
      if (!has(picked, feature)) return others.length > 0;
      // Under the cheapest policy whatever has it will do.
      return policy === 'native-first' && others.some((one) => yes.some((leaf) => leaf === one.candidate.frontDoor));
    });
  });
}

function isHad({ type }: Support): boolean {
  return type === 'native' || type === 'via';
}

/** What is needed and a WebSocket API does not have: it is no candidate of a workload without connections, so that no row says so. */
export function lackedByWebSocket({ fits }: Advised): readonly { readonly feature: FeatureId; readonly because: string }[] {
  return fits.flatMap(({ feature }) => {
    const support = FEATURE_TABLES.websocket[feature];
    return support.type === 'no' && !support.because.startsWith('does not apply') ? [{ feature, because: support.because }] : [];
  });
}
