import type { Swept } from '../../app/sweep/over.ts';
import type { PointCost } from '../../app/sweep/point.ts';
import type { SweepResult, SweptPart } from '../../app/sweep/sweep.ts';
import type { PriceAge } from '../../documents/summary.ts';
import { formatDollars } from '../../money/format.ts';
import { foot } from '../answer/foot.ts';
import { asideText, agreementText } from '../contract-words.ts';
import type { Section } from '../section.ts';
import { briefly } from './axis-words.ts';
import { CARRIES, letterOf, turnText, unturned, winnersOf } from './words.ts';

/** What candidates cost over a range on a screen: the turns, then the amounts; of two fields, who is cheapest where. */
export function sweepSections({ costed, over, parts }: SweepResult, age: PriceAge, columns: number): readonly Section[] {
  const [first, second] = over;
  if (first === undefined) return [];
  const { text } = foot(costed, age);
  const { agreement } = costed.estimate;
  return [
    ...parts.flatMap((part) => (second === undefined ? amounts(part, first, columns) : [winners(part, first, second)])),
    { heading: null, under: [...agreementText(agreement), text, ...asideText(agreement)] },
  ];
}

function amounts(part: SweptPart, { axis }: Swept, columns: number): readonly Section[] {
  const { candidates, points, subject, turns } = part;
  const cells = points.map(({ costs, cheapest }) => candidates.map((_, index) => cell(costs[index] ?? null, index === cheapest)));
  const values = points.map(({ at }) => axis.said(at[0] ?? 0n));
  const marks = [
    ...(subject === null ? [] : ['; ▶ is in use, or else the pick']),
    ...(cells.some((row) => row.some((one) => one.startsWith('('))) ? ['; (…) does not serve there'] : []),
  ];
  const head = axis.field;
  const heads = candidates.map(({ id }, index) => (index === subject ? `▶ ${id}` : id));
  const widths = heads.map((text, index) => Math.max(text.length, ...cells.map((row) => row[index]?.length ?? 0)) + GAP);
  const left = Math.max(head.length, ...values.map((one) => one.length)) + GAP;
  return [
    {
      heading: `${CARRIES[part.carries]}: dollars a month over ${axis.field}`,
      list: turns.length === 0 ? [unturned(part)] : turns.map((one) => turnText(one, part, axis)),
    },
    ...inGroups(widths, columns - left).map((group): Section => ({
      heading: null,
      table: {
        open: true,
        columns: [
          { head, fit: true, align: 'right' },
          ...group.map((index) => ({ head: heads[index] ?? '', fit: true, align: 'right' as const })),
        ],
        rows: values.map((value, row) => [value, ...group.map((index) => cells[row]?.[index] ?? '')]),
      },
    })),
    { heading: null, words: [`* is the cheapest that serves${marks.join('')}.`] },
  ];
}

/** Between two columns of an open table. */
const GAP = 2;

function cell(one: PointCost | null, isCheapest: boolean): string {
  if (one === null) return '–';
  const amount = `${one.bound === 'exact' ? '' : '≥ '}${formatDollars(one.cost)}`;
  return one.serves ? `${isCheapest ? '* ' : ''}${amount}` : `(${amount})`;
}

/** Columns side by side as far as the screen goes, then further down. */
function inGroups(widths: readonly number[], room: number): readonly (readonly number[])[] {
  const groups: number[][] = [];
  let left = 0;
  for (const [index, width] of widths.entries()) {
    const last = groups.at(-1);
    if (last === undefined || width > left) {
      groups.push([index]);
      left = room - width;
    } else {
      last.push(index);
      left -= width;
    }
  }
  return groups;
}

/** Letters for the candidates that are the cheapest somewhere. */
function winners(part: SweptPart, across: Swept, down: Swept): Section {
  const won = winnersOf(part);
  const letter = (cheapest: number | null) => (cheapest === null ? '–' : letterOf(won.indexOf(cheapest)));
  const width = across.values.length;
  return {
    heading: `${CARRIES[part.carries]}: the cheapest that serves, ${across.axis.field} across, ${down.axis.field} down`,
    table: {
      open: true,
      columns: [
        { head: '', fit: true, align: 'right' },
        ...across.values.map((value) => ({ head: briefly(across, value), fit: true, align: 'right' as const })),
      ],
      rows: down.values.map((value, row) => [
        down.axis.said(value),
        ...part.points.slice(row * width, (row + 1) * width).map(({ cheapest }) => letter(cheapest)),
      ]),
    },
    labels: won.map((index) => [letterOf(won.indexOf(index)), [part.candidates[index]?.title ?? '']] as const),
    after: part.points.some(({ cheapest }) => cheapest === null) ? ['–  nothing serves at a known price'] : [],
  };
}
