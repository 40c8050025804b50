import type { Api, Route } from '../apis/api.ts';
import { find, findItems, numberOf, patternOf, textOf, type Found } from '../lookup.ts';
import type { Fact } from '../scanned.ts';
import type { Resource } from '../template.ts';
import { fact, need, together, type Look, type Seen } from './seen.ts';

/** What is behind the API: functions, and what a VPC link leads to. */
export const backend: Look = (api) => together([functions(api), ...api.routes.map((route) => linked(api, route))]);

function functions(api: Api): Seen {
  const { world, routes, resource, kind } = api;
  const named = new Map<Resource, string[]>();
  const add = (target: Resource, label: string) => named.set(target, [...(named.get(target) ?? []), label]);
  for (const { integration, label } of routes) {
    const uris = integration === null ? [] : [...find(integration.properties, 'Uri'), ...find(integration.properties, 'IntegrationUri')];
    for (const target of uris.flatMap(({ value }) => world.targets(value))) add(target, label);
  }
  if (kind === 'function-url')
    for (const { value } of find(resource.properties, 'TargetFunctionArn')) for (const target of world.targets(value)) add(target, '');
  return together([...named].map(([target, labels]) => ofTarget(api, target, labels.includes('') ? null : labels)));
}

/** A function, or an alias of one, which may have provisioned concurrency. */
function ofTarget({ world }: Api, target: Resource, routes: readonly string[] | null): Seen {
  if (target.type === 'AWS::Lambda::Function') return { facts: ofFunction(target, routes) };
  if (target.type !== 'AWS::Lambda::Alias' && target.type !== 'AWS::Lambda::Version') return {};
  const behind = find(target.properties, 'FunctionName').flatMap(({ value }) => world.targets(value));
  // In Terraform it is a resource of its own, which refers to the alias.
  const apart = world.referring([target], 'AWS::Lambda::ProvisionedConcurrencyConfig');
  const provisioned = [
    ...find(target.properties, 'ProvisionedConcurrencyConfig', 'ProvisionedConcurrentExecutions'),
    ...apart.flatMap((one) => find(one.properties, 'ProvisionedConcurrentExecutions')),
  ];
  return {
    facts: [
      ...behind.filter(({ type }) => type === 'AWS::Lambda::Function').flatMap((one) => ofFunction(one, routes)),
      ...provisioned.flatMap((one) => {
        const count = numberOf(one.value);
        return count === null ? [] : [fact('backend.lambda.provisioned.concurrency', String(count), one, target, routes)];
      }),
    ],
  };
}

const ARCHITECTURES: Readonly<Record<string, string>> = { arm64: 'arm64', x86_64: 'x86' };

/** A function has 128 MB on x86 unless it says otherwise: https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
function ofFunction(target: Resource, routes: readonly string[] | null): readonly Fact[] {
  const { properties, at } = target;
  const byDefault = { at, said: { ...at, by: 'default of Lambda' } };
  const memory = find(properties, 'MemorySize');
  const architectures = findItems(properties, 'Architectures');
  const size = (one: Found) => numberOf(one.value);
  return [
    ...(memory.length === 0 ? [fact('backend.lambda.memory', '128 MB', byDefault, target, routes)] : []),
    ...memory.flatMap((one) => (size(one) === null ? [] : [fact('backend.lambda.memory', `${size(one)} MB`, one, target, routes)])),
    ...(architectures.length === 0 ? [fact('backend.lambda.architecture', 'x86', byDefault, target, routes)] : []),
    ...architectures.flatMap((one) => {
      const word = ARCHITECTURES[textOf(one.value) ?? ''];
      return word === undefined ? [] : [fact('backend.lambda.architecture', word, one, target, routes)];
    }),
  ];
}

const BALANCERS: Readonly<Record<string, 'nlb' | 'alb'>> = { network: 'nlb', application: 'alb' };
const NEEDS = { nlb: 'int-vpc-nlb', alb: 'int-vpc-alb', none: 'int-vpc-cloudmap' } as const;

/** What a VPC link leads to: a link of the first kind to a Network Load Balancer, one of the second to any. */
function linked({ world, kind }: Api, { integration, label }: Route): Seen {
  if (integration === null) return {};
  const { properties, resource } = integration;
  const connection = find(properties, 'ConnectionType').find(({ value }) => textOf(value)?.toUpperCase() === 'VPC_LINK');
  if (connection === undefined) return {};
  const labels = [label];
  const [id] = find(properties, 'ConnectionId');
  const link = id === undefined ? undefined : world.targets(id.value)[0];
  const version = link?.type === 'AWS::ApiGateway::VpcLink' ? 'v1' : link !== undefined || kind === 'http' ? 'v2' : null;
  const uris = [...find(properties, 'IntegrationTarget'), ...find(properties, 'IntegrationUri'), ...find(properties, 'Uri')];
  const balancer = version === 'v1' ? 'nlb' : uris.map((uri) => balancerOf(uri, world)).find((one) => one !== null);
  const plain = find(properties, 'Uri').find(({ value }) => /^https?:\/\//.test(patternOf(value)));
  return {
    facts: [
      ...(version === null ? [] : [fact('backend.vpc.link', version, id ?? connection, resource, labels)]),
      ...(balancer == null
        ? []
        : [need(NEEDS[balancer], connection, resource, labels), fact('backend.vpc.balancer', balancer, connection, resource, labels)]),
      ...(plain === undefined
        ? []
        : [fact('backend.vpc.protocol', patternOf(plain.value).startsWith('https') ? 'https' : 'http', plain, resource, labels)]),
    ],
  };
}

function balancerOf({ value }: Found, world: Api['world']): 'nlb' | 'alb' | 'none' | null {
  const pattern = patternOf(value);
  if (/:servicediscovery:/.test(pattern)) return 'none';
  if (/:listener\/app\/|:loadbalancer\/app\//.test(pattern)) return 'alb';
  if (/:listener\/net\/|:loadbalancer\/net\//.test(pattern)) return 'nlb';
  for (const target of world.targets(value)) {
    if (target.type === 'AWS::ServiceDiscovery::Service') return 'none';
    const [loadBalancer] =
      target.type === 'AWS::ElasticLoadBalancingV2::LoadBalancer'
        ? [target]
        : find(target.properties, 'LoadBalancerArn').flatMap((one) => world.targets(one.value));
    // A load balancer without a type is an Application Load Balancer.
    if (loadBalancer !== undefined) return BALANCERS[textOf(find(loadBalancer.properties, 'Type')[0]?.value) ?? 'application'] ?? null;
  }
  return null;
}
