import { GATEWAYS } from '../../workload/front-doors.ts';
import { defineRule } from '../rule.ts';

export const accountSharedWithTests = defineRule({
  id: 'account-shared-with-tests',
  severity: 'caution',
  topic: 'throttling',
  page: () => ({
    title: 'Load tests take from the rate of production',
    rationale:
      'All APIs of an account share one request rate in a Region. A load test, or a retry loop in a developer’s API, uses it up, and customers get 429 from an API that was not changed.',
    remedy: 'Run tests in an AWS account of their own; until then, throttle the stages of test APIs far below what the account allows.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/serverless-applications-lens/rest-api.html',
      'https://docs.aws.amazon.com/whitepapers/latest/organizing-your-aws-environment/organizing-your-aws-environment.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { operations: { accountSharedWithTests: 'yes' } },
        silent: { operations: { accountSharedWithTests: 'no' } },
      },
      {
        candidate: 'rest',
        reports: { operations: { production: 'yes', accountSharedWithTests: 'yes' } },
        silent: { operations: { production: 'no', accountSharedWithTests: 'yes' } },
      },
    ],
  }),
  fields: ['operations.accountSharedWithTests', 'operations.production'],
  frontDoors: GATEWAYS,
  inspect({ workload: { operations } }) {
    if (!(operations?.accountSharedWithTests && operations.production !== false)) return [];
    return [
      { because: 'tests run in the same account and Region, and share its request rate', path: ['operations', 'accountSharedWithTests'] },
    ];
  },
});
