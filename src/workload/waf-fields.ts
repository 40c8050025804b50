import * as v from 'valibot';
import { choice, section, share, whole } from './field.ts';
import { COUNTED, FELT_DESIGN } from './traits.ts';

export const waf = section('An AWS WAF web ACL, at the front door that can host one.', () => ({
  webAcls: v.optional(whole('Web ACLs. Assumed 1 when absent.', '1', 1, 1000, COUNTED)),
  rules: v.optional(whole('Own rules in the web ACL, outside rule groups.', '3', 0, 10000, COUNTED)),
  ruleGroups: v.optional(
    v.pipe(
      v.array(
        section('One own rule group.', () => ({
          rules: whole('Rules inside the group; each is billed, like the group.', '4', 0, 10000, COUNTED),
        })),
      ),
      v.description('Own rule groups.'),
    ),
  ),
  managedGroups: v.optional(whole('Managed rule groups: billed as one rule each, the rules inside are not.', '2', 0, 1000, COUNTED)),
  capacity: v.optional(
    whole(
      'Capacity units (WCU) that the rules of the web ACL use; each started 500 above 1,500 is billed with each request. Assumed no more than 1,500 when absent.',
      '2300',
      0,
      5000,
      FELT_DESIGN,
    ),
  ),
  bodyInspection: v.optional(
    choice(
      'How much of a body the web ACL inspects at API Gateway or CloudFront; each 16 KB analyzed beyond the first is billed. Assumed 16 KB, the default of AWS, when absent.',
      ['16 KB', '32 KB', '48 KB', '64 KB'],
    ),
  ),
  botControl: v.optional(
    section('The managed rule group Bot Control; count it among managedGroups too.', () => ({
      level: choice('Which bots it inspects for.', ['common', 'targeted']),
      share: v.optional(share('Share of the requests that its scope lets it inspect. Assumed 100% when absent.', '20%', FELT_DESIGN)),
    })),
  ),
}));
