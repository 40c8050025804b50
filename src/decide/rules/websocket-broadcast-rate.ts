import { defineRule } from '../rule.ts';
import { accountRate } from '../account-rate.ts';
import { formatQuantity } from '../../money/format.ts';
import { realtimeRates } from '../../journey/realtime-rates.ts';
import { decimalOf } from '../../money/fraction.ts';

export const websocketBroadcastRate = defineRule({
  id: 'websocket-broadcast-rate',
  severity: 'caution',
  topic: 'websocket',
  page: () => ({
    title: 'Pushes exceed what the account lets through',
    rationale:
      'There is no broadcast: each push is one call of @connections for one connection, and each counts against the request rate that all APIs of the account share in the Region. A message to many is as many calls.',
    remedy:
      'Spread a broadcast over time with SQS, send fewer and larger messages, have the rate raised, or take AppSync Events, which fans out by itself.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
      'https://docs.aws.amazon.com/appsync/latest/eventapi/event-api-welcome.html',
    ],
    examples: [
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '10K', inbound: { rate: '1/min', size: '1 KB' }, fanOut: '100' } },
        silent: { realtime: { connections: '10K', inbound: { rate: '1/min', size: '1 KB' }, fanOut: '10' } },
      },
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '100K', outbound: { rate: '12/min', size: '1 KB' } } },
        silent: { realtime: { connections: '10K', outbound: { rate: '12/min', size: '1 KB' } } },
      },
    ],
  }),
  fields: ['realtime.fanOut', 'realtime.outbound', 'realtime.connections', 'throttling.account'],
  frontDoors: ['websocket'],
  inspect({ workload, units }) {
    const pushes = workload.realtime && decimalOf(realtimeRates(workload.realtime, units.hoursPerMonth).callbacks);
    const most = pushes && accountRate(workload);
    if (!most || pushes.lte(most)) return [];
    const because = `${formatQuantity(pushes.ceil())} messages a second are pushed while connections are open, and the account lets ${formatQuantity(most)} requests a second through`;
    return [{ because, path: ['realtime', workload.realtime?.fanOut ? 'fanOut' : 'outbound'] }];
  },
});
