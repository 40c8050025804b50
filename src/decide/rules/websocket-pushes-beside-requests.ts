import { defineRule } from '../rule.ts';
import { accountRate } from '../account-rate.ts';
import { decimal } from '../../money/decimal.ts';
import { formatQuantity } from '../../money/format.ts';
import { sent } from '../../journey/load.ts';
import { realtimeRates } from '../../journey/realtime-rates.ts';
import { decimalOf } from '../../money/fraction.ts';

/** The same 80% at which a quota is called near. */
const NEAR = decimal('0.8');

export const websocketPushesBesideRequests = defineRule({
  id: 'websocket-pushes-beside-requests',
  severity: 'note',
  topic: 'websocket',
  page: () => ({
    title: 'Pushes take from the rate of the other APIs',
    rationale:
      'Calls of @connections draw on the same account-wide rate as the requests of REST and HTTP APIs. Clients that never opened a connection get 429 in an hour with many pushes.',
    remedy: 'Give the WebSocket API an AWS account of its own, or have the rate raised for both together.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html',
    ],
    examples: [
      {
        candidate: 'websocket',
        reports: {
          traffic: { requests: '1B/month', peak: '5K rps' },
          realtime: { connections: '20K', outbound: { rate: '12/min', size: '1 KB' } },
        },
        silent: {
          traffic: { requests: '1B/month', peak: '400 rps' },
          realtime: { connections: '20K', outbound: { rate: '12/min', size: '1 KB' } },
        },
      },
    ],
  }),
  fields: ['realtime', 'traffic.peak', 'throttling.account'],
  frontDoors: ['websocket'],
  inspect({ workload, month, units }) {
    const peak = sent(month)?.peak;
    if (!peak || !workload.realtime) return [];
    const pushes = decimalOf(realtimeRates(workload.realtime, units.hoursPerMonth).callbacks);
    const most = accountRate(workload);
    if (!most || pushes.isZero()) return [];
    const requests = decimalOf(peak);
    if (pushes.gt(most) || requests.plus(pushes).lt(most.times(NEAR))) return [];
    const because = `${formatQuantity(requests)} requests and ${formatQuantity(pushes.ceil())} pushes a second share the ${formatQuantity(most)} of the account`;
    return [{ because, path: ['traffic', 'peak'] }];
  },
});
