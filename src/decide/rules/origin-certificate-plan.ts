import { defineRule } from '../rule.ts';

/** Plans whose distributions show no client certificate to an origin. */
const WITHOUT = ['free', 'pro'];

export const originCertificatePlan = defineRule({
  id: 'origin-certificate-plan',
  severity: 'blocker',
  topic: 'edge',
  page: () => ({
    title: 'The plan of the distribution has no client certificate for the API',
    rationale:
      'CloudFront shows a client certificate to its origin pay as you go, and on the Business and Premium plans. On the Free and Pro plans it does not, so an API whose domain demands one refuses every request.',
    remedy: 'Take the Business plan or pay as you go, or close the API with a secret header instead.',
    sources: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-mtls-authentication.html'],
    examples: [
      {
        candidate: 'http+cloudfront',
        reports: { edge: { origin: 'client-certificate', plan: 'pro' } },
        silent: { edge: { origin: 'client-certificate', plan: 'business' } },
      },
    ],
  }),
  fields: ['edge.origin', 'edge.plan'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { edge }, candidate: { composition } }) {
    const { distribution } = composition;
    const plan = distribution?.plan === 'as stated' ? edge?.plan : distribution?.plan;
    if (edge?.origin !== 'client-certificate' || plan === undefined || !WITHOUT.includes(plan)) return [];
    return [{ because: `the API demands a certificate from CloudFront, and the plan is ${plan}`, path: ['edge', 'origin'] }];
  },
});
