import type { Pick, Recommendation } from '../../advise/advise.ts';
import { cheapestArchitecture } from '../../advise/savings/cheapest-architecture.ts';
import { intervalInWords } from '../../advise/polling.ts';
import { pressure } from '../../decide/quota-use.ts';
import { formatChange, formatMoney } from '../../money/format.ts';
import { sentence, usedOf } from '../recommend/words.ts';
import type { Section } from '../section.ts';
import { costLine } from './cost-line.ts';
import { EFFORTS } from './verdict.ts';

type Labels = NonNullable<Section['labels']>;

/** What one would ask next, a line each: the bill, what moves it, what would save, what may go wrong, what to set up. */
export function labels(advice: Recommendation): Labels {
  const { picks, subject } = advice;
  const found: Labels = [
    ['Cost', costLine(subject)],
    ['Changes', changes(picks)],
    ['Polling', polling(picks)],
    ['Saves', picks.flatMap(saves).slice(0, 1)],
    ['Limits', limits(advice)],
    ['Risk', risks(advice)],
    ['Set up', [...new Set(picks.flatMap(setUp))]],
  ];
  return found.filter(([, items]) => items.length > 0);
}

const CENT = '0.01';

/** The inputs that move the cost most. */
function changes(picks: readonly Pick[]): readonly string[] {
  return picks
    .flatMap((one) => one.changes.sensitivities)
    .filter(({ change }) => change.abs().gte(CENT))
    .toSorted((a, b) => b.change.abs().cmp(a.change.abs()))
    .slice(0, 3)
    .map(({ field, step, change }) => `${step === 'one' ? '+1' : '+10%'} ${field} ${formatChange(change)}`);
}

/** What asking for news costs against pushing it, where the workload states it. */
function polling(picks: readonly Pick[]): readonly string[] {
  return picks.flatMap(({ changes: { polling: found } }) =>
    found === null
      ? []
      : [
          `${formatMoney(found.polling)} a month`,
          `pushing the same news ${formatMoney(found.pushing)}`,
          ...(found.interval === null ? [] : [`the same if clients ask every ${intervalInWords(found.interval)}`]),
        ],
  );
}

/** The cheapest architecture has a line of its own above. */
function saves({ savings: all }: Pick): readonly string[] {
  const savings = all.filter(({ saving }) => saving !== cheapestArchitecture);
  const [best] = savings;
  if (best === undefined) return [];
  const more = savings.length === 1 ? '' : ` ${savings.length - 1} more: --why`;
  return [`${formatMoney(best.amount)} a month with ${best.change} (${EFFORTS[best.saving.effort]}).${more}`];
}

/** Quotas of the subject that are passed, near, or not known for the Region. */
function limits({ subject }: Recommendation): readonly string[] {
  const pressed = subject.flatMap(({ advised }) => advised.quotas.filter((use) => pressure(use) === 'over' || pressure(use) === 'near'));
  const [first] = pressed;
  if (first === undefined) return [];
  return [`${sentence(usedOf(first))}${pressed.length === 1 ? '' : ` ${pressed.length - 1} more: --limits`}`];
}

/** The severest finding about the subject. */
function risks({ findings, subject }: Recommendation): readonly string[] {
  const ids = subject.map(({ advised }) => advised.candidate.id);
  const found = findings.filter((one) => one.severity !== 'note' && one.candidates.some((id) => ids.includes(id)));
  const [first] = found;
  if (first === undefined) return [];
  return [`${first.severity} ${first.rule.id}: ${sentence(first.because)}${found.length === 1 ? '' : ` ${found.length - 1} more: --why`}`];
}

function setUp({ choices }: Pick): readonly string[] {
  return choices.map(({ what, choice }) => (what === 'endpoint' ? `${choice} endpoint` : `${what} ${choice}`));
}
