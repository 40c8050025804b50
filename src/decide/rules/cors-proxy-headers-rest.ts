import { defineRule } from '../rule.ts';

export const corsProxyHeadersRest = defineRule({
  id: 'cors-proxy-headers-rest',
  severity: 'note',
  topic: 'operations',
  page: () => ({
    title: 'Behind a proxy integration only the backend adds CORS headers',
    rationale:
      'Enabling CORS on a REST API adds an OPTIONS method that answers preflight requests. With a proxy integration the answers to the other methods pass through unchanged, so the backend itself must return Access-Control-Allow-Origin, on errors too; the errors that API Gateway returns get the header from gateway responses.',
    remedy: 'Return the header from the backend, and add it to the DEFAULT_4XX and DEFAULT_5XX gateway responses.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html',
    ],
    examples: [
      {
        candidate: 'rest',
        reports: { cors: { headersFrom: 'front-door' }, needs: { 'int-lambda-proxy': 'yes' } },
        silent: { cors: { headersFrom: 'both' }, needs: { 'int-lambda-proxy': 'yes' } },
      },
    ],
  }),
  fields: ['cors.headersFrom', 'needs.int-lambda-proxy', 'needs.int-http-proxy'],
  frontDoors: ['rest'],
  inspect({ workload: { cors }, needs }) {
    if (cors?.headersFrom !== 'front-door' || (!needs('int-lambda-proxy') && !needs('int-http-proxy'))) return [];
    return [{ because: 'the API should add the CORS headers, and its integration is a proxy', path: ['cors', 'headersFrom'] }];
  },
});
