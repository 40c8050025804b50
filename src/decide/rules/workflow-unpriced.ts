import { unpricedCalls } from '../../journey/direct-calls.ts';
import { GATEWAYS } from '../../workload/front-doors.ts';
import { defineRule } from '../rule.ts';

export const workflowUnpriced = defineRule({
  id: 'workflow-unpriced',
  severity: 'note',
  topic: 'integration',
  page: () => ({
    title: 'The cost of the started workflows is not included',
    rationale:
      'An API that starts a workflow by itself costs little, but the workflow may cost much. A Standard workflow is billed for each state transition, several for each request, and an Express workflow for each run, its duration and its memory. That is often more than the API.',
    remedy: 'State backend.service with its transitions, or its duration and memory, so that the workflows are priced with the API.',
    sources: [
      'https://aws.amazon.com/step-functions/pricing/',
      'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { needs: { 'int-aws-sfn-start': 'yes' } },
        silent: { needs: { 'int-aws-sfn-start': 'no' } },
      },
      {
        candidate: 'rest',
        reports: { needs: { 'int-aws-sfn-start': 'yes' }, backend: { service: { name: 'eventbridge' } } },
        silent: { needs: { 'int-aws-sfn-start': 'no' }, backend: { service: { name: 'eventbridge' } } },
      },
    ],
  }),
  fields: ['needs.int-aws-sfn-start', 'needs.int-aws-sfn-start-sync', 'backend.service'],
  frontDoors: GATEWAYS,
  inspect({ workload }) {
    const [first] = unpricedCalls(workload).workflows;
    if (first === undefined) return [];
    return [
      {
        because: 'requests start workflows of Step Functions, and neither their transitions nor their duration is stated',
        path: ['needs', first],
      },
    ];
  },
});
