import { defineRule } from '../rule.ts';

export const mtlsRevocation = defineRule({
  id: 'mtls-revocation',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'A revoked client certificate still gives access to the API',
    rationale:
      'API Gateway checks that a client certificate comes from the truststore and has not expired. It does not ask whether the issuer has revoked it, so a stolen certificate works until it expires.',
    remedy:
      'Check the serial number in a Lambda authorizer against a list of your own, or issue certificates that live for hours. Or put a CloudFront distribution in front that checks certificates: it asks their issuer (OCSP, since May 2026) or a list of yours in a connection function.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mutual-tls.html',
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/certificate-revocation.html',
    ],
    examples: [
      {
        candidate: 'rest',
        reports: { auth: { mutualTls: { revocation: 'none' } } },
        silent: { auth: { mutualTls: { revocation: 'authorizer' } } },
      },
      { candidate: 'http', reports: { needs: { mtls: 'yes' } }, silent: { needs: { mtls: 'no' } } },
    ],
  }),
  fields: ['auth.mutualTls.revocation', 'needs.mtls', 'needs.mtls-revocation'],
  frontDoors: ['rest', 'http'],
  inspect({ workload, candidate, behindCloudfront, needs }) {
    const revocation = workload.auth?.mutualTls?.revocation;
    // Behind your own distribution CloudFront asks for certificates; a private API takes none.
    if (behindCloudfront || candidate.composition.endpoint === 'private') return [];
    if (revocation === 'authorizer' || revocation === 'short-lived') return [];
    if (!needs('mtls') || workload.needs?.['mtls-revocation'] === false) return [];
    if (revocation === 'none') return [{ because: 'nothing refuses a revoked certificate', path: ['auth', 'mutualTls', 'revocation'] }];
    const path = workload.auth?.mutualTls ? ['auth', 'mutualTls'] : ['needs', 'mtls'];
    return workload.auth?.mutualTls || workload.needs?.mtls
      ? [{ because: 'clients show certificates, and nothing states what refuses a revoked one', path }]
      : [];
  },
});
