import { FEATURE_TABLES } from '../../facts/features/index.ts';
import { GUIDE } from '../../facts/quotas/quota.ts';
import { FEATURE_IDS, FEATURES, type FeatureId } from '../../workload/features.ts';
import { defineRule } from '../rule.ts';

/** Features that a REST API has and an HTTP API lacks; those that one route may need by itself are integrations. */
const REST_ONLY = FEATURE_IDS.filter((id) => FEATURE_TABLES.rest[id].type === 'native' && FEATURE_TABLES.http[id].type !== 'native');
const isIntegration = (id: FeatureId) => id.startsWith('int-');

export const restForFewRoutes = defineRule({
  id: 'rest-for-few-routes',
  severity: 'note',
  topic: 'choosing',
  page: () => ({
    title: 'Only some routes need a REST API',
    rationale:
      'An integration is chosen for each route, and REST and HTTP APIs can share a custom domain name, path by path. If nothing else asks for a REST API, only the routes with that integration must be in one. A WebSocket API cannot share the domain name.',
    remedy: 'Put these routes into a REST API and the others into an HTTP API, and map both to one domain name by path.',
    sources: [`${GUIDE}/rest-api-mappings.html`, `${GUIDE}/http-api-develop-integrations-aws-services-reference.html`],
    examples: [
      {
        candidate: 'rest',
        reports: { needs: { 'int-aws-dynamodb': 'yes' } },
        silent: { needs: { 'int-aws-dynamodb': 'yes', 'usage-plans': 'yes' } },
      },
    ],
  }),
  fields: ['needs'],
  frontDoors: ['rest'],
  inspect({ workload, needs }) {
    if (workload.needs === undefined) return [];
    const decisive = REST_ONLY.filter(needs);
    if (decisive.length === 0 || !decisive.every(isIntegration)) return [];
    const names = decisive.map((id) => FEATURES[id].name).join(', ');
    return [{ because: `of what is needed, an HTTP API lacks only ${names}`, path: ['needs', decisive[0] as FeatureId] }];
  },
});
