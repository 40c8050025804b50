import type { Costed } from '../../advise/costed.ts';
import type { PriceAge } from '../../documents/summary.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import { cheapest } from '../../estimate/estimate.ts';
import { formatMoney } from '../../money/format.ts';
import { asideText, contractText } from '../contract-words.ts';
import { counted } from '../report/words.ts';
import { LEAVES } from '../recommend/words.ts';
import type { Hinted, Section } from '../section.ts';
import { candidatesTable } from './candidates.ts';
import { costLine } from './cost-line.ts';
import { foot } from './foot.ts';
import { standing, verdict } from './verdict.ts';

/** What stands beside the name: the Region, the values of the tags, and what is not as usual. */
export function beside({ estimate: { region, tags, edition, hoursPerMonth } }: Costed): string {
  return [
    region,
    ...(Object.keys(tags).length > 0 ? [Object.values(tags).join(', ')] : []),
    ...(edition === 'article' ? ['article edition'] : []),
    ...(hoursPerMonth.eq('730') ? [] : [`month of ${hoursPerMonth.toFixed()} hours`]),
  ].join(' · ');
}

/** A cost on one screen: of what it is, beside the other candidates, and what it is for. */
export function costScreen(costed: Costed, age: PriceAge, all: boolean): readonly Section[] {
  if (costed.picks.length === 0) return [{ heading: null, lead: nothingCarried(costed) }];
  return [
    verdict(costed, [...contractText(costed), ...standing(costed), ...of(costed), ...byPriceAlone(costed)]),
    candidatesTable(costed, 'parts', all),
    { heading: null, labels: [['Cost', costLine(costed.subject)]] },
    { heading: null, under: [foot(costed, age), ...asideText(costed.estimate.agreement)] },
  ];
}

/** Why it is spoken of. */
function of({ subject, decision }: Costed): readonly (string | Hinted)[] {
  const [first] = subject;
  if (first?.by === 'asked') return ['Selected by --candidate.'];
  if (first === undefined || first.by === 'in-use' || first.advised.verdict === 'no') return [];
  const open = decision.open.length;
  return [
    { text: `What recommend picks${open === 0 ? '' : `, if the answer to ${counted(open, 'open question')} is no`}.`, option: '--why' },
  ];
}

/** The cheapest total, whatever is needed: one line, where it is another. */
function byPriceAlone({ candidates, subject }: Costed): readonly string[] {
  return subject.flatMap(({ carries, advised }) => {
    const best = cheapest(candidates.filter(({ candidate }) => candidate.carries === carries).map((one) => one.estimate));
    return best === null || best.id === advised.candidate.id
      ? []
      : [`Cheapest by price alone: ${best.title}, ${formatMoney(costOf(best))} a month.`];
  });
}

export function nothingCarried({ decision }: Costed): string {
  return `Use ${LEAVES[decision.otherwise]}. What it costs follows from its connections and messages, and the workload states none: add realtime.`;
}
