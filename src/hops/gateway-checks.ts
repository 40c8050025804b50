import { ONE } from '../money/decimal.ts';
import type { Fate, Kind } from './flow.ts';
import type { Hop } from './hop.ts';

/** A check inside a gateway that ends every request of one kind, and bills nothing itself. */
function check(id: string, kind: Kind, fate: Fate): Hop {
  return { id, side: 'front-door', exit: (parcel) => (parcel.kind === kind ? { fate, share: ONE } : null) };
}

/** REST answers OPTIONS with a mock integration, HTTP by its CORS setting; either way before the backend. */
export const preflight = check('preflight', 'preflight', 'preflight-answered');

/** 429: account, stage, route and usage-plan limits. */
export const throttle = check('throttle', 'excess', 'throttled');

/** 400: models and required parameters; REST APIs only. */
export const validation = check('validation', 'invalid', 'invalid');
