import type { Api } from '../apis/api.ts';
import { find, findItems, linksIn, textOf, truthOf, type Found } from '../lookup.ts';
import type { Endpoint } from '../scanned.ts';
import { fact, gap, item, need, type Look, type Seen } from './seen.ts';

const TYPES = { EDGE: 'edge', REGIONAL: 'regional', PRIVATE: 'private' } as const;
const NEEDS = { edge: 'endpoint-edge-optimized', regional: 'endpoint-regional', private: 'endpoint-private' } as const;

/** What is deployed, and whether the template says so: a REST API without a word is edge-optimized, and all others are Regional. */
export function endpointOf(api: Api): Endpoint {
  const { resource, kind } = api;
  const stated = statedTypes(api);
  const [first] = stated;
  if (first === undefined) return { value: kind === 'rest' ? 'edge' : 'regional', isStated: false, at: resource.at };
  const values = new Set<Endpoint['value']>(stated.map(({ value }) => typeOf(textOf(value))));
  // Of several branches, the one that says most about whether it can be an HTTP API.
  const value = values.has('private') ? 'private' : values.has(null) ? null : ([...values][0] ?? null);
  return { value, isStated: true, at: stated.find((one) => typeOf(textOf(one.value)) === value)?.at ?? first.at };
}

const typeOf = (text: string | null) => TYPES[(text ?? '').toUpperCase() as keyof typeof TYPES] ?? null;

function statedTypes({ settings, kind }: Api): readonly Found[] {
  if (kind !== 'rest') return [];
  const types = findItems(settings, 'EndpointConfiguration', 'Types');
  return types.length > 0 ? types : find(settings, 'Parameters', 'endpointConfigurationTypes');
}

/** The type of its endpoint, who may reach it, and by which protocol. */
export const endpoint: Look = (api) => {
  const { settings, resource } = api;
  const types = statedTypes(api).flatMap((found): readonly Seen[] => {
    const type = typeOf(textOf(found.value));
    if (found.value.kind === 'unknown') return [{ gaps: [gap(api, 'the type of the endpoint', found.value, found.at)] }];
    if (type === null) return [];
    const facts = [need(NEEDS[type], found, resource)];
    if (type === 'private') return [{ facts, items: [item('private-endpoint', found, resource, 'the endpoint is private')] }];
    return type === 'edge'
      ? [{ facts, items: [item('edge-optimized', found, resource, 'the endpoint is edge-optimized, as stated')] }]
      : [{ facts }];
  });
  const protocols = [...find(settings, 'EndpointConfiguration', 'IpAddressType'), ...find(settings, 'IpAddressType')];
  const closed = find(settings, 'DisableExecuteApiEndpoint');
  return {
    facts: [
      ...types.flatMap((one) => one.facts ?? []),
      ...protocols
        .filter(({ value }) => textOf(value)?.toLowerCase() === 'dualstack')
        .map((found) => need('dualstack-ipv6', found, resource)),
      ...closed.filter(({ value }) => truthOf(value) === true).map((found) => need('disable-default-endpoint', found, resource)),
      ...privateEndpoints(api),
    ],
    items: types.flatMap((one) => one.items ?? []),
    gaps: types.flatMap((one) => one.gaps ?? []),
  };
};

/** How many VPC endpoints reach a private API, and in how many zones where one of them is in the templates. */
function privateEndpoints({ settings, resource, world }: Api) {
  return find(settings, 'EndpointConfiguration', 'VpcEndpointIds').flatMap((found) => {
    const { value } = found;
    if (value.kind !== 'list' || value.items.length === 0) return [];
    const zones = linksIn(value).length > 0 ? world.targets(value).flatMap((one) => find(one.properties, 'SubnetIds')) : [];
    return [
      fact('privateEndpoint.endpoints', String(value.items.length), found, resource),
      ...zones.flatMap((one) =>
        one.value.kind === 'list' && one.value.items.length > 0
          ? [fact('privateEndpoint.zones', String(one.value.items.length), one, resource)]
          : [],
      ),
    ];
  });
}
