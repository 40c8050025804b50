import type { Journey } from '../journey/journey.ts';
import { peakLoad } from '../journey/load.ts';
import type { Month } from '../journey/month.ts';
import { realtimeRates } from '../journey/realtime-rates.ts';
import { ZERO, type Decimal } from '../money/decimal.ts';
import { decimalOf, plus } from '../money/fraction.ts';

/** Requests a second that others take of the account at the peak: its other APIs, and messages of this workload. */
export function besideOnAccount({ workload: { realtime, throttling }, units }: Month): Decimal {
  const rates = realtime && realtimeRates(realtime, units.hoursPerMonth);
  const messages = rates ? decimalOf(plus(rates.inbound, rates.callbacks)) : ZERO;
  return messages.plus(throttling?.accountUsedByOthers ?? ZERO);
}

/** Requests a second of the account at the peak, with those of others; null where no peak is stated or none arrives. */
export function accountLoad(journey: Journey): Decimal | null {
  return peakLoad(journey, 'front-door')?.plus(besideOnAccount(journey.month)) ?? null;
}
