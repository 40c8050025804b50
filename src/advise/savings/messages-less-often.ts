import { decimal } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import { fraction, less } from '../../money/fraction.ts';
import { rateInWords } from '../../workload/in-words.ts';
import type { Workload } from '../../workload/schema.ts';
import type { Rate } from '../../workload/quantity.ts';
import { perSecond } from '../../workload/units.ts';
import { costIf, costToday, stating } from './instead.ts';
import { defineSaving } from './saving.ts';

/** What comes every five seconds still looks alive on a screen. */
const EVERY_5_S: Rate = { amount: decimal('0.2'), per: 'second' };
const ONCE_IN_5_S = fraction(1n, 5n);

const DIRECTIONS = ['inbound', 'outbound'] as const;

export const messagesLessOften = defineSaving({
  id: 'messages-less-often',
  name: 'Fewer messages',
  title: 'Each message is billed, even if little in it is new',
  effort: 'code',
  risk: 'users see a change later, and each message must hold all changes since the previous one; if that makes it larger, data transfer out costs the same as before',
  sources: ['https://aws.amazon.com/api-gateway/pricing/'],
  weigh(situation) {
    const { workload, today, month } = situation;
    const { realtime } = workload;
    if (today.candidate.carries !== 'realtime' || !realtime) return null;
    // What clients say to each other comes when it is said.
    const slower = DIRECTIONS.flatMap((direction) => {
      const stated = direction === 'inbound' && realtime.fanOut ? undefined : realtime[direction];
      return stated && less(ONCE_IN_5_S, perSecond(stated.rate, month.units.hoursPerMonth)) ? [{ direction, stated }] : [];
    });
    const cost = costToday(situation);
    const changed = Object.fromEntries(slower.map(({ direction, stated }) => [direction, { ...stated, rate: EVERY_5_S }]));
    const instead = slower.length === 0 ? null : costIf(situation, lessOften(changed)(workload));
    if (!cost || !instead || instead.gte(cost)) return null;
    const said = slower.map(({ direction, stated }) => `${direction} ${rateInWords(stated.rate)}`).join(' and ');
    return {
      because: `each message on each connection is billed (${said}); fewer of the same size cost ${formatMoney(cost.minus(instead))} a month less`,
      today: cost,
      instead,
      change: `${slower.map(({ direction }) => direction).join(' and ')} messages every 5 s`,
      becomes: stating(lessOften(changed)),
      blockers: [],
    };
  },
});

/** Made apart from what was weighed, which would stay in memory with it. */
const lessOften =
  (changed: Workload['realtime']) =>
  (workload: Workload): Workload => ({ ...workload, realtime: { ...workload.realtime, ...changed } });
