import * as v from 'valibot';
import { choice, duration, flag, lasting, rate, size } from './field.ts';
import { DESIGN, FELT_DESIGN } from './traits.ts';

/** How clients and backend behave on connections that stay open. */
export const realtimeHabits = {
  largestMessage: v.optional(size('The largest message that must pass, in either direction.', '100 KB', DESIGN)),
  splitFrames: v.optional(flag('Whether clients split messages over 32 KB into several frames.')),
  binary: v.optional(flag('Whether clients send binary frames, not text.')),
  connectPeak: v.optional(rate('New connections in the busiest second, such as when all come back after an outage.', '2K/s', DESIGN)),
  longestSilence: v.optional(duration('The longest time in which neither side sends anything.', '20 min', DESIGN)),
  heartbeat: v.optional(
    lasting('How often a client sends something just to keep the connection; each time is a message that is billed.', '5 min', FELT_DESIGN),
  ),
  stays: v.optional(duration('How long a client wants to stay, on several connections in sequence if necessary.', '8 h', DESIGN)),
  reconnects: v.optional(flag('Whether clients connect again when the connection is closed.')),
  forgetting: v.optional(
    choice(
      'When the backend deletes a connection: also when a push answers 410 or its record expires, or only when $disconnect is called.',
      ['gone-or-expired', 'disconnect-only'],
    ),
  ),
};
