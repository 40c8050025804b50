import type { Recommendation } from '../../advise/advise.ts';
import type { PriceAge } from '../../documents/summary.ts';
import type { Section } from '../section.ts';
import { candidatesTable } from './candidates.ts';
import { asideText, contractText } from '../contract-words.ts';
import { nothingCarried } from './cost-screen.ts';
import { foot } from './foot.ts';
import { labels } from './labels.ts';
import { reasons } from './reasons.ts';
import { verdict } from './verdict.ts';

/** A recommendation on one screen: the answer, the candidates, what one would ask next, and what else there is. */
export function recommendScreen(advice: Recommendation, age: PriceAge, all: boolean): readonly Section[] {
  if (advice.picks.length === 0) return [{ heading: null, lead: nothingCarried(advice) }];
  return [
    verdict(advice, [...contractText(advice), ...reasons(advice)]),
    candidatesTable(advice, 'needs', all),
    { heading: null, labels: labels(advice) },
    { heading: null, under: [foot(advice, age), ...asideText(advice.estimate.agreement)] },
  ];
}
