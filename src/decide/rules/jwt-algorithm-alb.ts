import { defineRule } from '../rule.ts';

export const jwtAlgorithmAlb = defineRule({
  id: 'jwt-algorithm-alb',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'A load balancer cannot verify how these tokens are signed',
    rationale:
      'An Application Load Balancer verifies tokens that are signed with RS256, and no others. Requests with other tokens do not pass.',
    remedy: 'Let the issuer sign with RS256, or verify the tokens in the backend.',
    sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-verify-jwt.html'],
    examples: [{ candidate: 'alb', reports: { auth: { jwt: { algorithm: 'RS512' } } }, silent: { auth: { jwt: { algorithm: 'RS256' } } } }],
  }),
  fields: ['auth.jwt.algorithm'],
  frontDoors: ['alb'],
  inspect({ workload: { auth } }) {
    const algorithm = auth?.jwt?.algorithm;
    if (!algorithm || algorithm === 'RS256') return [];
    return [
      { because: `tokens are signed with ${algorithm}, and a load balancer verifies RS256 only`, path: ['auth', 'jwt', 'algorithm'] },
    ];
  },
});
