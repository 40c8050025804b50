import { GATEWAYS } from '../../workload/front-doors.ts';
import { defineRule } from '../rule.ts';

export const stageVariablesBackend = defineRule({
  id: 'stage-variables-backend',
  severity: 'note',
  topic: 'operations',
  page: () => ({
    title: 'A stage variable names the backend',
    rationale:
      'API Gateway does not check a stage variable when it is set. A misspelt name, or a function that does not let this API call it, shows with the first request, as a 500. A function behind a stage variable needs its permission for each name that the variable may take.',
    remedy:
      'Check the variables of a stage in the pipeline before it deploys, call each route once afterwards, and try new values with a canary where the API has one.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/stage-variables.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html',
    ],
    examples: [
      { candidate: 'rest', reports: { operations: { stageVariables: 'backend' } }, silent: { operations: { stageVariables: 'settings' } } },
    ],
  }),
  fields: ['operations.stageVariables'],
  frontDoors: GATEWAYS,
  inspect({ workload: { operations } }) {
    if (!(operations?.stageVariables === 'backend')) return [];
    return [
      { because: 'the name or address of the backend is a stage variable, which nothing checks', path: ['operations', 'stageVariables'] },
    ];
  },
});
