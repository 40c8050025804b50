import { GATEWAYS, type FrontDoor } from '../../workload/front-doors.ts';
import { QUOTAS } from '../../facts/quotas/index.ts';
import { GUIDE } from '../../facts/quotas/quota.ts';
import { formatQuantity } from '../../money/format.ts';
import { decimal } from '../../money/decimal.ts';
import { resourceCount, routeCount } from '../../workload/routes-stated.ts';
import { askFor } from '../ask-for.ts';
import { limitInWords } from '../limit.ts';
import { farOver } from '../quota-use.ts';
import { defineRule } from '../rule.ts';

const SPLIT = 'Or use greedy paths, or split the API under one custom domain name.';

/** What AWS counts an API by: resources of a REST API, routes of the others. */
const COUNTED = ['routes', 'resources'];
const quotaOfRoutes = (frontDoor: FrontDoor) =>
  QUOTAS.find(({ unit, appliesTo }) => COUNTED.includes(unit) && appliesTo.includes(frontDoor));

export const routesOverQuota = defineRule({
  id: 'routes-over-quota',
  severity: 'caution',
  topic: 'operations',
  page: () => ({
    title: 'More routes than an API may have by default',
    rationale:
      'An API has 300 resources or routes unless AWS raises the quota. A greedy path such as /{proxy+} counts once, and leaves the routing to the backend.',
    remedy: `Ask for a higher quota in time. ${SPLIT}`,
    sources: [`${GUIDE}/api-gateway-execution-service-limits-table.html`, `${GUIDE}/http-api-quotas.html`],
    examples: [{ candidate: 'http', reports: { routes: '450' }, silent: { routes: '120' } }],
  }),
  fields: ['routes'],
  frontDoors: GATEWAYS,
  inspect({ workload, candidate: { frontDoor } }) {
    const quota = quotaOfRoutes(frontDoor);
    const counted = quota?.unit === 'resources' ? resourceCount(workload) : routeCount(workload);
    const most = decimal(quota?.value ?? '0');
    if (!quota || !counted?.gt(most) || farOver(counted, most)) return [];
    return [
      {
        because: `the API has ${formatQuantity(counted)} ${workload.routes === counted ? 'routes' : quota.unit}, and the default quota is ${limitInWords(quota.id)}`,
        path: ['routes'],
        remedy: `${askFor(quota.id, counted)} ${SPLIT}`,
      },
    ];
  },
});
