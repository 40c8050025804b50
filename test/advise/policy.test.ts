// The policies, the outcomes, and the cheaper way: what is picked, and never picked.
import { describe, expect, test } from 'vitest';
import { advise, type Recommendation } from '../../src/advise/advise.ts';
import { unpriced, usable, wholePrice } from '../../src/advise/advised.ts';
import type { Policy } from '../../src/advise/policy.ts';
import { QUESTIONS } from '../../src/decide/questions.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';

const LAMBDA = 'backend: { lambda: { memory: 256 MB, duration: 50 ms, architecture: arm64 } }';
const TRAFFIC = 'traffic: { requests: 50M/month, request: 1 KB, response: 4 KB }';

/** Every question answered no, but for the features named. */
function needs(...yes: readonly string[]): string {
  const features = new Set(QUESTIONS.filter(({ id }) => !id.startsWith('article')).flatMap((one) => one.features));
  const answered = [...features].filter((feature) => !yes.includes(feature)).map((feature) => `${feature}: no`);
  return `needs: { ${[...yes.map((feature) => `${feature}: yes`), ...answered].join(', ')} }`;
}

function advice(parts: readonly string[], policy: Policy = 'native-first', region = 'us-east-1'): Recommendation {
  return advise(parseWorkload(`name: a\nregion: ${region}\n${parts.join('\n')}\n`, {}), awsBook, { policy });
}
const picked = (one: Recommendation) => one.picks.map(({ advised }) => advised.candidate.id);
/** Without the answers that a section denies. */
const without = (text: string, ...features: readonly string[]) =>
  features.reduce((rest, feature) => rest.replace(new RegExp(` ${feature}: no(,|(?= }))`), ''), text);

describe('native-first', () => {
  test('takes an HTTP API where nothing asks for more', () => {
    const found = advice([TRAFFIC, LAMBDA, needs()]);
    expect([picked(found), found.outcome]).toEqual([['http'], 'pick']);
  });
  test('takes a REST API for what only REST APIs have, and names what supplies it for less', () => {
    const found = advice([TRAFFIC, LAMBDA, without(needs(), 'waf-native'), 'waf: { rules: 3 }']);
    expect(picked(found)).toEqual(['rest']);
    expect(found.picks[0]?.cheaper.map(({ advised }) => advised.candidate.id)).toEqual([
      'alb',
      'function-url+cloudfront',
      'http+cloudfront+waf',
    ]);
  });
  test('puts the web ACL on a distribution that is there anyway', () => {
    const found = advice([TRAFFIC, LAMBDA, without(needs(), 'waf-native'), 'waf: { rules: 3 }', 'edge: { hitRatio: 0% }']);
    expect([picked(found), found.outcome]).toEqual([['http+cloudfront+waf'], 'pick']);
  });
  test('adds no distribution that nobody asked for, even where it saves a little', () => {
    const large = 'traffic: { requests: 200K/month, response: 900 KB }';
    const found = advice([large, LAMBDA, needs('usage-plans')]);
    const costs = new Map(found.candidates.map(({ candidate, estimate }) => [candidate.id, estimate.listCost]));
    expect(costs.get('rest+cloudfront')?.lt(costs.get('rest') ?? '0')).toBe(true);
    expect(picked(found)).toEqual(['rest']);
  });
  test('adds one where a need cannot be had without', () => {
    const found = advice([TRAFFIC, LAMBDA, needs('endpoint-edge-optimized', 'mtls'), 'edge: { hitRatio: 0% }']);
    expect(picked(found)).toEqual(['http+cloudfront']);
  });
});

test.each(['native-first', 'cheapest'] as const)('%s picks no Web Function, and leaves nothing open because of it', (policy) => {
  const found = advice([TRAFFIC, LAMBDA.replace('arm64', 'arm64, nodeServer: yes'), needs()], policy);
  const bound = found.candidates.find(({ candidate }) => candidate.id === 'web-function')?.estimate;
  expect(bound?.listCost.lt(found.picks[0]?.advised.estimate.listCost ?? '0')).toBe(true);
  expect([picked(found), found.outcome]).toEqual([[policy === 'cheapest' ? 'function-url' : 'http'], 'pick']);
  expect(found.picks[0]?.undecided).toEqual([]);
  // Streams that an HTTP API lacks are no reason either.
  const streams = advice([TRAFFIC, LAMBDA.replace('arm64', 'arm64, nodeServer: yes'), needs('response-streaming', 'sse')], policy);
  expect(picked(streams)).toEqual([policy === 'cheapest' ? 'function-url' : 'rest']);
});

describe('cheapest', () => {
  test('takes whatever supplies all needs for least, priced as a whole', () => {
    const found = advice([TRAFFIC, LAMBDA, without(needs(), 'waf-native'), 'waf: { rules: 3 }'], 'cheapest');
    const able = found.candidates.filter((one) => wholePrice(one) && usable(one));
    const least = able.reduce((a, b) => (b.estimate.listCost.lt(a.estimate.listCost) ? b : a));
    expect(picked(found)).toEqual([least.candidate.id]);
  });
  test('counts help at a default: it wins where it is cheap, and says from where on it would not', () => {
    const found = advice([TRAFFIC, needs('int-aws-dynamodb')], 'cheapest');
    const http = found.candidates.find(({ candidate }) => candidate.id === 'http') ?? expect.fail();
    expect(unpriced(http)).toEqual([]);
    expect(http.estimate.lineItems.map(({ hop }) => hop)).toContain('lambda');
    const [pick] = found.picks;
    expect(pick?.unless?.gt('0')).toBe(true);
  });
  test('counts traces that the workload states as priced, whoever records them', () => {
    const httpOf = (parts: readonly string[]) =>
      advice([TRAFFIC, LAMBDA, ...parts], 'cheapest').candidates.find(({ candidate }) => candidate.id === 'http') ?? expect.fail();
    expect(unpriced(httpOf([needs('xray')]))).toEqual(['X-Ray in your Lambda function']);
    const priced = httpOf([without(needs(), 'xray'), 'observability: { xray: { sampling: 5% } }']);
    expect(unpriced(priced)).toEqual([]);
    expect(priced.estimate.lineItems.map(({ sku }) => sku)).toContain('xray/traces-recorded');
  });
  test('asks only what the pick could not supply', () => {
    const small = TRAFFIC.replace('50M', '2M');
    const found = advice([small, LAMBDA, 'needs: { server-push: no }'], 'cheapest');
    expect([picked(found), found.outcome]).toEqual([['function-url'], 'ask']);
    // Whether the gateway answers by itself is open; a function could, so the answer would change nothing.
    const only = without(needs(), 'int-mock');
    expect([advice([small, LAMBDA, only], 'cheapest').outcome, advice([small, LAMBDA, only]).outcome]).toEqual(['pick', 'ask']);
  });
});

describe('outcomes', () => {
  test('ask: something open would change the end', () => {
    expect(advice([TRAFFIC]).outcome).toBe('ask');
  });
  test('ask without a pick: the tree ends at a WebSocket API, and there are no connections to price', () => {
    const found = advice([TRAFFIC, 'needs: { server-push: yes }']);
    expect([picked(found), found.outcome, found.decision.otherwise]).toEqual([[], 'ask', 'websocket']);
  });
  test('no-fit: nothing has it, and the nearest is named', () => {
    const found = advice([TRAFFIC, LAMBDA, needs('endpoint-private', 'mtls', 'usage-plans')]);
    expect([picked(found), found.outcome]).toEqual([['rest-private'], 'no-fit']);
  });
  test('no-fit: a body that no gateway takes', () => {
    expect(advice(['traffic: { requests: 1M, request: 40 MB }', LAMBDA, needs()]).outcome).toBe('no-fit');
  });
  test('two picks for requests and connections, each of its own type', () => {
    const found = advice([
      TRAFFIC,
      LAMBDA,
      without(needs(), 'server-push'),
      'realtime: { connections: 100, outbound: { rate: 1/min, size: 1 KB } }',
    ]);
    expect([picked(found), found.outcome]).toEqual([['http', 'websocket'], 'pick']);
  });
});

describe('what a composition takes away', () => {
  test('a private API is not behind CloudFront', () => {
    const found = advice([TRAFFIC, LAMBDA, needs('endpoint-private')]);
    const verdicts = found.candidates.filter(({ candidate }) => candidate.id.includes('cloudfront')).map(({ verdict }) => verdict);
    expect(new Set(verdicts)).toEqual(new Set(['no']));
  });
  test('a load balancer before Lambda streams nothing', () => {
    const streamed = ['traffic: { requests: 1M, response: 100 KB, streaming: yes }', without(needs(), 'response-streaming')];
    const verdict = (parts: readonly string[]) => advice(parts).candidates.find(({ candidate }) => candidate.id === 'alb')?.verdict;
    expect([verdict([...streamed, LAMBDA]), verdict(streamed)]).toEqual(['no', 'native']);
  });
  test('an edge-optimized API takes no client certificates', () => {
    const found = advice([TRAFFIC, LAMBDA, needs('endpoint-edge-optimized', 'mtls', 'usage-plans')]);
    expect(found.candidates.find(({ candidate }) => candidate.id === 'rest')?.verdict).toBe('no');
    expect(picked(found)).toEqual(['rest+cloudfront']);
  });
});

describe('connections', () => {
  const dashboard = 'realtime: { connections: 500, hoursPerDay: 12, sessionLength: 1 h, outbound: { rate: 1/s, size: 2 KB } }';
  const balancers = ['nlb-websocket', 'alb-websocket'];

  test('stay with a WebSocket API, contested where a load balancer costs less than half before its servers', () => {
    const [pick] = advice([dashboard]).picks;
    expect([pick?.advised.candidate.id, pick?.contested?.advised.candidate.id]).toEqual(['websocket', 'nlb-websocket']);
    expect(pick?.cheaper.map(({ advised }) => advised.candidate.id)).toEqual(balancers);
    expect(advice([dashboard]).outcome).toBe('pick');
  });

  test('servers have no price, so that under cheapest they leave it open by how much they may cost', () => {
    const found = advice([dashboard], 'cheapest');
    const [pick] = found.picks;
    expect([pick?.advised.candidate.id, found.outcome]).toEqual(['websocket', 'ask']);
    expect(pick?.undecided.map(({ advised }) => advised.candidate.id)).toEqual(balancers);
    for (const { advised, amount } of pick?.undecided ?? [])
      expect(advised.estimate.listCost.plus(amount).toFixed()).toBe(pick?.advised.estimate.listCost.toFixed());
  });

  test('where a load balancer is hardly cheaper before its servers, nothing is open', () => {
    const few = 'realtime: { connections: 200, sessionLength: 1 h, outbound: { rate: 4/min, size: 1 KB } }';
    const found = advice([few], 'cheapest');
    const costs = new Map(found.candidates.map(({ candidate, estimate }) => [candidate.id, estimate.listCost]));
    expect(costs.get('nlb-websocket')?.lt(costs.get('websocket') ?? '0')).toBe(true);
    expect([picked(found), found.outcome, found.picks[0]?.undecided]).toEqual([['websocket'], 'pick', []]);
  });

  test.each(['native-first', 'cheapest'] as const)(
    '%s: what a WebSocket API cannot carry goes to servers where there are some',
    (policy) => {
      const large = 'realtime: { connections: 10K, sessionLength: 1 h, largestMessage: 200 KB }';
      const without = advice([large], policy);
      expect([picked(without), without.outcome]).toEqual([['websocket'], 'no-fit']);
      expect(advice([large, LAMBDA], policy).outcome).toBe('no-fit');
      const found = advice([large, 'backend: { vpc: { balancer: alb } }'], policy);
      expect([picked(found), found.outcome]).toEqual([['alb-websocket'], 'pick']);
      expect(found.picks[0]?.advised.estimate.bound).toBe('at-least');
    },
  );

  test('both halves need the names and the reach of an API', () => {
    const halves = [TRAFFIC, 'realtime: { connections: 1K, sessionLength: 1 h }'];
    const reach = 'needs: { endpoint-private: yes, custom-domain-private: yes }';
    expect(picked(advice([...halves, reach, 'backend: { vpc: { balancer: nlb } }']))).toEqual(['rest-private', 'nlb-websocket']);
    expect(advice([...halves, reach]).outcome).toBe('no-fit');
    const found = advice([...halves, 'needs: { custom-domain: yes, metric-connect-message: yes }']);
    expect(found.picks.map(({ advised }) => advised.fits.map(({ feature }) => feature))).toEqual([
      ['custom-domain'],
      ['custom-domain', 'metric-connect-message', 'server-push'],
    ]);
  });
});
