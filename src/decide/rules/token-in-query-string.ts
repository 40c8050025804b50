import { GATEWAYS } from '../../workload/front-doors.ts';
import { defineRule } from '../rule.ts';

export const tokenInQueryString = defineRule({
  id: 'token-in-query-string',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'Credentials are sent in the query string',
    rationale:
      'URLs are stored in access logs, in the logs of proxies, in the history of browsers and in Referer headers. A token in the URL is then in all of these.',
    remedy:
      'Send the token in the Authorization header. Browsers cannot set headers when they open a WebSocket connection: give them a ticket there that is valid once, for seconds.',
    sources: [
      'https://docs.aws.amazon.com/wellarchitected/latest/serverless-applications-lens/identity-and-access-management.html',
      'https://www.rfc-editor.org/rfc/rfc6750#section-5.3',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', identity: 'query-string' } } },
        silent: { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', identity: 'header' } } },
      },
      {
        candidate: 'websocket',
        reports: { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', identity: 'query-string' } } },
        silent: { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '30 ms', identity: 'header' } } },
      },
    ],
  }),
  fields: ['auth.lambdaAuthorizer.identity'],
  frontDoors: GATEWAYS,
  inspect({ workload: { auth } }) {
    if (auth?.lambdaAuthorizer?.identity !== 'query-string') return [];
    return [{ because: 'the authorizer takes the token from the query string', path: ['auth', 'lambdaAuthorizer', 'identity'] }];
  },
});
