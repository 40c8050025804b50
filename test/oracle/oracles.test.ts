/**
 * Proves that worked examples of AWS and of others come out to the cent, half up, each at the level it speaks of:
 * one sku, one hop, or a workload.
 */
import { expect, test } from 'vitest';
import { estimate, type CandidateEstimate } from '../../src/estimate/estimate.ts';
import type { LineItem } from '../../src/estimate/line-item.ts';
import { quote } from '../../src/estimate/quote.ts';
import { lcuHours } from '../../src/hops/load-balancer.ts';
import { decimal, max, sum, type Decimal } from '../../src/money/decimal.ts';
import { isSku, type Sku } from '../../src/pricebook/skus.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';
import { ORACLES, type OracleId } from './oracles.ts';

interface Computed {
  /** In the order of the oracle's parts. */
  readonly parts: readonly Decimal[];
  readonly total: Decimal;
}

const CHECKS: { readonly [Id in OracleId]: (oracle: (typeof ORACLES)[Id]) => Computed } = {
  'aws-http-1': ({ region, inputs }) => {
    const http = candidate('http', {
      region,
      hoursPerMonth: inputs.hoursPerMonth,
      traffic: { requests: `${inputs.requests}/month`, request: `${inputs.requestKB} KB` },
    });
    return { parts: costs(http.lineItems), total: http.frontDoorCost };
  },
  'aws-rest-1': ({ region, inputs }) => {
    const rest = candidate('rest', {
      region,
      traffic: { requests: `${inputs.requests}/month`, response: `${inputs.responseKB} KB` },
    });
    return { parts: [...ofSku(rest, 'apigateway/rest-requests'), ...ofSku(rest, 'data-transfer/out')], total: rest.frontDoorCost };
  },
  // The example counts no data transfer.
  'aws-websocket': ({ region, inputs }) => {
    const websocket = candidate('websocket', {
      region,
      hoursPerMonth: inputs.hoursPerMonth,
      realtime: {
        connections: inputs.users,
        hoursPerDay: inputs.hoursPerDay,
        inbound: { rate: `${inputs.sentEachDay}/day`, size: `${inputs.messageKB} KB` },
        outbound: { rate: `${inputs.receivedEachDay}/day`, size: `${inputs.messageKB} KB` },
      },
    });
    return parts([...ofSku(websocket, 'apigateway/websocket-messages'), ...ofSku(websocket, 'apigateway/websocket-minutes')]);
  },
  'aws-cache-1.6': ({ region, inputs }) => cacheHours(region, inputs),
  'aws-lambda-1': ({ region, inputs }) => {
    const http = candidate('http', {
      region,
      alwaysFree: inputs.alwaysFree,
      traffic: { requests: `${inputs.requests}/month` },
      backend: {
        lambda: { memory: `${inputs.memoryMB} MB`, duration: `${inputs.durationMs} ms`, architecture: inputs.architecture },
      },
    });
    return {
      parts: [sum(ofSku(http, 'lambda/duration-x86')), sum(ofSku(http, 'lambda/requests'))],
      total: http.backendCost ?? decimal('0'),
    };
  },
  'aws-alb-1': ({ inputs }) => {
    const lcus = lcuHours({
      requests: anHour(inputs.requestsPerSecond),
      bytes: anHour(inputs.decimalKilobytesPerSecond).times('1000'),
      requestsEach: decimal(inputs.requestsPerSecond).div(inputs.newConnectionsPerSecond),
      connectionMs: decimal(inputs.connectionSeconds).times('1000'),
      rules: decimal(inputs.rules),
      mutualTls: false,
      lambdaTarget: false,
    });
    const dimensions = [
      lcus['new connections'],
      lcus['active connections'],
      lcus['processed bytes'] ?? decimal('0'),
      lcus['rule evaluations'],
    ] as const;
    return { parts: dimensions, total: max(...dimensions) };
  },
  'ic-rest-21B': ({ region, inputs }) => {
    const rest = candidate('rest', { region, traffic: { requests: `${inputs.requests}/month` } });
    return { parts: costs(rest.lineItems), total: rest.frontDoorCost };
  },
  'ic-http-1B': ({ region, inputs }) => {
    const http = candidate('http', { region, traffic: { requests: `${inputs.requests}/month`, request: `${inputs.requestKB} KB` } });
    return { parts: costs(http.lineItems), total: http.frontDoorCost };
  },
  'ic-websocket': ({ region, inputs }) =>
    parts([
      ...bandsOf('apigateway/websocket-messages', inputs.messages, { region }),
      ...bandsOf('apigateway/websocket-minutes', inputs.minutes, { region }),
    ]),
  'ic-cache-0.5': ({ region, inputs }) => cacheHours(region, inputs),
  'ic-cache-237': ({ region, inputs }) => cacheHours(region, inputs),
  'ic-logs': ({ region, inputs }) =>
    parts([...bandsOf('logs/ingest', inputs.ingestGB, { region }), ...bandsOf('logs/storage', inputs.storageGB, { region })]),
  'ic-vpce': ({ region, inputs }) => {
    const hours = decimal(inputs.hours).times(inputs.zones).toFixed();
    return parts([...bandsOf('privatelink/data', inputs.GB, { region }), ...bandsOf('privatelink/endpoint-hours', hours, { region })]);
  },
  'ic-waf-no-usage': ({ region, inputs }) => {
    const rest = candidate('rest', {
      region,
      traffic: { requests: `${inputs.requests}/month` },
      waf: { webAcls: inputs.webAcls, rules: inputs.rules, ruleGroups: [{ rules: '0' }], managedGroups: inputs.managedGroups },
    });
    return { parts: costs(rest.lineItems.filter((one) => one.hop === 'waf')), total: rest.frontDoorCost };
  },
  'calc-rest-300k': ({ region, inputs }) => {
    const rest = candidate('rest', { region, traffic: { requests: `${inputs.requests}/month` } });
    return { parts: costs(rest.lineItems), total: rest.frontDoorCost };
  },
  'calc-http-1M': ({ region, inputs }) => {
    const http = candidate('http', { region, traffic: { requests: `${inputs.requests}/month`, request: `${inputs.requestKB} KB` } });
    return { parts: costs(http.lineItems), total: http.frontDoorCost };
  },
  'calc-cloudfront-5GB': ({ region: geography, inputs }) =>
    parts([
      ...bandsOf('cloudfront/data-out', inputs.dataOutGB, { geography }),
      ...bandsOf('cloudfront/https-requests', inputs.httpsRequests, { geography }),
      ...bandsOf('cloudfront/to-origin', inputs.toOriginGB, { geography }),
    ]),
};

for (const id of Object.keys(ORACLES) as OracleId[]) {
  const oracle = ORACLES[id];
  const check = CHECKS[id] as (one: typeof oracle) => Computed;
  test(titleOf(id), () => {
    const computed = check(oracle);
    const printed = computed.parts.map((amount, index) => asPrinted(amount, oracle.expected[index]?.[1] ?? ''));
    expect(printed).toEqual(oracle.expected.map(([, amount]) => amount));
    expect(asPrinted(computed.total, oracle.total)).toBe(oracle.total);
  });
}

test('aws-cache-1.6 in a month of 730 hours is 27.74', () => {
  const { total } = cacheHours('us-east-1', { sizeGB: '1.6', hoursPerMonth: '730' });
  expect(asPrinted(total, '27.74')).toBe('27.74');
});

function titleOf(id: OracleId): string {
  const { source, read } = ORACLES[id];
  return `${id}: ${source}, ${read === null ? 'undated' : `read ${read}`}`;
}

/** Half up to as many places as the source prints. */
function asPrinted(amount: Decimal, like: string): string {
  return amount.toFixed(like.split('.')[1]?.length ?? 0);
}

function anHour(perSecond: string): Decimal {
  return decimal(perSecond).times('3600');
}

function candidate(id: string, workload: object): CandidateEstimate {
  const text = JSON.stringify({ name: 'oracle', ...workload });
  const { candidates } = estimate(parseWorkload(text, { regions: awsBook.regions }), awsBook);
  const found = candidates.find((one) => one.id === id);
  if (!found) throw new Error(`no candidate ${id}`);
  return found;
}

function costs(lineItems: readonly LineItem[]): readonly Decimal[] {
  return lineItems.map((one) => {
    if (one.listCost === null) throw new Error(`${one.sku} has no price`);
    return one.listCost;
  });
}

function ofSku({ lineItems }: CandidateEstimate, sku: Sku): readonly Decimal[] {
  return costs(lineItems.filter((one) => one.sku === sku));
}

function bandsOf(sku: Sku, quantity: string, place: Parameters<typeof quote>[2]): readonly Decimal[] {
  return costs(quote(sku, decimal(quantity), place, awsBook, { alwaysFree: false }).lineItems);
}

function cacheHours(region: string, inputs: { readonly sizeGB: string; readonly hoursPerMonth: string }): Computed {
  const sku = `apigateway/cache-${inputs.sizeGB}gb`;
  if (!isSku(sku)) throw new Error(`no sku ${sku}`);
  return parts(bandsOf(sku, inputs.hoursPerMonth, { region }));
}

function parts(amounts: readonly Decimal[]): Computed {
  return { parts: amounts, total: sum(amounts) };
}
