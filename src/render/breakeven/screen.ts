import type { Breakevens, Pair } from '../../app/breakeven/breakeven.ts';
import type { PriceAge } from '../../documents/summary.ts';
import { foot } from '../answer/foot.ts';
import { both } from '../recommend/words.ts';
import { asideText, agreementText } from '../contract-words.ts';
import type { Section } from '../section.ts';

/** Where the cheaper of two changes, over one field: pair by pair, from the least value up. */
export function breakevenScreen({ costed, axis, pairs, notCompared }: Breakevens, age: PriceAge): readonly Section[] {
  const { field, lowest, highest, now, said } = axis;
  const never = pairs.filter(({ crossings }) => crossings.length === 0);
  const range = `from ${said(lowest)} to ${said(highest)}`;
  return [
    {
      heading: null,
      under: agreementText(costed.estimate.agreement),
      words: [`Over ${field}, ${range}${now === null ? '' : `; the workload states ${said(now)}`}. All else stays as it is.`],
    },
    {
      heading: null,
      table: {
        open: true,
        columns: [{ head: '  From', fit: true, align: 'right' }, { head: 'Cheaper is' }, { head: 'than' }, { head: '', fit: true }],
        rows: pairs.flatMap(rowsOf(said)),
      },
      after: [
        ...never.map(({ one, other, cheaperAtLast }) => {
          const than = cheaperAtLast === one ? other : one;
          return `  At no value does ${than.estimate.title} cost less than ${cheaperAtLast.estimate.title}.`;
        }),
        ...(notCompared.length === 0
          ? []
          : [`  Not compared, as a part of the cost is not known: ${both(notCompared.map(({ estimate }) => estimate.title))}.`]),
        ...(pairs.length === 0 && notCompared.length === 0 ? ['  There is nothing else that serves this.'] : []),
      ],
    },
    { heading: null, under: [{ ...foot(costed, age), option: '--json' }, ...asideText(costed.estimate.agreement)] },
  ];
}

const rowsOf =
  (said: Breakevens['axis']['said']) =>
  ({ one, other, crossings }: Pair): readonly (readonly string[])[] =>
    crossings.map(({ at, firstIsCheaper, how }) => {
      const [cheaper, than] = firstIsCheaper ? [one, other] : [other, one];
      return [`  ${said(at)}`, cheaper.estimate.title, than.estimate.title, how === 'exact' ? '' : 'bracketed'];
    });
