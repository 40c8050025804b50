import { defineRule } from '../rule.ts';

export const autoDeployProduction = defineRule({
  id: 'auto-deploy-production',
  severity: 'caution',
  topic: 'operations',
  page: () => ({
    title: 'Every change goes live at once',
    rationale:
      'A stage with automatic deployment serves a change in the moment it is saved: a route that is half edited, or an authorizer that was detached for a test, is in production. There is no earlier deployment to go back to by one step.',
    remedy:
      'Switch automatic deployment off for the stage that customers use, and deploy from a pipeline that tests the change on another stage first.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html'],
    examples: [
      {
        candidate: 'http',
        reports: { operations: { production: 'yes', autoDeploy: 'yes' } },
        silent: { operations: { production: 'yes', autoDeploy: 'no' } },
      },
      {
        candidate: 'http',
        reports: { operations: { autoDeploy: 'yes' } },
        silent: { operations: { production: 'no', autoDeploy: 'yes' } },
      },
    ],
  }),
  fields: ['operations.autoDeploy', 'operations.production'],
  frontDoors: ['http'],
  inspect({ workload: { operations } }) {
    if (!(operations?.autoDeploy && operations.production !== false)) return [];
    return [{ because: 'the stage deploys every change by itself', path: ['operations', 'autoDeploy'] }];
  },
});
