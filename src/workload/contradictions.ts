import { decimal, sum, type Decimal } from '../money/decimal.ts';
import { backendContradictions } from './backend-contradictions.ts';
import { evened, percent } from './evened.ts';
import type { Mistake } from './mistakes.ts';
import { needsDenied } from './needs-denied.ts';
import { pollingContradictions } from './polling.ts';
import type { Workload } from './schema.ts';
import { throttlingContradictions } from './throttling-contradictions.ts';

/** Mistakes that no single field shows: shares that do not add up, fields that need or exclude one another. */
export function contradictions(workload: Workload): readonly Mistake[] {
  return [
    ...besideRealtimeOnly(workload),
    ...ofAuthorizer(workload),
    ...pollingContradictions(workload),
    ...ofSizes(workload),
    ...ofFates(workload),
    ...ofRealtime(workload),
    ...ofEdge(workload),
    ...throttlingContradictions(workload),
    ...needsDenied(workload),
    ...backendContradictions(workload),
  ];
}

/** What a finished workload must have, and a draft may still lack. */
export function noTraffic({ traffic, realtime }: Workload): readonly Mistake[] {
  if (traffic || realtime) return [];
  return [
    {
      path: [],
      what: 'the workload has no traffic',
      because: 'without requests or connections there is nothing to price',
      write: 'traffic: { requests: 100M/month }',
    },
  ];
}

function* besideRealtimeOnly({ traffic, realtime, ...rest }: Workload): Iterable<Mistake> {
  if (traffic || !realtime) return;
  for (const key of ['edge', 'cache', 'privateEndpoint', 'portal'] as const) {
    if (rest[key] === undefined) continue;
    yield {
      path: [key],
      what: `${key} requires traffic`,
      because:
        'it changes what requests cost, and this workload has none (connections have no cache, no distribution and no VPC endpoint of an API)',
      write: 'traffic: { requests: 100M/month }',
    };
  }
}

function* ofAuthorizer({ traffic, auth }: Workload): Iterable<Mistake> {
  const { withoutToken, identity } = auth?.lambdaAuthorizer ?? {};
  if (withoutToken !== undefined && traffic?.fates?.unauthorized === undefined)
    yield {
      path: ['auth', 'lambdaAuthorizer', 'withoutToken'],
      what: 'auth.lambdaAuthorizer.withoutToken requires traffic.fates.unauthorized',
      because: 'it is a share of the requests that are refused, and nothing states how many are',
      write: 'remove withoutToken',
    };
  if (withoutToken !== undefined && identity === 'none')
    yield {
      path: ['auth', 'lambdaAuthorizer', 'withoutToken'],
      what: 'auth.lambdaAuthorizer.withoutToken requires an identity source',
      because: 'identity is none, and an authorizer without an identity source is called for every request',
      write: 'remove withoutToken',
    };
  if (traffic || auth?.lambdaAuthorizer?.cacheHitRatio === undefined) return;
  yield {
    path: ['auth', 'lambdaAuthorizer', 'cacheHitRatio'],
    what: 'auth.lambdaAuthorizer.cacheHitRatio requires traffic',
    because: 'a WebSocket API authorizes each connection once and caches no decision',
    write: 'remove cacheHitRatio',
  };
}

function* ofSizes({ traffic }: Workload): Iterable<Mistake> {
  if (!traffic?.sizes) return;
  for (const key of ['request', 'response'] as const) {
    if (traffic[key] === undefined) continue;
    yield {
      path: ['traffic', key],
      what: `traffic.${key} and traffic.sizes are both stated`,
      because: `size classes replace the average size; each class states its own ${key}`,
      write: `remove ${key}`,
    };
  }
  const total = sum(traffic.sizes.map((one) => one.share));
  if (total.eq('1')) return;
  for (const { index, share } of evened(traffic.sizes.map((one) => one.share)))
    yield shares(['traffic', 'sizes', index, 'share'], 'traffic.sizes', total, `share: ${share}`);
}

function* ofFates({ traffic }: Workload): Iterable<Mistake> {
  const fates = Object.entries(traffic?.fates ?? {}).filter((one): one is [string, Decimal] => one[1] !== undefined);
  const total = sum(fates.map(([, share]) => share));
  if (total.lte('1')) return;
  for (const { index, share } of evened(fates.map(([, one]) => one))) {
    const name = fates[index]?.[0] ?? '';
    yield {
      path: ['traffic', 'fates', name],
      what: `the shares of traffic.fates add up to ${percent(total)}`,
      because: 'each request has one fate, so together they are at most 100%',
      write: `${name}: ${share}`,
    };
  }
}

function* ofRealtime({ realtime }: Workload): Iterable<Mistake> {
  if (!realtime) return;
  const { connections, connectRate, hoursPerDay, sessionLength, inbound, fanOut } = realtime;
  if ((connections === undefined) === (connectRate === undefined)) {
    yield {
      path: ['realtime', connections === undefined ? 'connections' : 'connectRate'],
      what: connections === undefined ? 'realtime has no connections' : 'realtime has both connections and connectRate',
      because: 'connection minutes follow from one of the two',
      write: connections === undefined ? 'connections: 10K' : 'remove connectRate',
    };
  }
  if (connectRate && sessionLength === undefined) {
    yield {
      path: ['realtime', 'connectRate'],
      what: 'realtime.connectRate requires sessionLength',
      because: 'connection minutes are new connections times how long each lives',
      write: 'sessionLength: 30 min',
    };
  }
  if (connectRate && hoursPerDay) {
    yield {
      path: ['realtime', 'hoursPerDay'],
      what: 'realtime.hoursPerDay and connectRate are both stated',
      because: 'a connect rate already says how many connections there are',
      write: 'remove hoursPerDay',
    };
  }
  if (fanOut && !inbound) {
    yield {
      path: ['realtime', 'fanOut'],
      what: 'realtime.fanOut requires inbound',
      because: 'it multiplies inbound messages',
      write: 'inbound: { rate: 1/min, size: 1 KB }',
    };
  }
  if (sessionLength?.gt(String(2 * 3_600_000))) {
    yield {
      path: ['realtime', 'sessionLength'],
      what: 'realtime.sessionLength is longer than 2 hours',
      because:
        'API Gateway closes a WebSocket connection after 2 hours (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html)',
      write: 'sessionLength: 2 h',
    };
  }
}

function* ofEdge({ edge }: Workload): Iterable<Mistake> {
  if (!edge?.geography || typeof edge.geography === 'string') return;
  const places = Object.entries(edge.geography).filter((one): one is [string, Decimal] => one[1] !== undefined);
  const total = sum(places.map(([, share]) => share));
  if (total.eq('1')) return;
  const even = places.length === 0 ? [] : evened(places.map(([, one]) => (total.isZero() ? decimal('1').div(String(places.length)) : one)));
  if (even.length === 0) yield shares(['edge', 'geography'], 'edge.geography', total, 'geography: us');
  for (const { index, share } of even) {
    const name = places[index]?.[0] ?? '';
    yield shares(['edge', 'geography', name], 'edge.geography', total, `${name}: ${share}`);
  }
}

function shares(path: Mistake['path'], name: string, total: Decimal, write: string): Mistake {
  return {
    path,
    what: `the shares of ${name} add up to ${percent(total)}`,
    because: 'they are parts of one whole',
    write,
  };
}
