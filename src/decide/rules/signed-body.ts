import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

const KEEP = 'Verify over the bytes as they came, before anything parses them: where isBase64Encoded is true, decode the body first.';

export const signedBody = defineRule({
  id: 'signed-body',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'Only the backend can check a signature over the raw body',
    rationale:
      'A webhook is signed over the bytes of its body. No authorizer gets the body, a mapping template or a parsed and rewritten body has other bytes, binary bodies arrive as base64, and an AWS service that is called directly checks no such signature.',
    remedy: `Check the signature in the function or service that answers. ${KEEP}`,
    sources: [
      `${GUIDE}/api-gateway-lambda-authorizer-input.html`,
      `${GUIDE}/http-api-lambda-authorizer.html`,
      `${GUIDE}/http-api-develop-integrations-lambda.html`,
      `${GUIDE}/lambda-proxy-binary-media.html`,
      `${GUIDE}/api-gateway-mapping-template-reference.html`,
    ],
    examples: [
      {
        candidate: 'http',
        reports: { auth: { signedBody: 'yes', lambdaAuthorizer: { memory: '128 MB', duration: '10 ms' } } },
        silent: { auth: { signedBody: 'no', lambdaAuthorizer: { memory: '128 MB', duration: '10 ms' } } },
      },
      {
        candidate: 'rest',
        reports: { auth: { signedBody: 'yes' }, needs: { 'transform-body-vtl': 'yes' } },
        silent: { auth: { signedBody: 'yes' }, needs: { 'transform-body-vtl': 'no' } },
      },
      {
        candidate: 'http',
        reports: { auth: { signedBody: 'yes' }, backend: { service: { name: 'sqs' } } },
        silent: { auth: { signedBody: 'no' }, backend: { service: { name: 'sqs' } } },
      },
    ],
  }),
  fields: ['auth.signedBody', 'auth.lambdaAuthorizer', 'needs.transform-body-vtl', 'backend.service'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { auth, backend }, needs }) {
    if (auth?.signedBody !== true) return [];
    const path = ['auth', 'signedBody'];
    return [
      ...(auth.lambdaAuthorizer ? [{ because: 'callers sign the body, and a Lambda authorizer does not see it', path }] : []),
      ...(needs('transform-body-vtl')
        ? [
            {
              because: 'callers sign the body, and a template rewrites it before anything can check the signature',
              path,
              remedy: `Leave that route a proxy, or hand the raw body on beside the rewritten one ($util.base64Encode($input.body)). ${KEEP}`,
            },
          ]
        : []),
      ...(backend?.service
        ? [
            {
              because: 'callers sign the body, and the service that the API calls directly checks no signature',
              path,
              remedy: `Put a small function in between, or hand the raw body and the header of the signature on, and let the reader of the messages refuse forged ones. ${KEEP}`,
            },
          ]
        : []),
    ];
  },
});
