import { unpriced, usable, type Advised } from '../../advise/advised.ts';
import type { Costed } from '../../advise/costed.ts';
import { boundSaid, type SubjectPart } from '../../advise/subject.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import { formatChange, formatMoney } from '../../money/format.ts';
import { ranked } from '../cost/words.ts';
import type { Section } from '../section.ts';

/** What stands in the columns besides the total. */
export type Columns = 'needs' | 'parts';

/** The candidates that could serve the workload, cheapest first, beside the subject; all of them, if asked. */
export function candidatesTable({ candidates, subject, estimate }: Costed, columns: Columns, all: boolean): Section {
  const shown = byCost(candidates).filter((one) => all || usable(one) || isSubject(subject, one));
  const left = candidates.length - shown.length;
  return {
    heading: null,
    table: {
      open: true,
      columns: [
        { head: '  Candidate' },
        ...(columns === 'needs'
          ? [{ head: 'Needs', fit: true }]
          : [
              { head: 'Front door', fit: true, align: 'right' as const },
              { head: 'Backend', fit: true, align: 'right' as const },
            ]),
        { head: 'A month', fit: true, align: 'right' },
        { head: versus(subject), fit: true, align: 'right' },
      ],
      rows: shown.map((one) => [
        `${isSubject(subject, one) ? '▶' : ' '} ${one.estimate.title}`,
        ...(columns === 'needs' ? [needs(one)] : parts(one)),
        formatMoney(costOf(one.estimate), boundSaid(one.estimate, estimate)),
        difference(one, subject),
      ]),
    },
    after: left === 0 ? [] : [`  ${left} more that cannot serve this: --all`],
  };
}

function isSubject(subject: readonly SubjectPart[], one: Advised): boolean {
  return subject.some(({ advised }) => advised === one);
}

function byCost(candidates: readonly Advised[]): readonly Advised[] {
  return ranked(candidates.map((one) => one.estimate)).flatMap((one) => candidates.filter(({ estimate }) => estimate === one));
}

function versus([first]: readonly SubjectPart[]): string {
  return { pick: 'vs pick', 'in-use': 'vs in use', asked: 'vs marked' }[first?.by ?? 'pick'];
}

/** Whether it has what is needed, in a cell. */
export function needs(one: Advised): string {
  if (one.estimate.lacks.length > 0 || one.verdict === 'no') return 'not all';
  if (one.verdict === 'unknown') return 'unknown';
  if (one.verdict === 'native') return one.fits.length === 0 ? '–' : 'all';
  return unpriced(one).length > 0 ? 'help not priced' : 'with help';
}

function parts({ estimate }: Advised): readonly string[] {
  const { frontDoorCost, frontDoorBound, backendCost, backendBound } = estimate;
  return [formatMoney(frontDoorCost, frontDoorBound), backendCost === null ? 'not stated' : formatMoney(backendCost, backendBound)];
}

/** More or less than what is spoken of; nothing where either is only a lower bound. */
function difference(one: Advised, subject: readonly SubjectPart[]): string {
  const beside = subject.find(({ carries }) => carries === one.candidate.carries)?.advised;
  if (beside === undefined || beside === one) return '';
  if (beside.estimate.bound !== 'exact' || one.estimate.bound !== 'exact') return 'not known';
  return formatChange(costOf(one.estimate).minus(costOf(beside.estimate)));
}
