import { GATEWAYS } from '../../workload/front-doors.ts';
import { limitInWords } from '../limit.ts';
import { defineRule } from '../rule.ts';

export const incidentStepsControlPlane = defineRule({
  id: 'incident-steps-control-plane',
  severity: 'caution',
  topic: 'operations',
  page: () => ({
    title: 'Recovery depends on changing the API',
    rationale: `Calls that change APIs go to a control plane, which is more complex than what serves requests, takes ${limitInWords('ctl-total')} from a whole account, and may be impaired in the same incident. Requests are still served without it.`,
    remedy:
      'Prepare what recovery needs in advance, and switch with mechanisms of the data plane: Route 53 health checks, flags that the backend reads, weights of a function alias set in advance.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
      'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/control-planes-and-data-planes.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_avoid_control_plane.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { operations: { incidentSteps: 'control-plane' } },
        silent: { operations: { incidentSteps: 'data-plane' } },
      },
    ],
  }),
  fields: ['operations.incidentSteps'],
  frontDoors: GATEWAYS,
  inspect({ workload: { operations } }) {
    if (!(operations?.incidentSteps === 'control-plane')) return [];
    return [{ because: 'in an incident the API itself is changed', path: ['operations', 'incidentSteps'] }];
  },
});
