import type { Api } from '../apis/api.ts';
import { find, findItems, linksIn, patternOf, textOf, truthOf, type Found } from '../lookup.ts';
import type { Resource } from '../template.ts';
import type { Value } from '../value.ts';
import { fact, gap, item, need, together, typeOf, type Look, type Seen, type Where } from './seen.ts';

const DOMAINS = ['AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName', 'AWS::ApiGateway::DomainNameV2'] as const;

/** The domain names that lead to an API, and what they demand of whoever connects. */
export const domains: Look = (api) => {
  const { world, resource: own } = api;
  const mappings = world.members(
    own,
    'AWS::ApiGateway::BasePathMapping',
    'AWS::ApiGatewayV2::ApiMapping',
    'AWS::ApiGateway::BasePathMappingV2',
  );
  const rules = world.referring([own], 'AWS::ApiGatewayV2::RoutingRule').filter((rule) => invoked(rule, api).length > 0);
  const named = [...mappings, ...rules];
  const mapped = named.length === 0 ? [] : world.ofType(...DOMAINS).filter((domain) => named.some((one) => leadsTo(one, domain, api)));
  return together([
    ...mappings.map((one) => levels(one)),
    ...mapped.map((domain) =>
      ofDomain(
        api,
        domain,
        rules.filter((rule) => leadsTo(rule, domain, api)),
      ),
    ),
    ofApi(api),
  ]);
};

function invoked(rule: Resource, { world, resource }: Api): readonly Found[] {
  return findItems(rule.properties, 'Actions')
    .flatMap(({ value }) => find(value, 'InvokeApi', 'ApiId'))
    .filter(({ value }) => world.targets(value).includes(resource));
}

/** A mapping names its domain by a reference, or by the same text, or by the same parameter. */
function leadsTo(mapping: Resource, domain: Resource, { world }: Api): boolean {
  const names = [...find(mapping.properties, 'DomainName'), ...find(mapping.properties, 'DomainNameArn')];
  const own = find(domain.properties, 'DomainName');
  return names.some(({ value }) => world.targets(value).includes(domain) || own.some((one) => isSame(one.value, value)));
}

function isSame(one: Value, other: Value): boolean {
  if (one.kind === 'unknown' && other.kind === 'unknown') return one.because === other.because;
  const pattern = patternOf(one);
  return pattern !== '' && one.kind !== 'unknown' && linksIn(one).length === 0 && pattern === patternOf(other);
}

function levels(mapping: Resource): Seen {
  const paths = [...find(mapping.properties, 'BasePath'), ...find(mapping.properties, 'ApiMappingKey')];
  const several = paths.filter(
    ({ value }) =>
      textOf(value)
        ?.replaceAll(/^\/|\/$/g, '')
        .includes('/') === true,
  );
  return { facts: several.map((one) => need('multi-level-api-mapping', one, mapping)) };
}

function ofDomain(api: Api, domain: Resource, rules: readonly Resource[]): Seen {
  const { properties } = domain;
  const types = [
    ...findItems(properties, 'EndpointConfiguration', 'Types'),
    ...findItems(properties, 'DomainNameConfigurations').flatMap(({ value }) => find(value, 'EndpointType')),
  ];
  const isPrivate = domain.type.endsWith('V2') && domain.type.startsWith('AWS::ApiGateway::');
  const closed = isPrivate || types.some(({ value }) => textOf(value)?.toUpperCase() === 'PRIVATE');
  const wildcard = find(properties, 'DomainName').filter(({ value }) => patternOf(value).startsWith('*.'));
  return together([
    { facts: [need('custom-domain', typeOf(domain), domain), ...wildcard.map((one) => need('custom-domain-wildcard', one, domain))] },
    ...types
      .filter(({ value }) => api.kind === 'rest' && textOf(value)?.toUpperCase() === 'EDGE')
      .map((one) => ({
        facts: [need('endpoint-edge-optimized', one, domain)],
        items: [item('edge-optimized', one, domain, 'the domain name is edge-optimized, as stated')],
      })),
    closed
      ? {
          facts: [need('custom-domain-private', typeOf(domain), domain)],
          items: [item('private-domain', typeOf(domain), domain, 'the domain name is private')],
        }
      : {},
    ...find(properties, 'MutualTlsAuthentication').map((one) => mutualTls(api, domain, one)),
    ...[
      ...find(properties, 'SecurityPolicy'),
      ...findItems(properties, 'DomainNameConfigurations').flatMap(({ value }) => find(value, 'SecurityPolicy')),
    ].map((one) => tlsPolicy(api, domain, one)),
    routing(domain, rules),
  ]);
}

function mutualTls({ settings }: Api, domain: Resource, found: Found): Seen {
  if (find(found.value, 'TruststoreUri').length === 0) return {};
  const [closed] = find(settings, 'DisableExecuteApiEndpoint');
  const isClosed = closed === undefined ? false : truthOf(closed.value);
  return {
    facts: [
      need('mtls', found, domain),
      ...(isClosed === null ? [] : [fact('auth.mutualTls.defaultEndpoint', isClosed ? 'disabled' : 'open', closed ?? found, domain)]),
    ],
  };
}

/** Policies whose names begin with SecurityPolicy_ are REST's: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html */
function tlsPolicy(api: Api, resource: Resource, found: Found): Seen {
  if (found.value.kind === 'unknown') return { gaps: [gap(api, 'the TLS policy', found.value, found.at)] };
  const name = textOf(found.value) ?? '';
  if (!name.startsWith('SecurityPolicy_')) return {};
  const isEnhanced = /PQ|FIPS/.test(name);
  return {
    facts: [need('tls-policy-choice', found, resource), ...(isEnhanced ? [need('tls-enhanced-pq-fips', found, resource)] : [])],
    items: [item(isEnhanced ? 'tls-enhanced-policy' : 'tls-policy', found, resource, `the TLS policy is ${name}`)],
  };
}

/** The policy of the API itself, where it has no domain name. */
function ofApi(api: Api): Seen {
  return api.kind === 'rest' ? together(find(api.settings, 'SecurityPolicy').map((one) => tlsPolicy(api, api.resource, one))) : {};
}

/** Rules have an effect where the mode of the domain says so. */
function routing(domain: Resource, rules: readonly Resource[]): Seen {
  const mode = find(domain.properties, 'RoutingMode').filter(({ value }) => textOf(value)?.startsWith('ROUTING_RULE') ?? true);
  return together(
    mode.map((one): Seen => {
      const where: readonly Where[] = rules.length > 0 ? rules.map(typeOf) : [one];
      return {
        facts: where.map((at, index) => need('routing-rules', at, rules[index] ?? domain)),
        items: [item('routing-rules', one, domain, 'rules of the domain choose the API by header or path')],
      };
    }),
  );
}
