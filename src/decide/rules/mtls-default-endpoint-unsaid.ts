import { defineRule } from '../rule.ts';

export const mtlsDefaultEndpointUnsaid = defineRule({
  id: 'mtls-default-endpoint-unsaid',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'Whether certificates can be bypassed is not stated',
    rationale:
      'Client certificates are asked for under the custom domain name only. The execute-api address of the API stays open unless somebody disables it, and asks for none.',
    remedy:
      'Disable the default endpoint of the API and say so (auth.mutualTls.defaultEndpoint: disabled, or needs: disable-default-endpoint).',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-disable-default-endpoint.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { auth: { mutualTls: { revocation: 'short-lived' } } },
        silent: { auth: { mutualTls: { revocation: 'short-lived', defaultEndpoint: 'disabled' } } },
      },
      {
        candidate: 'rest',
        reports: { needs: { mtls: 'yes' } },
        silent: { needs: { mtls: 'yes', 'disable-default-endpoint': 'yes' } },
      },
    ],
  }),
  fields: ['auth.mutualTls.defaultEndpoint', 'needs.mtls', 'needs.disable-default-endpoint'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { auth, needs: said }, candidate, behindCloudfront, needs }) {
    // Behind your own distribution CloudFront asks for certificates; a private API takes none.
    if (behindCloudfront || candidate.composition.endpoint === 'private') return [];
    if (auth?.mutualTls?.defaultEndpoint !== undefined || needs('disable-default-endpoint')) return [];
    const path = auth?.mutualTls ? ['auth', 'mutualTls'] : said?.mtls ? ['needs', 'mtls'] : null;
    return path ? [{ because: 'clients show certificates, and nothing states that the execute-api address is closed', path }] : [];
  },
});
