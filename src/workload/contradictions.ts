import { decimal, sum, type Decimal } from '../money/decimal.ts';
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
    ...ofPassThrough(workload),
    ...pollingContradictions(workload),
    ...ofSizes(workload),
    ...ofFates(workload),
    ...ofRealtime(workload),
    ...ofEdge(workload),
    ...throttlingContradictions(workload),
    ...needsDenied(workload),
    ...ofBackend(workload),
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
  if (traffic || auth?.lambdaAuthorizer?.cacheHitRatio === undefined) return;
  yield {
    path: ['auth', 'lambdaAuthorizer', 'cacheHitRatio'],
    what: 'auth.lambdaAuthorizer.cacheHitRatio requires traffic',
    because: 'a WebSocket API authorizes each connection once and caches no decision',
    write: 'remove cacheHitRatio',
  };
}

function* ofPassThrough({ backend }: Workload): Iterable<Mistake> {
  if (!backend?.passThrough || backend.lambda) return;
  yield {
    path: ['backend', 'passThrough'],
    what: 'backend.passThrough requires backend.lambda',
    because: 'it says what a function does, and no function is stated',
    write: 'lambda: { memory: 128 MB, duration: 30 ms }',
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

function* ofBackend({ backend }: Workload): Iterable<Mistake> {
  const stated = (['lambda', 'vpc', 'service'] as const).filter((one) => backend?.[one] !== undefined);
  if (stated.length > 1) {
    yield {
      path: ['backend', stated[1] as string],
      what: `backend.${stated[1]} and backend.${stated[0]} are both stated`,
      because: 'one backend answers the requests; use one file for each API',
      write: `remove ${stated[1]}`,
    };
  }
  if (backend?.monthly !== undefined && backend.fargate !== undefined) {
    yield {
      path: ['backend', 'fargate'],
      what: 'backend.fargate and backend.monthly are both stated',
      because: 'they are two ways to state what the same servers cost',
      write: 'remove fargate',
    };
  }
  for (const key of ['monthly', 'fargate'] as const) {
    if (backend?.[key] === undefined || backend.service === undefined) continue;
    yield {
      path: ['backend', key],
      what: `backend.${key} and backend.service are both stated`,
      because: 'an AWS service answers by itself, without servers',
      write: `remove ${key}`,
    };
  }
  if (backend?.vpc?.link === 'v1' && backend.vpc.balancer === 'alb') {
    yield {
      path: ['backend', 'vpc', 'link'],
      what: 'backend.vpc.link is v1 beside balancer: alb',
      because: 'a VPC link V1 ends at an NLB (https://docs.aws.amazon.com/apigateway/latest/developerguide/private-integration.html)',
      write: 'link: v2',
    };
  }
  const service = backend?.service;
  if (!service) return;
  const express = service.name === 'step-functions-express';
  const needs = { duration: express, memory: express, transitions: service.name === 'step-functions-standard' } as const;
  for (const key of ['duration', 'memory', 'transitions'] as const) {
    if (service[key] !== undefined && !needs[key]) {
      yield {
        path: ['backend', 'service', key],
        what: `backend.service.${key} does not apply to name: ${service.name}`,
        because: 'it is not billed there',
        write: `remove ${key}`,
      };
    }
  }
  if (stated.length > 1) return;
  if (express && service.duration === undefined) {
    yield {
      path: ['backend', 'service', 'duration'],
      what: 'backend.service has no duration',
      because: 'an Express workflow is billed by how long it runs',
      write: 'duration: 300 ms',
    };
  }
  if (needs.transitions && service.transitions === undefined) {
    yield {
      path: ['backend', 'service', 'transitions'],
      what: 'backend.service has no transitions',
      because: 'a Standard workflow is billed by its state transitions',
      write: 'transitions: 5',
    };
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
