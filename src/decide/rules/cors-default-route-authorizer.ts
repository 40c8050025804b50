import type { FeatureId } from '../../workload/features.ts';
import { defineRule } from '../rule.ts';

/** What asks of every request on a route who sends it. */
const AUTHORIZERS: readonly FeatureId[] = ['auth-jwt', 'auth-iam', 'auth-lambda-request', 'auth-lambda-token', 'auth-cognito-native'];

export const corsDefaultRouteAuthorizer = defineRule({
  id: 'cors-default-route-authorizer',
  severity: 'caution',
  topic: 'operations',
  page: () => ({
    title: 'Preflights meet the authorizer of the default route',
    rationale:
      'The $default route of an HTTP API, and a method ANY of a REST API, catch every request that no other route catches, OPTIONS included. Browsers send preflights without a token, so that an authorizer there refuses them, and no page of another site gets an answer.',
    remedy: 'Add a route OPTIONS /{proxy+} without an authorizer, or name the methods that the route serves.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html'],
    examples: [
      {
        candidate: 'http',
        reports: { needs: { 'default-route': 'yes', cors: 'yes', 'auth-jwt': 'yes' } },
        silent: { needs: { cors: 'yes', 'auth-jwt': 'yes' } },
      },
      {
        candidate: 'rest',
        reports: { needs: { 'default-route': 'yes', 'auth-iam': 'yes' }, traffic: { fates: { preflight: '10%' } } },
        silent: { needs: { 'default-route': 'yes', 'auth-iam': 'yes' } },
      },
    ],
  }),
  fields: ['needs.default-route', 'needs.cors', 'cors', 'traffic.fates.preflight', 'auth', 'needs.auth-jwt', 'needs.auth-iam'],
  frontDoors: ['http', 'rest'],
  inspect({ workload, needs }) {
    const browsers = needs('cors') || workload.traffic?.fates?.preflight?.isZero() === false;
    if (!browsers || !needs('default-route') || !AUTHORIZERS.some(needs)) return [];
    return [
      { because: 'the route that catches all requests has an authorizer, and catches preflights too', path: ['needs', 'default-route'] },
    ];
  },
});
