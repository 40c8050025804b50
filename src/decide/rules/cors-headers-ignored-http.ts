import { defineRule } from '../rule.ts';

export const corsHeadersIgnoredHttp = defineRule({
  id: 'cors-headers-ignored-http',
  severity: 'caution',
  topic: 'operations',
  page: () => ({
    title: 'CORS headers of the backend do not reach the browser',
    rationale:
      'Once CORS is configured on an HTTP API, API Gateway answers preflight requests by itself and ignores the CORS headers that the backend returns. A change of them in the backend has no effect.',
    remedy: 'Configure CORS in one place: on the API, or, with none there and a route for OPTIONS, in the backend.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html'],
    examples: [{ candidate: 'http', reports: { cors: { headersFrom: 'both' } }, silent: { cors: { headersFrom: 'front-door' } } }],
  }),
  fields: ['cors.headersFrom'],
  frontDoors: ['http'],
  inspect({ workload: { cors } }) {
    if (cors?.headersFrom !== 'both') return [];
    return [{ because: 'both the API and the backend add CORS headers, and only those of the API count', path: ['cors', 'headersFrom'] }];
  },
});
