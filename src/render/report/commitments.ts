import { isListed } from '../../estimate/cost-in-question.ts';
import type { Report } from '../../portfolio/summary.ts';
import { formatMoney } from '../../money/format.ts';
import { coverOf, isLaid } from '../../pricebook/contract.ts';
import { commitmentText, notAppliedText, savedText } from '../contract-words.ts';
import { both } from '../recommend/words.ts';
import { dollars, text, type ReportTable } from './cells.ts';
import { counted } from './words.ts';

/** By which contract the bill is, what it saves, and what its commitments add: in the first lines of a report. */
export function contractReasons({ portfolio }: Report): readonly string[] {
  const { items, agreement, committed, cost, listed } = portfolio;
  if (!isLaid(agreement)) return notAppliedText(agreement);
  const saving = items.every(({ lineItems }) => isListed(lineItems)) ? `: ${savedText(listed.minus(cost))}` : '';
  const others = items.filter(({ workload }) => coverOf(agreement.contract, workload) === 'not-covered').length;
  const left = others === 0 ? '' : ` It does not cover ${counted(others, 'workload')}.`;
  const contracted = `Contracted, by ${agreement.contract.name}${saving}.${left}`;
  if (committed === null) return [contracted];
  const { uses, shortfall } = committed;
  const short = uses.filter((one) => !one.shortfall.isZero());
  if (short.length === 0) return [contracted, `What is committed is reached: ${both(uses.map(commitmentText))}.`];
  const most = short.some(({ bound }) => bound === 'at-most') ? 'at most ' : '';
  return [
    contracted,
    `Of what is committed (${both(uses.map(commitmentText))}), ${most}${formatMoney(shortfall)} is missing and is paid besides: ${formatMoney(cost.plus(shortfall), most === '' ? 'exact' : 'at-least')} together.`,
  ];
}

/** What is committed, what counts towards it, and what is missing of it. */
export function commitmentsTable({ portfolio: { committed } }: Report): ReportTable {
  return {
    id: 'commitments',
    heading: 'Commitments',
    addUp: ['Missing'],
    columns: [{ head: 'Of' }, { head: 'Committed', ...MONEY }, { head: 'Counted', ...MONEY }, { head: 'Missing', ...MONEY }],
    rows: (committed?.uses ?? []).map((one) => [
      text(one.services === null ? 'The whole bill' : both(one.services)),
      dollars(one.monthly),
      dollars(one.counted, one.bound === 'exact' ? 'exact' : 'at-least'),
      dollars(one.shortfall),
    ]),
  };
}

const MONEY = { fit: true, align: 'right' } as const;
