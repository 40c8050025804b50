import type { FeatureId } from '../../workload/features.ts';
import { listedRoutes, type Route } from '../../workload/routes-stated.ts';
import { defineRule, type Observation } from '../rule.ts';

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
      {
        candidate: 'http',
        reports: { needs: { cors: 'yes' }, routes: [{ method: 'ANY', path: '/{proxy+}', authorizer: 'jwt' }] },
        silent: { needs: { cors: 'yes' }, routes: [{ method: 'ANY', path: '/{proxy+}', authorizer: 'none' }] },
      },
    ],
  }),
  fields: ['routes', 'needs.default-route', 'needs.cors', 'cors', 'traffic.fates.preflight', 'auth', 'needs.auth-jwt', 'needs.auth-iam'],
  frontDoors: ['http', 'rest'],
  inspect({ workload, needs }) {
    const browsers = needs('cors') || workload.traffic?.fates?.preflight?.isZero() === false;
    if (!browsers) return [];
    const listed = listedRoutes(workload);
    if (listed !== null) return caught(listed).map(observed);
    if (!needs('default-route') || !AUTHORIZERS.some(needs)) return [];
    return [
      { because: 'the route that catches all requests has an authorizer, and catches preflights too', path: ['needs', 'default-route'] },
    ];
  },
});

const DEFAULT = '$default';

/** Routes with an authorizer that preflights meet, for no route without one answers OPTIONS of their path. */
function caught(routes: readonly Route[]): readonly Route[] {
  const open = routes.filter(({ method, authorizer }) => method === 'OPTIONS' && authorizer === 'none');
  return routes.filter(
    ({ method, path, authorizer }) =>
      (method === 'ANY' || method === 'OPTIONS' || path === DEFAULT) &&
      authorizer !== null &&
      authorizer !== 'none' &&
      !open.some((other) => covers(other.path, path)),
  );
}

/** Whether a route takes all that another takes: its own path, or what stands under a greedy part of it. */
function covers(path: string, other: string): boolean {
  if (path === other) return true;
  const greedy = /^(.*)\/\{[^}/]+\+\}$/.exec(path);
  return greedy !== null && (other.startsWith(`${greedy[1]}/`) || (greedy[1] === '' && other === DEFAULT));
}

function observed({ method, path, index }: Route): Observation {
  const name = path === DEFAULT ? DEFAULT : `${method} ${path}`;
  const remedy = `Add a route OPTIONS ${path === DEFAULT ? '/{proxy+}' : path} without an authorizer, or name the methods that the route serves.`;
  return { because: `${name} has an authorizer, and answers preflights too`, remedy, path: ['routes', index] };
}
