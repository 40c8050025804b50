import { isGateway, type Gateway } from '../../facts/front-door.ts';
import { quotaOf } from '../../facts/quotas/index.ts';
import { GUIDE } from '../../facts/quotas/quota.ts';
import { decimal } from '../../money/decimal.ts';
import { formatQuantity } from '../../money/format.ts';
import { limitInWords } from '../limit.ts';
import { defineRule } from '../rule.ts';

const QUOTAS = { rest: 'rest-resources', http: 'http-routes', websocket: 'ws-routes' } as const;
const most = (frontDoor: Gateway) => decimal(quotaOf(QUOTAS[frontDoor]).value ?? '0');
const MOST = { rest: most('rest'), http: most('http'), websocket: most('websocket') };

export const routesOverQuota = defineRule({
  id: 'routes-over-quota',
  severity: 'caution',
  topic: 'operations',
  page: () => ({
    title: 'More routes than an API may have by default',
    rationale:
      'An API has 300 resources or routes unless AWS raises the quota. A greedy path such as /{proxy+} counts once, and leaves the routing to the backend.',
    remedy: 'Ask for a higher quota in time, use greedy paths, or split the API under one custom domain name.',
    sources: [`${GUIDE}/api-gateway-execution-service-limits-table.html`, `${GUIDE}/http-api-quotas.html`],
    examples: [{ candidate: 'http', reports: { routes: '450' }, silent: { routes: '120' } }],
  }),
  fields: ['routes'],
  frontDoors: ['rest', 'http', 'websocket'],
  inspect({ workload: { routes }, candidate: { frontDoor } }) {
    if (routes === undefined || !isGateway(frontDoor) || !routes.gt(MOST[frontDoor])) return [];
    return [
      {
        because: `the API has ${formatQuantity(routes)} routes, and the default quota is ${limitInWords(QUOTAS[frontDoor])}`,
        path: ['routes'],
      },
    ];
  },
});
