import * as v from 'valibot';
import { choice, count, duration, flag, lasting, number, rate, section, size } from './field.ts';
import { DESIGN, FELT_DESIGN, MIX, VOLUME } from './traits.ts';

/** How clients and backend behave on connections that stay open. */
const realtimeHabits = {
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

const messageStream = (direction: string) =>
  section(`Messages ${direction}.`, () => ({
    rate: rate(
      'How many, on each connection. Per second, minute or hour counts connected time; per day, week or month counts calendar time.',
      '10/min',
      VOLUME,
    ),
    size: v.optional(size('Average size of a message; each started 32 KB is billed as one.', '3 KB', MIX)),
  }));

export const realtime = section('Connections that stay open, for a WebSocket API.', () => ({
  connections: v.optional(count('Connections open at the same time, during the hours of `hoursPerDay`.', '10K', VOLUME)),
  connectRate: v.optional(rate('New connections, instead of `connections`; needs `sessionLength`.', '5/s', VOLUME)),
  hoursPerDay: v.optional(number('Hours a day that the connections are open. Assumed 24 when absent.', '12', 0, 24, VOLUME)),
  sessionLength: v.optional(lasting('How long one connection lives. AWS closes it after 2 hours.', '30 min', MIX)),
  inbound: v.optional(messageStream('that each client sends')),
  outbound: v.optional(messageStream('that the backend pushes to each client')),
  fanOut: v.optional(count('Connections to which each inbound message is forwarded, in addition to `outbound`.', '10', MIX)),
  ...realtimeHabits,
  connectionStore: v.optional(
    section('A DynamoDB table, on demand, that holds the open connections.', () => ({
      item: size('Size of the record of one connection.', '200 B', FELT_DESIGN),
    })),
  ),
}));
