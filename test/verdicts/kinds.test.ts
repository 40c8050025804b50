// Kinds of mistakes that verdicts once held, each on a workload of its own: the figures are worked out by hand.
import { describe, expect, test } from 'vitest';
import { advise, type Recommendation } from '../../src/advise/advise.ts';
import type { Policy } from '../../src/advise/policy.ts';
import { writeSections } from '../../src/render/section.ts';
import { recommendSections } from '../../src/render/recommend/sections.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';

const advice = (yaml: string, policy: Policy = 'native-first'): Recommendation =>
  advise(parseWorkload(`name: kind\n${yaml}`, {}), awsBook, { policy });
const text = (one: Recommendation) => writeSections('', recommendSections(one)).replaceAll('\\', '');
const picked = (one: Recommendation) => one.picks.map(({ advised }) => advised.candidate.id).join(', ');
const of = (one: Recommendation, id: string) => one.candidates.find(({ candidate }) => candidate.id === id) ?? expect.fail(id);
const verdicts = (one: Recommendation) => Object.fromEntries(one.candidates.map(({ candidate, verdict }) => [candidate.id, verdict]));
const LAMBDA = 'backend: { lambda: { memory: 256 MB, duration: 30 ms, architecture: arm64 } }';
const POLICIES = ['native-first', 'cheapest'] as const;

describe('a requirement is one, wherever it is stated', () => {
  const traffic = 'region: eu-west-1\ntraffic: { requests: 70M/month, request: 2 KB, response: 3 KB }';

  test.each(POLICIES)('keys in auth, and keys in needs: %s', (policy) => {
    const section = advice(`${traffic}\nauth: { apiKeys: { onlyCheck: yes } }\nneeds: { server-push: no }\n${LAMBDA}`, policy);
    const named = advice(`${traffic}\nneeds: { server-push: no, api-keys: yes }\n${LAMBDA}`, policy);
    expect(picked(section)).toBe(policy === 'cheapest' ? 'http' : 'rest');
    expect([picked(named), verdicts(named)]).toEqual([picked(section), verdicts(section)]);
  });
  test('client certificates in auth are an authorizer, and an edge without a web ACL is kept', () => {
    const certificates = advice(
      `${traffic}\nauth: { mutualTls: { defaultEndpoint: disabled, revocation: none } }\nneeds: { server-push: no }\n${LAMBDA}`,
    );
    expect(text(certificates)).not.toContain('Authorizer: not sa');
    const edge = advice(`${traffic}\nedge: { hitRatio: 20%, geography: eu }\nneeds: { server-push: no, auth-jwt: yes }\n${LAMBDA}`);
    expect(picked(edge)).toBe('http+cloudfront');
    expect(edge.picks[0]?.cheaper.map(({ advised }) => advised.candidate.id).filter((id) => !id.includes('cloudfront'))).toEqual([]);
  });
});

describe('help has a price', () => {
  test('an authorizer that a REST API needs is in its total, and the HTTP API that needs none is picked', () => {
    const found = advice(
      `region: us-east-1\ntraffic: { requests: 500M/month, request: 2 KB, response: 1 KB }\nauth: { jwt: { algorithm: RS256 } }\nneeds: { auth-jwt: yes, validate-body: yes, server-push: no }\n${LAMBDA}`,
    );
    expect(picked(found)).toBe('http');
    // 500M × $0.20/M, and 500M × 10 ms × 128 MB = 625,000 GB-s × $0.0000166667.
    const rows = of(found, 'rest').estimate.lineItems.filter(({ hop }) => hop === 'authorizer');
    expect(rows.map(({ listCost }) => listCost?.toFixed(2))).toEqual(['100.00', '10.42']);
  });
  test('a portal of a REST API is a row of its own, or a total that is at least', () => {
    const portal = (region: string) =>
      of(advice(`region: ${region}\ntraffic: { requests: 2M/month, response: 1 KB }\nneeds: { dev-portal: yes, server-push: no }`), 'rest')
        .estimate;
    // 2M × $3.50/M, 2M KB = 1.9073 GB × $0.09, and the portal.
    expect([portal('us-east-1').bound, portal('us-east-1').listCost.toFixed(2)]).toEqual(['exact', '132.17']);
    expect(portal('eu-central-1').bound).toBe('at-least');
  });
  test('a portal without a rate in our sheet does not make a REST API one that may not be offered', () => {
    const found = advice(
      `region: eu-central-1\ntraffic: { requests: 9M/month, request: 1 KB, response: 2 KB }\nneeds: { api-keys: yes, dev-portal: yes, validate-body: yes, server-push: no }\n${LAMBDA}`,
    );
    expect([picked(found), found.outcome]).toEqual(['rest', 'pick']);
    expect(text(found)).toContain('Use a REST API. It costs at least $');
  });
  test('a function before Kinesis leaves a load balancer the cheapest, and says up to which price', () => {
    const found = advice(
      'region: us-east-1\ntraffic: { requests: 4B/month, request: 1 KB, response: 50 B, connections: { requestsEach: 40, duration: 200 s } }\nloadBalancer: { mutualTls: yes }\nauth: { mutualTls: { defaultEndpoint: disabled, revocation: none } }\nneeds: { mtls: yes, int-aws-kinesis-put-record: yes, server-push: no }',
      'cheapest',
    );
    expect([picked(found), found.outcome]).toEqual(['alb', 'ask']);
    expect(text(found)).toMatch(/This holds unless a (small )?Lambda function costs more than \$[\d,.]+ a month\./);
  });
});

describe('a headline says at least where anything is left out', () => {
  const traffic = 'region: us-east-1\ntraffic: { requests: 20M/month, request: 2 KB, response: 1 KB }';
  test('of calls that no count is stated of, though no candidate is chosen by them', () => {
    const found = advice(`${traffic}\nneeds: { int-aws-sfn-start: yes, server-push: no }\n${LAMBDA}`);
    // 20M × $1.00/M, 20M KB = 19.0735 GB × $0.09, 20M × $0.20/M and 20M × 30 ms × 256 MB = 150,000 GB-s × $13.3334/M.
    expect(of(found, 'http').estimate.listCost.toFixed(2)).toBe('27.72');
    expect(text(found)).toContain('Use an HTTP API. It costs at least $27.72 a month');
  });
  test('of a backend that is not stated, and not of one that is', () => {
    expect(text(advice(`${traffic}\nneeds: { server-push: no }`))).toContain('It costs at least $21.72 a month');
    expect(text(advice(`${traffic}\nneeds: { server-push: no }\n${LAMBDA}`))).toContain('It costs $27.72 a month');
  });
});

describe('a distribution that nobody asked for', () => {
  test('is not added where help without one costs less', () => {
    const found = advice(
      `region: us-east-1\ntraffic: { requests: 20M/month, request: 2 KB, response: 2 KB, connections: { requestsEach: 10 } }\nneeds: { mtls: yes, mtls-revocation: yes, server-push: no }\n${LAMBDA}`,
    );
    // CloudFront asks for revoked certificates, and a load balancer has lists of them by itself; an HTTP API needs an authorizer.
    expect(verdicts(found)).toMatchObject({ http: 'via', 'http+cloudfront': 'native', alb: 'native' });
    expect(picked(found)).toBe('alb');
  });
  test('is held to the hits that it is priced at: none', () => {
    const at = (peak: string, more = '') =>
      advice(
        `region: us-east-1\ntraffic: { requests: 2B/month, peak: ${peak}, request: 1 KB, response: 1 KB }\nneeds: { server-push: no }\nbackend: { lambda: { memory: 128 MB, duration: 5 ms } }\n${more}`,
      );
    // Over ten times what AWS gives at first and raises; and between one and ten times, to be asked for.
    expect([at('110000 rps').outcome, at('12000 rps').outcome]).toEqual(['no-fit', 'ask']);
    expect(text(at('12000 rps'))).toContain('Ask AWS for at least 1,200 executions before launch');
    expect(verdicts(at('12000 rps'))['function-url']).toBe('native');
    // One that is stated may answer most of it.
    expect(at('110000 rps', 'edge: { origin: open }').outcome).toBe('ask');
  });

  test('which has what led to a REST API leaves no reason for one', () => {
    const found = advice(
      `region: eu-west-1\ntraffic: { requests: 40M/month, request: 1 KB, response: 2 KB }\nneeds: { mtls: yes, tls-enhanced-pq-fips: yes, server-push: no }\n${LAMBDA}`,
    );
    expect([picked(found), found.picks[0]?.reason]).toMatchObject([
      'http+cloudfront',
      { type: 'led-elsewhere', leaf: 'rest', instead: { type: 'by-distribution' } },
    ]);
    // With what only a REST API has beside it, that type is kept.
    const validated = advice(
      `region: eu-west-1\ntraffic: { requests: 40M/month, request: 1 KB, response: 2 KB }\nneeds: { mtls: yes, tls-enhanced-pq-fips: yes, validate-body: yes, server-push: no }\n${LAMBDA}`,
    );
    expect(picked(validated)).toBe('rest+cloudfront');
  });
});

describe('questions that are open', () => {
  const traffic = 'traffic: { requests: 15M/month, peak: 40 rps, request: 1 KB, response: 2 KB }';
  test.each([
    ['gRPC', `region: us-east-1\n${traffic}\nneeds: { grpc: yes, server-push: no }`],
    [
      'headers',
      `region: us-east-1\n${traffic.replace(' }', ', largestHeaders: 13 KB }')}\nneeds: { server-push: no }\nbackend: { vpc: { balancer: alb, link: v2 } }`,
    ],
    ['a private load balancer', `region: us-gov-east-1\n${traffic}\nneeds: { int-vpc-alb: yes, server-push: no }`],
  ])('turn nothing where nothing else carries %s', (_, yaml) => {
    const found = advice(yaml);
    expect([picked(found), found.outcome]).toEqual(['alb', 'pick']);
    expect(found.decision.open.length).toBeGreaterThan(10);
    expect(text(found)).toContain('17 questions are open, and no answer leads to anything else.');
    expect(found.picks[0]?.changes.turns.filter(({ given, leaf }) => given === 'unknown' && leaf !== 'websocket')).toEqual([]);
    // Why it is picked is said, and not only that a price is not known.
    expect(text(found)).toContain('The questions lead to an HTTP API, which cannot serve this');
  });
  test('turn an HTTP API, and push turns what a WebSocket API could have too', () => {
    expect(advice(`region: us-east-1\n${traffic}\nneeds: { server-push: no }`).outcome).toBe('ask');
    const answered = 'api-keys: yes';
    expect(advice(`region: us-east-1\n${traffic}\nneeds: { ${answered} }`).outcome).toBe('ask');
  });
});

describe('a pick whose total is at least so much', () => {
  test('is compared all the same: what is cheaper is so by at least the difference', () => {
    const found = advice(
      `region: eu-central-1\ntraffic: { requests: 50M/month, request: 1 KB, response: 1 KB }\nneeds: { dev-portal: yes, server-push: no }\n${LAMBDA}`,
    );
    expect([picked(found), of(found, 'rest').estimate.bound]).toEqual(['rest', 'at-least']);
    // 50M × ($3.70 − $1.20)/M, and the portal whose rate is not known.
    expect(text(found)).toContain('Cheaper by at least $125.00 a month: an HTTP API');
  });
  test('no-fit names what carries it before servers', () => {
    const found = advice('region: us-east-1\nrealtime: { connections: 80K, outbound: { rate: 6/s, size: 500 B } }');
    expect(found.outcome).toBe('no-fit');
    expect(text(found)).toContain('without your own servers; a Network Load Balancer for connections in front of them can, from $');
  });
});

describe('between what a REST API waits and what an HTTP API waits', () => {
  const at = (p99: string) =>
    advice(
      `region: us-east-1\ntraffic: { requests: 6M/month, request: 1 KB, response: 2 KB }\nneeds: { server-push: no }\nbackend: { lambda: { memory: 512 MB, duration: 4 s }, p99: ${p99} }`,
    );
  test('29.4 seconds need no higher quota: an HTTP API waits 30', () => {
    expect([picked(at('29.4 s')), picked(at('30 s'))]).toEqual(['http', 'http']);
    expect(of(at('29.4 s'), 'rest').blockers).toEqual([]);
  });
  test('31 seconds lead to a REST API', () => {
    expect(picked(at('31 s'))).toBe('rest');
  });
});

describe('what is unknown has its own word', () => {
  test('a size that nobody stated is no rate that nobody published', () => {
    const found = advice('region: us-east-1\ntraffic: { requests: 40M/month, response: 2 KB }\nneeds: { grpc: yes, server-push: no }');
    expect(picked(found)).toBe('alb');
    expect(text(found)).not.toContain('may not be offered there');
    expect(text(found)).toContain('A size by which it is billed is not stated');
  });
});

describe('what moves the cost', () => {
  // Frankfurt: 3 endpoints × 3 zones × 730 h × $0.012 = $78.84 of the bill.
  const found = advice(
    `region: eu-central-1\ntraffic: { requests: 2M/month, request: 2 KB, response: 4 KB }\nprivateEndpoint: { endpoints: 3, zones: 3 }\nneeds: { endpoint-private: yes, resource-policy: yes, auth-iam: yes, server-push: no }\n${LAMBDA}`,
  );
  test('names endpoint hours first', () => {
    expect(picked(found)).toBe('rest-private');
    expect(text(found)).toMatch(/Of \$[\d.]+ a month, \$78\.84 are for VPC endpoint hours/);
    expect(text(found)).toContain(
      'One more in privateEndpoint.endpoints adds $26.28 a month; one more in privateEndpoint.zones adds $26.28 a month.',
    );
  });
  test('ranks every input by what it is worth', () => {
    const changes = found.picks[0]?.changes.sensitivities.map(({ change }) => change.abs()) ?? [];
    expect(changes.length).toBeGreaterThan(4);
    expect(changes.every((one, index) => index === 0 || one.lte(changes[index - 1] ?? one))).toBe(true);
  });
});

describe('what a Region lacks', () => {
  test('is no part of an answer in GovCloud: neither Cloud Map nor an HTTP API before a private ALB in the east', () => {
    const gov = (region: string, need: string) =>
      verdicts(
        advice(
          `region: ${region}\ntraffic: { requests: 3M/month, request: 1 KB, response: 1 KB }\nneeds: { ${need}: yes, server-push: no }`,
        ),
      );
    expect(gov('us-gov-west-1', 'int-vpc-cloudmap')['http']).toBe('no');
    expect(gov('us-gov-east-1', 'int-vpc-alb')['http']).toBe('no');
  });
  test('is not added: a distribution only where one is stated', () => {
    const gov = (more: string) =>
      advice(
        `region: us-gov-west-1\naudited: yes\ntraffic: { requests: 4M/month, request: 1 KB, response: 1 KB }\nwaf: { rules: 1 }\nneeds: { server-push: no }\n${LAMBDA}\n${more}`,
        'cheapest',
      );
    expect(
      gov('')
        .candidates.map(({ candidate }) => candidate.id)
        .filter((id) => id.includes('cloudfront')),
    ).toEqual([]);
    expect(picked(gov(''))).toBe('rest');
    expect(picked(gov('edge: { hitRatio: 0% }'))).toBe('http+cloudfront+waf');
  });
});

describe('a Region whose data transfer has no rate in our sheet', () => {
  test.each(POLICIES)('does not put a distribution in front, which needs none: %s', (policy) => {
    const found = advice(
      `region: mx-central-1\ntraffic: { requests: 3M/month, request: 1 KB, response: 2 KB }\nneeds: { resource-policy: yes, auth-iam: yes, waf-native: no, api-keys: no, server-push: no }\n${LAMBDA}`,
      policy,
    );
    expect([picked(found), found.outcome]).toEqual(['rest', 'pick']);
  });
});

describe('what stands on a distribution', () => {
  const traffic = 'region: us-east-1\ntraffic: { requests: 20M/month, request: 1 KB, response: 1 KB }';
  test('is not had without one, and its web ACL is in the price', () => {
    const found = advice(`${traffic}\nneeds: { per-client-rate: yes, waf-native: no, server-push: no }\n${LAMBDA}`);
    expect(verdicts(found)).toMatchObject({ 'function-url': 'no', 'function-url+cloudfront': 'via', http: 'via' });
    // One ACL at $5, one rule at $1, and 20M × $0.60/M.
    const acl = of(found, 'function-url+cloudfront').estimate.lineItems.filter(({ hop }) => hop === 'waf');
    expect(acl.reduce((sum, { listCost }) => sum + Number(listCost), 0)).toBe(18);
  });
  test('stands in for a policy of addresses', () => {
    const found = advice(`${traffic}\nneeds: { resource-policy: yes, server-push: no }\nedge: { hitRatio: 20% }\n${LAMBDA}`);
    expect(verdicts(found)).toMatchObject({
      rest: 'native',
      'rest+cloudfront': 'via',
      http: 'no',
      'http+cloudfront': 'no',
      'http+cloudfront+waf': 'via',
    });
    expect(picked(found)).toBe('http+cloudfront+waf');
    expect(text(found)).toContain(
      'The questions lead to a REST API, which needs IP sets of a web ACL on CloudFront beside it and does not have all by itself, so totals decided.',
    );
  });
});

describe('what supplies rates of each client', () => {
  test('is an authorizer with counters, in the total', () => {
    const http = of(
      advice(
        `region: us-east-1\ntraffic: { requests: 10M/month, response: 1 KB }\nneeds: { per-client-rate: yes, server-push: no }\n${LAMBDA}`,
      ),
      'http',
    );
    // 10M writes × $0.625/M.
    expect(http.estimate.lineItems.find(({ hop }) => hop === 'usage-counters')?.listCost?.toFixed(2)).toBe('6.25');
    expect(http.estimate.bound).toBe('exact');
  });
});
