import { defineRule } from '../rule.ts';

export const usagePlanSpendingCap = defineRule({
  id: 'usage-plan-spending-cap',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'A usage plan is meant to cap the bill',
    rationale:
      'AWS applies the throttles and quotas of usage plans on a best-effort basis: clients can exceed them, and calls without a key are not counted at all. AWS says not to rely on them to control costs or to block access.',
    remedy: 'Watch the bill with AWS Budgets and block floods with AWS WAF rate rules; keep usage plans for fairness among clients.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
      'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html',
    ],
    examples: [
      { candidate: 'rest', reports: { auth: { apiKeys: { capSpending: 'yes' } } }, silent: { auth: { apiKeys: { capSpending: 'no' } } } },
    ],
  }),
  fields: ['auth.apiKeys.capSpending'],
  frontDoors: ['rest'],
  inspect({ workload: { auth } }) {
    if (auth?.apiKeys?.capSpending !== true) return [];
    return [
      {
        because: 'the quotas of usage plans are meant to limit the bill, and AWS enforces them on a best-effort basis only',
        path: ['auth', 'apiKeys', 'capSpending'],
      },
    ];
  },
});
