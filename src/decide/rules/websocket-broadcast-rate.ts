import { askFor } from '../ask-for.ts';
import { farOver } from '../quota-use.ts';
import { defineRule } from '../rule.ts';
import { accountRate } from '../account-rate.ts';
import { formatQuantity } from '../../money/format.ts';
import { realtimeRates, type RealtimeRates } from '../../journey/realtime-rates.ts';
import { ZERO } from '../../money/decimal.ts';
import { isNone } from '../../money/fraction.ts';
import { besideOnAccount } from '../account-load.ts';

const SPREAD = 'Spread a broadcast over time with SQS, or send fewer and larger messages.';

export const websocketBroadcastRate = defineRule({
  id: 'websocket-broadcast-rate',
  severity: 'caution',
  topic: 'websocket',
  page: () => ({
    title: 'Messages exceed what the account lets through',
    rationale:
      'There is no broadcast: each push is one call of @connections for one connection, and each counts against the request rate that all APIs of the account share in the Region, as each message of a client does. A message to many is as many calls.',
    remedy: `${SPREAD} Have the rate raised, or take AppSync Events, which fans out by itself.`,
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
  fields: ['realtime', 'throttling.account', 'throttling.accountUsedByOthers'],
  frontDoors: ['websocket'],
  inspect({ workload: { realtime, throttling, region }, units, month }) {
    const rates = realtime && realtimeRates(realtime, units.hoursPerMonth);
    const most = rates && accountRate({ throttling, region });
    if (!most) return [];
    const needed = besideOnAccount(month);
    if (needed.lte(most) || farOver(needed, most)) return [];
    const others = throttling?.accountUsedByOthers ?? ZERO;
    const beside = others.isZero() ? '' : `, beside ${formatQuantity(others)} requests of other APIs`;
    const because = `${formatQuantity(needed.minus(others).ceil())} messages a second ${comings(rates)} while connections are open${beside}, and the account lets ${formatQuantity(most)} requests a second through`;
    return [
      {
        because,
        path: ['realtime', realtime.fanOut ? 'fanOut' : realtime.outbound ? 'outbound' : 'inbound'],
        remedy: `${SPREAD} ${askFor('account-rate', needed)} Or take AppSync Events, which fans out by itself.`,
      },
    ];
  },
});

function comings({ inbound, callbacks }: RealtimeRates): string {
  if (isNone(inbound)) return 'are pushed';
  return isNone(callbacks) ? 'come in' : 'come in or are pushed';
}
