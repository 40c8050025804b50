import type { FeatureId } from '../../workload/features.ts';
import { defineRule } from '../rule.ts';

const TOKENS: readonly FeatureId[] = ['auth-cognito-native', 'auth-jwt', 'auth-lambda-token', 'auth-lambda-request'];

export const originAccessAuthorization = defineRule({
  id: 'origin-access-authorization',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'Origin access control can overwrite the token of a caller',
    rationale:
      'With origin access control CloudFront signs each request to a function URL, in the Authorization header. A token that a caller sends there is lost, unless the signing behavior is always-amz-auth, which AWS added in 2026 for Lambda origins only: CloudFront then signs beside that header.',
    remedy: 'Set the signing behavior always-amz-auth, or let callers send their token in another header.',
    sources: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html',
      'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html',
    ],
    examples: [
      {
        candidate: 'function-url+cloudfront',
        reports: { backend: { lambda: { memory: '512 MB', duration: '100 ms' } }, needs: { 'auth-jwt': 'yes' } },
        silent: { backend: { lambda: { memory: '512 MB', duration: '100 ms' } }, needs: { 'auth-jwt': 'no' } },
      },
    ],
  }),
  fields: ['needs.auth-jwt', 'auth.jwt', 'auth.lambdaAuthorizer'],
  frontDoors: ['function-url'],
  inspect({ workload: { auth, needs: stated }, behindCloudfront, needs }) {
    const token = TOKENS.find(needs);
    if (!behindCloudfront || token === undefined) return [];
    const path = auth?.jwt
      ? ['auth', 'jwt']
      : auth?.lambdaAuthorizer
        ? ['auth', 'lambdaAuthorizer']
        : stated?.[token]
          ? ['needs', token]
          : ['auth'];
    return [{ because: 'callers send a token, and nothing states that the distribution leaves their Authorization header as it is', path }];
  },
});
