import { decimal, type Decimal } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import { fraction, less } from '../../money/fraction.ts';
import { rateInWords } from '../../workload/in-words.ts';
import type { Rate } from '../../workload/quantity.ts';
import { perSecond } from '../../workload/units.ts';
import { costIf, costToday } from './instead.ts';
import { defineSaving } from './saving.ts';

/** What comes every five seconds still looks alive on a screen; more than once a minute, it might come half as often. */
const EVERY_5_S: Rate = { amount: decimal('0.2'), per: 'second' };
const ONCE_A_MINUTE = fraction(1n, 60n);
const ONCE_IN_5_S = fraction(1n, 5n);
const HALF = decimal('0.5');

const DIRECTIONS = ['inbound', 'outbound'] as const;

export const messagesLessOften = defineSaving({
  id: 'messages-less-often',
  title: 'Each message is billed, however little is new in it',
  effort: 'code',
  risk: 'whoever looks sees a change later, and a message must say all that is new since the one before; if that makes it larger, transfer out costs what it did',
  sources: ['https://aws.amazon.com/api-gateway/pricing/'],
  weigh(situation) {
    const { workload, today, month } = situation;
    const { realtime } = workload;
    if (today.candidate.carries !== 'realtime' || !realtime) return null;
    const slower = DIRECTIONS.flatMap((direction) => {
      const stated = realtime[direction];
      const rate = stated && lessOften(stated.rate, month.units.hoursPerMonth);
      return rate ? [{ direction, stated, rate }] : [];
    });
    const cost = costToday(situation);
    const changed = Object.fromEntries(slower.map(({ direction, stated, rate }) => [direction, { ...stated, rate }]));
    const instead = slower.length === 0 ? null : costIf(situation, { ...workload, realtime: { ...realtime, ...changed } });
    if (!cost || !instead || instead.gte(cost)) return null;
    const said = slower.map(({ direction, stated }) => `${direction} ${rateInWords(stated.rate)}`).join(' and ');
    const then = slower
      .map(({ direction, rate }) => `${direction} messages ${rate === EVERY_5_S ? 'every 5 s' : 'half as often'}`)
      .join(' and ');
    return {
      because: `each message on each connection is billed (${said}); fewer of the same size cost ${formatMoney(cost.minus(instead))} a month less`,
      today: cost,
      instead,
      change: then,
      blockers: [],
    };
  },
});

/** Null where they come once a minute or less. */
function lessOften(rate: Rate, hoursPerMonth: Decimal): Rate | null {
  const aSecond = perSecond(rate, hoursPerMonth);
  if (less(ONCE_IN_5_S, aSecond)) return EVERY_5_S;
  return less(ONCE_A_MINUTE, aSecond) ? { ...rate, amount: rate.amount.times(HALF) } : null;
}
