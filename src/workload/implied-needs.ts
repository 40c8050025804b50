import type { FeatureId } from './features.ts';

/** Features of which to need one is to need another: they are nothing without it. */
export const IMPLIES: readonly { readonly needed: FeatureId; readonly by: readonly FeatureId[]; readonly because: string }[] = [
  {
    needed: 'endpoint-private',
    by: ['custom-domain-private', 'vpc-endpoint-policy'],
    because: 'only a private API has it',
  },
  {
    needed: 'server-push',
    by: [
      'auth-per-message',
      'metric-connect-message',
      'metric-disconnect',
      'ws-connection-mgmt',
      'ws-subprotocols',
      'ws-connect-integration-required',
      'ws-broadcast',
    ],
    because: 'only connections that stay open have it',
  },
];

/** What implies a feature, as `needs` names it. */
export function impliedBy(needed: FeatureId): readonly FeatureId[] {
  return IMPLIES.filter((one) => one.needed === needed).flatMap((one) => one.by);
}
