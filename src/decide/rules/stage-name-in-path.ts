import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const stageNameInPath = defineRule({
  id: 'stage-name-in-path',
  severity: 'caution',
  topic: 'integration',
  page: () => ({
    title: 'The name of the stage reaches the service',
    rationale:
      'A private integration of an HTTP API passes on the path with the stage in front: a request to /prod/orders asks the service for /prod/orders. It then answers 404, or must know the names of all stages.',
    remedy:
      'Overwrite the path by a parameter mapping (overwrite:path to $request.path), or use the $default stage, which has no name in the path.',
    sources: [`${GUIDE}/http-api-develop-integrations-private.html`, `${GUIDE}/http-api-parameter-mapping.html`],
    examples: [
      {
        candidate: 'http',
        reports: { backend: { vpc: { balancer: 'alb', stageInPath: 'yes' } } },
        silent: { backend: { vpc: { balancer: 'alb', stageInPath: 'no' } } },
      },
    ],
  }),
  fields: ['backend.vpc.stageInPath'],
  frontDoors: ['http'],
  inspect({ workload: { backend } }) {
    if (!backend?.vpc?.stageInPath) return [];
    return [{ because: 'each path reaches the service with the name of the stage in front', path: ['backend', 'vpc', 'stageInPath'] }];
  },
});
