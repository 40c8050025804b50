import * as v from 'valibot';
import { choice, duration, flag } from './field.ts';
import { DESIGN } from './traits.ts';

/** How the cache of a stage is set up, besides its size. */
export const cacheHabits = {
  ttl: v.optional(duration('How long an answer is kept.', '5 min', DESIGN)),
  answers: v.optional(
    choice('Whether everybody gets the same answer to a request, or each caller gets its own.', ['same-for-all', 'per-caller']),
  ),
  callerInKey: v.optional(flag('Whether the key holds something that tells callers apart, such as the Authorization header.')),
  undeclaredParameters: v.optional(flag('Whether a query string or header changes the answer and is not part of the key.')),
  otherMethods: v.optional(flag('Whether methods other than GET are cached too.')),
  invalidation: v.optional(
    choice('Who can make the cache fetch a fresh answer by Cache-Control: max-age=0: callers with permission, or anybody.', [
      'authorized',
      'anybody',
    ]),
  ),
  encrypted: v.optional(flag('Whether cached answers are encrypted at rest.')),
  resized: v.optional(flag('Whether the size is changed while there is traffic, such as by a schedule.')),
};
