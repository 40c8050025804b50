import { defineRule } from '../rule.ts';

export const jwtWithoutScopes = defineRule({
  id: 'jwt-without-scopes',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'Routes take any token of the issuer',
    rationale:
      'A route without scopes accepts every token that the issuer signed for this audience, ID tokens included. An ID token states who a user is, not what the user has agreed to; a client that was given one for its profile page can call the API with it.',
    remedy: 'Name the scopes on each route: then only access tokens that carry one of them pass.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html',
    ],
    examples: [{ candidate: 'http', reports: { auth: { jwt: { scopes: 'no' } } }, silent: { auth: { jwt: { scopes: 'yes' } } } }],
  }),
  fields: ['auth.jwt.scopes'],
  frontDoors: ['http'],
  inspect({ workload: { auth } }) {
    if (auth?.jwt?.scopes !== false) return [];
    return [{ because: 'routes name no scopes', path: ['auth', 'jwt', 'scopes'] }];
  },
});
