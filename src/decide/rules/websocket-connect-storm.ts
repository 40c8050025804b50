import { askFor } from '../ask-for.ts';
import { farOver } from '../quota-use.ts';
import { limitInWords } from '../limit.ts';
import { defineRule } from '../rule.ts';
import { perSecondOf } from '../subject.ts';
import { quotaOf } from '../../facts/quotas/index.ts';
import { decimal } from '../../money/decimal.ts';
import { formatQuantity } from '../../money/format.ts';

const STANDARD = decimal(quotaOf('ws-new-connections').value ?? '');

const WAIT = 'Let clients wait a random time before they connect again, longer with each failure.';

export const websocketConnectStorm = defineRule({
  id: 'websocket-connect-storm',
  severity: 'caution',
  topic: 'websocket',
  page: () => ({
    title: 'More clients connect at once than the account allows',
    rationale: `All WebSocket APIs of an account share a rate of new connections in a Region, ${limitInWords('ws-new-connections')} unless raised. After a deployment or an outage all clients come back at the same moment, the rest are refused with 429, and those that retry immediately prolong the overload.`,
    remedy: `${WAIT} Have the quota raised (L-9ED1E49A).`,
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
      'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/',
    ],
    examples: [
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '1K', connectPeak: '2K/s' } },
        silent: { realtime: { connections: '1K', connectPeak: '200/s' } },
      },
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '1K', connectPeak: '2K/s' }, throttling: { newConnections: '500/s' } },
        silent: { realtime: { connections: '1K', connectPeak: '2K/s' }, throttling: { newConnections: '3000/s' } },
      },
    ],
  }),
  fields: ['realtime.connectPeak', 'realtime.connectRate', 'throttling.newConnections'],
  frontDoors: ['websocket'],
  inspect({ workload: { realtime, throttling }, units }) {
    const key = realtime?.connectPeak ? 'connectPeak' : 'connectRate';
    const stated = realtime?.[key];
    if (!stated) return [];
    const most = throttling?.newConnections ?? STANDARD;
    const connects = perSecondOf(stated, units);
    if (connects.lte(most) || farOver(connects, most)) return [];
    const because = `${formatQuantity(connects)} clients connect in the busiest second, and the account lets ${formatQuantity(most)} in`;
    return [{ because, path: ['realtime', key], remedy: `${WAIT} ${askFor('ws-new-connections', connects)}` }];
  },
});
