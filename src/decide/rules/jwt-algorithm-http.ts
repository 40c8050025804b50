import { defineRule } from '../rule.ts';

/** PS256 is RSA too; AWS says no more than that RSA-based algorithms are supported, so it is left alone. */
const OTHERS: readonly string[] = ['ES256', 'EdDSA', 'HS256'];

export const jwtAlgorithmHttp = defineRule({
  id: 'jwt-algorithm-http',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'A JWT authorizer cannot verify how these tokens are signed',
    rationale:
      'The JWT authorizer of an HTTP API knows RSA signatures only. Tokens signed with elliptic curves, EdDSA or a shared secret are refused with a 401.',
    remedy: 'Let the issuer sign with RS256, or verify the tokens in a Lambda authorizer and add its cost and its cold starts.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html'],
    examples: [
      { candidate: 'http', reports: { auth: { jwt: { algorithm: 'ES256' } } }, silent: { auth: { jwt: { algorithm: 'RS256' } } } },
    ],
  }),
  fields: ['auth.jwt.algorithm'],
  frontDoors: ['http'],
  inspect({ workload: { auth } }) {
    const algorithm = auth?.jwt?.algorithm;
    if (!algorithm || !OTHERS.includes(algorithm)) return [];
    return [
      {
        because: `tokens are signed with ${algorithm}, and the JWT authorizer verifies RSA signatures only`,
        path: ['auth', 'jwt', 'algorithm'],
      },
    ];
  },
});
