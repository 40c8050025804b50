// CloudFront, its plans and AWS WAF: what arrives where, and what of it is billed. By hand.
import { describe, expect, test } from 'vitest';
import { exceeds, PLANS } from '../../src/facts/cloudfront-plans.ts';
import { decimal, ONE } from '../../src/money/decimal.ts';
import { PLAN_IDS } from '../../src/workload/edge-fields.ts';
import { journey, metered } from './metered.ts';

// 1,048,576 requests of 1 KB are a GB.
const GB = 'requests: 1048576, request: 1 KB, response: 2 KB';

describe('CloudFront, pay as you go', () => {
  test('bills what viewers ask, what they get, and what it asks the origin', () => {
    // Half of it is answered at the edge; 2 GB go out, half a GB goes to the origin, 1 GB comes from it.
    expect(metered('http+cloudfront', 'cloudfront', `traffic: { ${GB} }\nedge: { hitRatio: 50%, geography: japan }`)).toEqual([
      'cloudfront/https-requests@japan 1048576 requests',
      'cloudfront/data-out@japan 2 GB',
      'cloudfront/to-origin@japan 0.5 GB',
      'free data-transfer/out 1 GB (from an AWS origin to CloudFront: free)',
      'assumed edge-payg',
      'assumed hits-of-answerable',
    ]);
  });

  test('by geography; where the workload says nothing, that of the Region', () => {
    const yaml = `traffic: { ${GB} }\nedge: { hitRatio: 100%, geography: { us: 25%, eu: 75%, india: 0% } }`;
    expect(metered('http+cloudfront', 'cloudfront', yaml)).toEqual([
      'cloudfront/https-requests@us 262144 requests',
      'cloudfront/data-out@us 0.5 GB',
      'cloudfront/https-requests@eu 786432 requests',
      'cloudfront/data-out@eu 1.5 GB',
      'assumed edge-payg',
      'assumed hits-of-answerable',
    ]);
    expect(metered('http+cloudfront', 'cloudfront', `traffic: { ${GB} }`)).toEqual([
      'cloudfront/https-requests@us 1048576 requests',
      'cloudfront/data-out@us 2 GB',
      'cloudfront/to-origin@us 1 GB',
      'free data-transfer/out 2 GB (from an AWS origin to CloudFront: free)',
      'assumed edge-payg',
      'assumed edge-no-hits',
      'assumed edge-geography: United States',
    ]);
  });

  test('of unknown sizes what goes out is not priced, and what goes to the origin makes a lower bound', () => {
    expect(metered('http+cloudfront', 'cloudfront', 'traffic: { requests: 10 }\nedge: { hitRatio: 0%, geography: us }')).toEqual([
      'cloudfront/https-requests@us 10 requests',
      'not priced: data transfer to viewers, traffic.response is not stated [traffic.response]',
      'incomplete cloudfront/to-origin not-stated: traffic.request is not stated',
      'assumed edge-payg',
      'assumed hits-of-answerable',
    ]);
  });

  test('what its web ACL blocks is not billed, in each geography; refusals have no body', () => {
    const yaml = `traffic: { ${GB}, fates: { blocked: 25%, unauthorized: 25% } }\nwaf: { rules: 1 }\nedge: { hitRatio: 0%, geography: { us: 50%, eu: 50% } }`;
    // 786,432 arrive, of which 524,288 get 1 GB; all 786,432 are passed on.
    expect(metered('http+cloudfront+waf', 'cloudfront', yaml)).toEqual([
      'cloudfront/https-requests@us 393216 requests',
      'cloudfront/data-out@us 0.5 GB',
      'cloudfront/to-origin@us 0.375 GB',
      'cloudfront/https-requests@eu 393216 requests',
      'cloudfront/data-out@eu 0.5 GB',
      'cloudfront/to-origin@eu 0.375 GB',
      'free data-transfer/out 1 GB (from an AWS origin to CloudFront: free)',
      'free cloudfront/https-requests@us 131072 requests (blocked by the web ACL: not billed by CloudFront)',
      'free cloudfront/https-requests@eu 131072 requests (blocked by the web ACL: not billed by CloudFront)',
      'assumed edge-blocked-free',
      'assumed edge-payg',
      'assumed hits-of-answerable',
    ]);
  });

  test('only what is good is answered from the cache', () => {
    const { parcels } = journey('http+cloudfront', 'traffic: { requests: 100, fates: { unauthorized: 20% } }\nedge: { hitRatio: 75% }');
    expect(parcels.map((one) => [one.kind, one.fate, one.requests.toFixed()])).toEqual([
      ['good', 'edge-hit', '60'],
      ['unauthorized', 'unauthorized', '20'],
      ['good', 'answered', '20'],
    ]);
  });

  test('costs are no straight line by a plan, and are without', () => {
    const stepwise = (edge: string) =>
      journey('http+cloudfront', `traffic: { ${GB} }\nedge: ${edge}`).hops.find(({ id }) => id === 'cloudfront')?.stepwise;
    expect([stepwise('{ plan: pro }'), stepwise('{ hitRatio: 0% }')]).toEqual([true, undefined]);
  });
});

describe('a flat-rate plan of CloudFront', () => {
  test('is one price; the rest is in it', () => {
    const yaml = `traffic: { ${GB}, fates: { blocked: 50% } }\nwaf: { rules: 1 }\nedge: { plan: free, hitRatio: 50%, geography: us }`;
    // 524,288 of 1,000,000 requests and 1 of 100 GB; half of what is good, which is a quarter, is passed on: 0.5 GB come back.
    expect(metered('rest+cloudfront', 'cloudfront', yaml)).toEqual([
      'cloudfront/plan-free@worldwide 1 months (one distribution, with its web ACL)',
      'free cloudfront/https-requests@worldwide 524288 requests (in the plan: 52.4% of what it allows)',
      'free cloudfront/data-out@worldwide 1 GB (in the plan: 1% of what it allows)',
      'free cloudfront/https-requests@worldwide 524288 requests (blocked by the web ACL: the plan does not count them)',
      'assumed edge-plan: Free',
      'free data-transfer/out 0.5 GB (from an AWS origin to CloudFront: free)',
      'assumed hits-of-answerable',
    ]);
  });

  test('counts no bytes of unknown size, nor of refusals', () => {
    expect(metered('http+cloudfront', 'cloudfront', 'traffic: { requests: 10 }\nedge: { plan: pro }')).toEqual([
      'cloudfront/plan-pro@worldwide 1 months (one distribution, with its web ACL)',
      'free cloudfront/https-requests@worldwide 10 requests (in the plan: less than 0.1% of what it allows)',
      'assumed edge-plan: Pro',
      'assumed edge-no-hits',
    ]);
    expect(
      metered('http+cloudfront', 'cloudfront', `traffic: { ${GB}, fates: { throttled: 75% } }\nedge: { plan: premium-75tb }`).slice(1, 4),
    ).toEqual([
      'free cloudfront/https-requests@worldwide 1048576 requests (in the plan: 0.1% of what it allows)',
      'free cloudfront/data-out@worldwide 0.5 GB (in the plan: less than 0.1% of what it allows)',
      'assumed edge-plan: Premium (75 TB)',
    ]);
  });

  test('counts the answer to an attack that nothing blocks', () => {
    expect(
      metered('http+cloudfront', 'cloudfront', `traffic: { ${GB}, fates: { blocked: 50% } }\nedge: { plan: free }`).slice(1, 3),
    ).toEqual([
      'free cloudfront/https-requests@worldwide 1048576 requests (in the plan: 104.9% of what it allows)',
      'free cloudfront/data-out@worldwide 2 GB (in the plan: 2% of what it allows)',
    ]);
  });

  test.each(PLAN_IDS)('%s suffices up to what it allows, and not for one more', (plan) => {
    const { requests, gigabytes } = PLANS[plan];
    expect(exceeds({ requests: requests.minus(ONE), gigabytes }, plan)).toBeNull();
    expect(exceeds({ requests, gigabytes }, plan)).toBeNull();
    expect(exceeds({ requests, gigabytes: null }, plan)).toBeNull();
    expect(exceeds({ requests: requests.plus(ONE), gigabytes }, plan)).toBe('requests');
    expect(exceeds({ requests, gigabytes: gigabytes.plus(decimal('0.001')) }, plan)).toBe('gigabytes');
  });

  test('allows what AWS says', () => {
    expect(PLAN_IDS.map((plan) => `${plan} ${PLANS[plan].requests.toFixed()} ${PLANS[plan].gigabytes.toFixed()}`)).toEqual([
      'free 1000000 100',
      'pro 10000000 51200',
      'business 125000000 51200',
      'premium 500000000 51200',
      'premium-75tb 750000000 76800',
      'premium-125tb 1250000000 128000',
      'premium-200tb 2000000000 204800',
      'premium-350tb 3500000000 358400',
      'premium-600tb 6000000000 614400',
    ]);
  });
});

describe('AWS WAF', () => {
  const acl = (waf: string, traffic = 'requests: 1000') => `traffic: { ${traffic} }\nwaf: ${waf}`;

  test('bills web ACLs, rules, groups, rules inside own groups, and every request, those it blocks included', () => {
    expect(
      metered(
        'rest',
        'waf',
        acl(
          '{ webAcls: 2, rules: 3, ruleGroups: [{ rules: 4 }, { rules: 5 }], managedGroups: 6 }',
          'requests: 1000, fates: { blocked: 5% }',
        ),
      ),
    ).toEqual([
      'waf/web-acl 2 web ACLs',
      'waf/rules 3 rules (own rules)',
      'waf/rules 2 rule groups (own rule groups)',
      'waf/rules 9 rules (rules inside own rule groups)',
      'waf/rules 6 rule groups (managed rule groups, whose rules are not billed)',
      'waf/requests 1000 requests',
      'assumed waf-base-fee: no more than 1,500 WCU and the default limit of 16 KB for bodies',
    ]);
  });

  test('says what it assumes of what is not stated', () => {
    expect(metered('rest', 'waf', acl('{}', 'requests: 0'))).toEqual([
      'waf/web-acl 1 web ACLs',
      'assumed waf-one-acl',
      'assumed waf-none-unstated: no own rules and no managed rule groups',
    ]);
    expect(metered('rest', 'waf', acl('{ webAcls: 1, ruleGroups: [{ rules: 0 }], managedGroups: 0 }', 'requests: 0'))).toEqual([
      'waf/web-acl 1 web ACLs',
      'waf/rules 1 rule groups (own rule groups)',
      'assumed waf-none-unstated: no rules outside the rule groups',
      'assumed waf-base-fee: no more than 1,500 WCU and the default limit of 16 KB for bodies',
    ]);
    expect(metered('rest', 'waf', acl('{ webAcls: 1, rules: 0 }', 'requests: 0'))).toEqual([
      'waf/web-acl 1 web ACLs',
      'assumed waf-none-unstated: no managed rule groups',
    ]);
  });

  test.each([
    [1500, []],
    [1501, ['waf/capacity 1000 requests as 1000 (1 started 500 WCU for each request)']],
    [2000, ['waf/capacity 1000 requests as 1000 (1 started 500 WCU for each request)']],
    [2001, ['waf/capacity 1000 requests as 2000 (2 started 500 WCU for each request)']],
    [5000, ['waf/capacity 1000 requests as 7000 (7 started 500 WCU for each request)']],
  ])('of %s capacity units bills each request more for each started 500 above 1,500', (capacity, expected) => {
    const fees = (door: string) =>
      metered(door, 'waf', acl(`{ webAcls: 1, rules: 1, managedGroups: 0, capacity: ${capacity}, bodyInspection: 16 KB }`));
    expect(fees('rest').slice(3)).toEqual(expected.map((line) => line.replace(' as 1000', '')));
    expect(fees('alb').slice(3)).toEqual(fees('rest').slice(3));
  });

  test('bills each started 16 KB of a body beyond the first, up to the limit that is set', () => {
    // 300 requests have one more, 200 stop at 48 KB, which is two more: 700. At 32 KB each of the 500 has one.
    const sizes = 'sizes: [{ share: 50%, request: 16 KB }, { share: 30%, request: 16.1 KB }, { share: 20%, request: 200 KB }]';
    const fees = (door: string, limit: string, traffic = sizes) =>
      metered(
        door,
        'waf',
        acl(`{ webAcls: 1, rules: 1, managedGroups: 0, capacity: 0, bodyInspection: ${limit} }`, `requests: 1000, ${traffic}`),
      ).slice(3);
    expect(fees('rest', '48 KB')).toEqual([
      'waf/body-inspection 500 requests as 700 (started 16 KB of bodies beyond the first, up to 48 KB)',
    ]);
    expect(fees('rest', '32 KB')).toEqual(['waf/body-inspection 500 requests (started 16 KB of bodies beyond the first, up to 32 KB)']);
    expect(fees('rest', '16 KB')).toEqual([]);
    expect(fees('rest', '64 KB', 'request: 16 KB')).toEqual([]);
    expect(fees('rest', '64 KB', 'response: 1 KB')).toEqual([
      'not priced: bodies inspected beyond 16 KB, traffic.request is not stated [traffic.request]',
    ]);
    expect(fees('alb', '48 KB')).toEqual([]);
  });

  test('at CloudFront it stands in us-east-1, and before what the edge answers', () => {
    expect(metered('rest+cloudfront', 'waf', acl('{ webAcls: 1, rules: 1, managedGroups: 0 }'))).toEqual([
      'waf/web-acl@us-east-1 1 web ACLs',
      'waf/rules@us-east-1 1 rules (own rules)',
      'waf/requests@us-east-1 1000 requests',
      'assumed waf-base-fee: no more than 1,500 WCU and the default limit of 16 KB for bodies',
      'assumed edge-waf-region',
    ]);
  });

  test('Bot Control is a month of each web ACL and what it inspects, by level', () => {
    const bots = (control: string) =>
      metered('alb', 'waf', acl(`{ webAcls: 2, rules: 0, managedGroups: 0, botControl: ${control} }`)).slice(2);
    expect(bots('{ level: common, share: 20% }')).toEqual([
      'waf/bot-control 2 web ACLs (level common)',
      'waf/bot-control-requests 200 requests',
    ]);
    expect(bots('{ level: targeted }')).toEqual([
      'waf/bot-control 2 web ACLs (level targeted)',
      'waf/bot-control-targeted-requests 1000 requests',
      'assumed bot-control-all',
    ]);
    expect(bots('{ level: targeted, share: 0% }')).toEqual(['waf/bot-control 2 web ACLs (level targeted)']);
    expect(metered('rest+cloudfront', 'waf', acl('{ rules: 0, managedGroups: 0, botControl: { level: common, share: 50% } }'))).toEqual([
      'waf/web-acl@us-east-1 1 web ACLs',
      'waf/requests@us-east-1 1000 requests',
      'waf/bot-control@us-east-1 1 web ACLs (level common)',
      'waf/bot-control-requests@us-east-1 500 requests',
      'assumed waf-one-acl',
      'assumed edge-waf-region',
    ]);
  });

  test('a plan of CloudFront has it in its price, but for Bot Control', () => {
    const yaml = (waf: string) => `${acl(waf)}\nedge: { plan: business }`;
    expect(metered('rest+cloudfront', 'waf', yaml('{ webAcls: 3, rules: 9 }'))).toEqual([
      'free waf/requests 1000 requests (the web ACL and its rules are in the flat-rate plan of CloudFront)',
    ]);
    expect(metered('rest+cloudfront', 'waf', yaml('{ capacity: 1501, bodyInspection: 32 KB }')).slice(1)).toEqual([
      'incomplete waf/capacity not-in-sheet: no source says what a flat-rate plan has of capacity above 1,500 WCU',
      'incomplete waf/body-inspection not-in-sheet: no source says what a flat-rate plan has of bodies beyond 16 KB',
    ]);
    expect(metered('rest+cloudfront', 'waf', yaml('{ botControl: { level: common } }'))).toEqual([
      'free waf/requests 1000 requests (the web ACL and its rules are in the flat-rate plan of CloudFront)',
      'incomplete waf/bot-control not-in-sheet: no source says what a flat-rate plan has of Bot Control',
    ]);
    // One of the API itself is billed all the same.
    expect(metered('rest', 'waf', yaml('{ webAcls: 1, rules: 0, managedGroups: 0 }'))).toEqual([
      'waf/web-acl 1 web ACLs',
      'waf/requests 1000 requests',
    ]);
  });
});
