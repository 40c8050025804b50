import type { Mistake } from './mistakes.ts';
import type { Workload } from './schema.ts';

type Backend = NonNullable<Workload['backend']>;
type Vpc = NonNullable<Backend['vpc']>;
type Service = NonNullable<Backend['service']>;

/** What only some load balancers, or the lack of one, have. */
const OF_BALANCER: readonly (readonly [field: Exclude<keyof Vpc, 'balancer'>, balancers: readonly Vpc['balancer'][], because: string])[] = [
  ['tls', ['nlb'], 'it says whether an NLB ends TLS'],
  ['rules', ['alb'], 'it counts the listener rules of an ALB'],
  ['connections', ['nlb', 'alb'], 'they are a dimension of a load balancer'],
  ['sharedBy', ['nlb', 'alb'], 'it divides the hours of a load balancer'],
  ['registered', ['none'], 'an API finds a service by AWS Cloud Map only where there is no load balancer'],
];

/** What only some services are billed by. */
const OF_SERVICE: readonly (readonly [field: Exclude<keyof Service, 'name'>, services: readonly Service['name'][]])[] = [
  ['duration', ['step-functions-express']],
  ['memory', ['step-functions-express']],
  ['transitions', ['step-functions-standard']],
  ['action', ['dynamodb', 's3']],
  ['shards', ['kinesis']],
  ['received', ['appconfig']],
];

/** Mistakes about what answers. */
export function* backendContradictions({ backend }: Workload): Iterable<Mistake> {
  if (!backend) return;
  if (backend.passThrough && !backend.lambda) {
    yield {
      path: ['backend', 'passThrough'],
      what: 'backend.passThrough requires backend.lambda',
      because: 'it says what a function does, and no function is stated',
      write: 'lambda: { memory: 128 MB, duration: 30 ms }',
    };
  }
  const stated = (['lambda', 'vpc', 'service'] as const).filter((one) => backend[one] !== undefined);
  if (stated.length > 1) {
    yield {
      path: ['backend', stated[1] as string],
      what: `backend.${stated[1]} and backend.${stated[0]} are both stated`,
      because: 'one backend answers the requests; use one file for each API',
      write: `remove ${stated[1]}`,
    };
  }
  yield* ofServers(backend);
  if (backend.lambda?.vpc?.nat) yield* ofNat(backend.lambda.vpc.nat);
  if (backend.vpc) yield* ofVpc(backend.vpc);
  if (backend.service) yield* ofService(backend.service, stated.length > 1);
}

function* ofServers({ monthly, fargate, service }: Backend): Iterable<Mistake> {
  if (monthly !== undefined && fargate !== undefined) {
    yield {
      path: ['backend', 'fargate'],
      what: 'backend.fargate and backend.monthly are both stated',
      because: 'they are two ways to state what the same servers cost',
      write: 'remove fargate',
    };
  }
  for (const [key, value] of [['monthly', monthly] as const, ['fargate', fargate] as const]) {
    if (value === undefined || service === undefined) continue;
    yield {
      path: ['backend', key],
      what: `backend.${key} and backend.service are both stated`,
      because: 'an AWS service answers by itself, without servers',
      write: `remove ${key}`,
    };
  }
}

function* ofNat(nat: NonNullable<NonNullable<NonNullable<Backend['lambda']>['vpc']>['nat']>): Iterable<Mistake> {
  if (!nat.zones?.isZero()) return;
  for (const key of ['data', 'sharedBy', 'hourly', 'perGB'] as const) {
    if (nat[key] === undefined) continue;
    yield {
      path: ['backend', 'lambda', 'vpc', 'nat', key],
      what: `backend.lambda.vpc.nat.${key} does not apply to zones: 0`,
      because: 'there is no NAT gateway',
      write: `remove ${key}`,
    };
  }
}

function* ofVpc(vpc: Vpc): Iterable<Mistake> {
  if (vpc.link === 'v1' && vpc.balancer !== 'nlb') {
    yield {
      path: ['backend', 'vpc', 'link'],
      what: `backend.vpc.link is v1 beside balancer: ${vpc.balancer}`,
      because: 'a VPC link V1 ends at an NLB (https://docs.aws.amazon.com/apigateway/latest/developerguide/private-integration.html)',
      write: 'link: v2',
    };
  }
  for (const [key, balancers, because] of OF_BALANCER) {
    if (vpc[key] === undefined || balancers.includes(vpc.balancer)) continue;
    yield {
      path: ['backend', 'vpc', key],
      what: `backend.vpc.${key} does not apply to balancer: ${vpc.balancer}`,
      because,
      write: `remove ${key}`,
    };
  }
}

function* ofService(service: Service, besideAnother: boolean): Iterable<Mistake> {
  for (const [key, services] of OF_SERVICE) {
    if (service[key] === undefined || services.includes(service.name)) continue;
    yield {
      path: ['backend', 'service', key],
      what: `backend.service.${key} does not apply to name: ${service.name}`,
      because: 'it is not billed there',
      write: `remove ${key}`,
    };
  }
  if (besideAnother) return;
  if (service.name === 'step-functions-express' && service.duration === undefined) {
    yield {
      path: ['backend', 'service', 'duration'],
      what: 'backend.service has no duration',
      because: 'an Express workflow is billed by how long it runs',
      write: 'duration: 300 ms',
    };
  }
  if (service.name === 'step-functions-standard' && service.transitions === undefined) {
    yield {
      path: ['backend', 'service', 'transitions'],
      what: 'backend.service has no transitions',
      because: 'a Standard workflow is billed by its state transitions',
      write: 'transitions: 5',
    };
  }
}
