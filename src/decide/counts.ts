import type { QuotaUnit } from '../facts/quotas/quota.ts';
import type { Decimal } from '../money/decimal.ts';
import { requirementsOf } from '../workload/requirements.ts';
import type { Workload } from '../workload/schema.ts';
import type { Figure } from './figure.ts';

/** What a workload counts of its API or its account, each by the quota that limits the number. */
export const COUNTS = {
  stages: counted('stages', 'operations.stages', ({ operations }) => operations?.stages),
  authorizers: counted('authorizers', 'auth.authorizers', ({ auth }) => auth?.authorizers),
  audiences: counted('audiences', 'auth.jwt.audiences', ({ auth }) => auth?.jwt?.audiences),
  certificates: counted('certificates', 'auth.mutualTls.certificates', ({ auth }) => auth?.mutualTls?.certificates),
  'public domains': counted('domains', 'domains.public', ({ domains }) => domains?.public),
  'private domains': counted('domains', 'domains.private', ({ domains }) => domains?.private),
  // Each VPC endpoint reaches a private domain name by an association of its own.
  'endpoints of a private domain': counted('associations', 'privateEndpoint.endpoints', (workload) =>
    requirementsOf(workload).has('custom-domain-private') ? workload.privateEndpoint?.endpoints : undefined,
  ),
  mappings: counted('mappings', 'domains.multiLevelMappings', ({ domains }) => domains?.multiLevelMappings),
  'routing rules': counted('rules', 'domains.routingRules', ({ domains }) => domains?.routingRules),
  'VPC links V1': counted('links', 'backend.vpc.links', ({ backend }) =>
    backend?.vpc?.balancer === 'alb' || backend?.vpc?.link === 'v2' ? undefined : backend?.vpc?.links,
  ),
  'portal products': counted('products', 'portal.products', ({ portal }) => portal?.products),
} as const;

/** Where these numbers stand in a workload. */
export const COUNTED: readonly string[] = [...new Set(Object.values(COUNTS).map(({ from }) => from)), 'operations.apis'];

function counted<U extends QuotaUnit>(
  unit: U,
  from: string,
  of: (workload: Workload) => Decimal | undefined,
): Figure & { readonly unit: U } {
  return { unit, from, used: ({ month }) => of(month.workload) ?? null };
}
