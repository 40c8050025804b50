import { visible } from '../../documents/visible.ts';
import type { GateData } from '../../documents/summary.ts';
import { quotient, type Decimal, plain } from '../../money/decimal.ts';
import { formatMoney, formatQuantity } from '../../money/format.ts';
import type { Moved } from '../../portfolio/diff/diff.ts';
import type { Limits } from './limits.ts';

/** A condition that a pipeline set, and how it went. */
export interface Gate extends GateData {
  /** One line for a person, where it is not simply passed. */
  readonly says: string | null;
}

/** Whether any makes the exit code 1. */
export function anyFailed(gates: readonly Gate[]): boolean {
  return gates.some(({ verdict }) => verdict === 'failed');
}

/** What belongs beside an answer: a line for each gate that is not simply passed. */
export function linesOf(gates: readonly Gate[]): readonly string[] {
  return gates.flatMap(({ says }) => says ?? []);
}

export type Total = Pick<Moved, 'to' | 'toBound'>;

/** A total against a budget: over it as far as it is known, within it only where all of it is known. */
export function budgetGate(gate: string, { to, toBound }: Total, budget: Decimal): Gate {
  const held = { gate, limit: plain(budget), value: plain(to) };
  if (to.gt(budget))
    return {
      ...held,
      verdict: 'failed',
      says: `failed ${visible(gate)}: ${formatMoney(to, toBound)} a month, ${formatMoney(to.minus(budget))} over the limit of ${formatMoney(budget)}.`,
    };
  if (toBound === 'exact') return { ...held, verdict: 'passed', says: null };
  return {
    ...held,
    verdict: 'passed-as-far-as-known',
    says: `note: ${visible(gate)}: ${formatMoney(to, toBound)} a month is within ${formatMoney(budget)} as far as it is known.`,
  };
}

/** A total against what it was: how much more it may be is a share of that. */
function increaseGate(gate: string, { from, fromBound, to, toBound }: Omit<Moved, 'bound'>, allowed: Decimal): Gate {
  const value = from.isZero() ? null : quotient(to.minus(from), from);
  const held = { gate, limit: plain(allowed), value: value === null ? plain(to.minus(from)) : plain(value) };
  const moved = `${formatMoney(to, toBound)} a month after ${formatMoney(from, fromBound)}`;
  const limit = `the limit is ${percent(allowed)}`;
  if (to.gt(from.times(allowed.plus('1'))))
    return { ...held, verdict: 'failed', says: `failed ${gate}: ${moved}${value === null ? '' : `, ${percent(value)} more`}; ${limit}.` };
  if (fromBound === 'exact' && toBound === 'exact') return { ...held, verdict: 'passed', says: null };
  return {
    ...held,
    verdict: 'passed-as-far-as-known',
    says: `note: ${gate}: ${moved}; ${limit}, as far as the totals are known.`,
  };
}

/** What a pipeline set of both kinds. */
export function totalGates(total: Omit<Moved, 'bound'>, { budget, increase }: Limits): readonly Gate[] {
  return [
    ...(budget === null ? [] : [budgetGate('--budget', total, budget)]),
    ...(increase === null ? [] : [increaseGate('--fail-on-increase', total, increase)]),
  ];
}

function percent(share: Decimal): string {
  return `${formatQuantity(share.times('100').toDecimalPlaces(1))}%`;
}
