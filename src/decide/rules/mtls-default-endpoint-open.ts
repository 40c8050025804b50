import { defineRule } from '../rule.ts';

export const mtlsDefaultEndpointOpen = defineRule({
  id: 'mtls-default-endpoint-open',
  severity: 'blocker',
  topic: 'auth',
  page: () => ({
    title: 'Clients without a certificate come in by the default endpoint',
    rationale:
      'Mutual TLS is a setting of the custom domain name. Under its execute-api address the same API asks for no certificate, so the check can be bypassed by anybody who knows that address.',
    remedy: 'Disable the default endpoint of the API, so that the custom domain is the only way in.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-disable-default-endpoint.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { auth: { mutualTls: { defaultEndpoint: 'open' } } },
        silent: { auth: { mutualTls: { defaultEndpoint: 'disabled' } } },
      },
      {
        candidate: 'rest',
        reports: { auth: { mutualTls: { defaultEndpoint: 'open' } } },
        silent: { auth: { mutualTls: { defaultEndpoint: 'disabled' } } },
      },
    ],
  }),
  fields: ['auth.mutualTls.defaultEndpoint'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { auth } }) {
    if (auth?.mutualTls?.defaultEndpoint !== 'open') return [];
    return [{ because: 'the execute-api address is open, and asks for no certificate', path: ['auth', 'mutualTls', 'defaultEndpoint'] }];
  },
});
