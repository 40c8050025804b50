import type { FeatureId } from './features.ts';
import type { Workload } from './schema.ts';

/** Features that only a private API has, so that to need one is to need the other. */
export const OF_PRIVATE_APIS: readonly FeatureId[] = ['custom-domain-private', 'vpc-endpoint-policy'];

/** What says that clients reach the API only from inside a VPC, as one reads it; null where nothing does. */
export function saysVpcOnly({ privateEndpoint, needs }: Workload): string | null {
  if (privateEndpoint !== undefined) return 'privateEndpoint';
  if (needs?.['endpoint-private'] !== undefined) return needs['endpoint-private'] ? 'needs.endpoint-private' : null;
  const feature = OF_PRIVATE_APIS.find((one) => needs?.[one] === true);
  return feature === undefined ? null : `needs.${feature}`;
}
