import { decimal, ONE, sum, ZERO, type Decimal } from '../money/decimal.ts';
import type { PlanId } from '../workload/edge-fields.ts';
import type { Workload } from '../workload/schema.ts';
import { requestsOf } from './count.ts';
import { arriving, type Hop, type Metered } from './hop.ts';
import { bodyFee, capacityFee, feesAssumed, overBody, overCapacity } from './waf-fees.ts';

/** Web ACLs of CloudFront scope exist in us-east-1 only: https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html */
const CLOUDFRONT_SCOPE = 'us-east-1';

/**
 * AWS WAF at its host, before the host's cache: it inspects, and bills, every request, those it blocks included.
 * A month of each web ACL, rule and rule group; the rules inside your own group are billed too, those inside a
 * managed group are not (https://aws.amazon.com/waf/pricing/).
 */
export function waf(acl: NonNullable<Workload['waf']>, host: 'gateway' | 'alb' | 'cloudfront', plan: PlanId | null = null): Hop {
  const place = host === 'cloudfront' ? { region: CLOUDFRONT_SCOPE } : {};
  const month = (sku: 'waf/web-acl' | 'waf/rules', count: Decimal, unit: string, note: string | null): readonly Metered[] =>
    count.isZero() ? [] : [{ type: 'usage', sku, ...place, consumedQuantity: count, consumedUnit: unit, pricingQuantity: count, note }];
  return {
    id: 'waf',
    side: 'front-door',
    exit: ({ kind }) => (kind === 'attack' ? { fate: 'blocked', share: ONE } : null),
    meter(routed, { index, units }) {
      // Of a connection it sees the handshake, and no message.
      const inspected = routed.realtime ? routed.realtime.connects : requestsOf(arriving(routed, index));
      if (host === 'cloudfront' && plan) return inPlan(acl, inspected);
      const groups = acl.ruleGroups ?? [];
      return [
        ...month('waf/web-acl', acl.webAcls ?? ONE, 'web ACLs', null),
        ...month('waf/rules', acl.rules ?? ZERO, 'rules', 'own rules'),
        ...month('waf/rules', decimal(String(groups.length)), 'rule groups', 'own rule groups'),
        ...month('waf/rules', sum(groups.map((group) => group.rules)), 'rules', 'rules inside own rule groups'),
        ...month('waf/rules', acl.managedGroups ?? ZERO, 'rule groups', 'managed rule groups, whose rules are not billed'),
        ...(inspected.isZero()
          ? []
          : ([
              {
                type: 'usage',
                sku: 'waf/requests',
                ...place,
                consumedQuantity: inspected,
                consumedUnit: 'requests',
                pricingQuantity: inspected,
                note: null,
              },
            ] as const)),
        ...capacityFee(acl, inspected, place),
        // A load balancer shows the first 8 KB, whatever is set; a handshake has no body.
        ...(host === 'alb' || routed.realtime ? [] : bodyFee(acl, arriving(routed, index), place, units)),
        ...botControl(acl, inspected, place),
        ...(acl.webAcls === undefined ? ([{ type: 'assumed', id: 'waf-one-acl' }] as const) : []),
        ...rulesAssumed(acl),
        ...feesAssumed(acl, host),
        ...(host === 'cloudfront' ? ([{ type: 'assumed', id: 'edge-waf-region' }] as const) : []),
      ];
    },
  };
}

/** Rules that nobody stated are none, which is said: a web ACL without any blocks nothing. */
function rulesAssumed({ rules, managedGroups, ruleGroups }: NonNullable<Workload['waf']>): readonly Metered[] {
  const own = rules === undefined ? [ruleGroups ? 'no rules outside the rule groups' : 'no own rules'] : [];
  const managed = managedGroups === undefined ? ['no managed rule groups'] : [];
  const none = [...own, ...managed];
  return none.length === 0 ? [] : [{ type: 'assumed', id: 'waf-none-unstated', value: none.join(' and ') }];
}

/** A web ACL of a distribution that a flat-rate plan pays for is in the price of the plan. */
function inPlan(acl: NonNullable<Workload['waf']>, inspected: Decimal): readonly Metered[] {
  return [
    {
      type: 'unbilled',
      sku: 'waf/requests',
      consumedQuantity: inspected,
      consumedUnit: 'requests',
      reason: 'the web ACL and its rules are in the flat-rate plan of CloudFront',
    },
    ...(acl.botControl ? [notOfPlan('waf/bot-control', 'Bot Control')] : []),
    ...(overCapacity(acl) ? [notOfPlan('waf/capacity', 'capacity above 1,500 WCU')] : []),
    ...(overBody(acl) ? [notOfPlan('waf/body-inspection', 'bodies beyond 16 KB')] : []),
  ];
}

const notOfPlan = (sku: 'waf/bot-control' | 'waf/capacity' | 'waf/body-inspection', what: string): Metered => ({
  type: 'incomplete',
  want: 'not-in-sheet',
  sku,
  reason: `no source says what a flat-rate plan has of ${what}`,
});

/**
 * Bot Control: a month of each web ACL, and what it inspects after ten million requests (common) or one million
 * (targeted), both in the price sheet as a free tier: https://aws.amazon.com/waf/pricing/
 */
function botControl(
  { botControl: group, webAcls }: NonNullable<Workload['waf']>,
  inspected: Decimal,
  place: { readonly region?: string },
): readonly Metered[] {
  if (!group) return [];
  const acls = webAcls ?? ONE;
  const requests = inspected.times(group.share ?? ONE);
  const month: Metered = { type: 'usage', sku: 'waf/bot-control', ...place, ...same(acls, 'web ACLs'), note: `level ${group.level}` };
  if (requests.isZero()) return [month];
  const sku = group.level === 'targeted' ? 'waf/bot-control-targeted-requests' : 'waf/bot-control-requests';
  return [
    month,
    { type: 'usage', sku, ...place, ...same(requests, 'requests'), note: null },
    ...(group.share === undefined ? ([{ type: 'assumed', id: 'bot-control-all' }] as const) : []),
  ];
}

function same(quantity: Decimal, unit: string) {
  return { consumedQuantity: quantity, consumedUnit: unit, pricingQuantity: quantity };
}
