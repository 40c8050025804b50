import { quotaIn } from '../facts/quotas/quota-in.ts';
import type { RealtimeRates } from '../journey/realtime-rates.ts';
import { decimal, type Decimal } from '../money/decimal.ts';
import { divided, fractionOf, type Fraction } from '../money/fraction.ts';

/** New connections, which have a limit apart from requests, for all WebSocket APIs of an account in a Region. */
export interface Connects {
  readonly perSecond: Fraction;
  readonly limit: Decimal;
  readonly origin: 'stated' | 'region';
  /** Seconds until all are back when all are lost at once. */
  readonly allBackIn: Fraction | null;
}

/** Null where the default of the Region is not known. */
export function connectsOf({ connects, open }: RealtimeRates, region: string, stated: Decimal | undefined): Connects | null {
  const standard = quotaIn('ws-new-connections', region);
  const limit = stated ?? (standard.type === 'limit' ? decimal(standard.value) : null);
  if (limit === null) return null;
  return {
    perSecond: connects,
    limit,
    origin: stated ? 'stated' : 'region',
    allBackIn: limit.isZero() ? null : divided(open, fractionOf(limit)),
  };
}
