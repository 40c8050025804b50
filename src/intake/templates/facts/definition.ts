import type { Api, Route } from '../apis/api.ts';
import { find, findEntries, findItems, numberOf, patternOf, textOf, truthOf, type Found } from '../lookup.ts';
import type { Resource } from '../template.ts';
import { fact, gap, item, need, together, typeOf, type Look, type Seen } from './seen.ts';

/** How the API is defined: its body, its answers to errors, compression, documentation, CORS. */
export const definition: Look = (api) =>
  together([
    imported(api),
    gatewayResponses(api),
    compressed(api),
    binary(api),
    documented(api),
    published(api),
    offeredToAgents(api),
    cors(api),
    defaults(api),
    metrics(api),
  ]);

/** A definition in a file of its own; one that stands in the template is a part of it. */
function imported({ resource }: Api): Seen {
  const bodies = [
    ...find(resource.properties, 'BodyRead'),
    ...find(resource.properties, 'BodyS3Location'),
    ...find(resource.properties, 'Body'),
  ];
  const apart = bodies.filter(
    ({ at, value }) => at.file !== resource.at.file || value.at.file !== resource.at.file || value.said !== undefined,
  );
  return {
    facts: apart
      .slice(0, 1)
      .map((one) => need('openapi-import', { ...one, at: one.at.file === resource.at.file ? one.at : resource.at }, resource)),
  };
}

function gatewayResponses({ world, resource, kind }: Api): Seen {
  if (kind !== 'rest') return {};
  return together(
    world.members(resource, 'AWS::ApiGateway::GatewayResponse').map((one) => ({
      facts: [need('gateway-responses', typeOf(one), one)],
      items: [item('gateway-responses', typeOf(one), one, 'answers of the gateway itself are changed')],
    })),
  );
}

/** Terraform says -1 where nothing is compressed. */
function compressed(api: Api): Seen {
  const { settings, resource } = api;
  return together(
    find(settings, 'MinimumCompressionSize').map((found): Seen => {
      if (found.value.kind === 'unknown') return { gaps: [gap(api, 'whether answers are compressed', found.value, found.at)] };
      const size = numberOf(found.value);
      if (size === null || size < 0) return {};
      return {
        facts: [need('compression', found, resource)],
        items: [item('compression', found, resource, 'the gateway compresses answers')],
      };
    }),
  );
}

function binary({ settings, resource }: Api): Seen {
  const types = find(settings, 'BinaryMediaTypes').filter(({ value }) => value.kind !== 'list' || value.items.length > 0);
  return { facts: types.map((one) => need('binary', one, resource)) };
}

function documented({ world, resource }: Api): Seen {
  const [part] = world.members(resource, 'AWS::ApiGateway::DocumentationPart', 'AWS::ApiGateway::DocumentationVersion');
  if (part === undefined) return {};
  return {
    facts: [need('api-docs-parts', typeOf(part), part)],
    items: [item('documentation-parts', typeOf(part), part, 'the API has documentation parts')],
  };
}

/** A portal publishes routes of REST APIs: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-portals.html */
function published({ world, resource }: Api): Seen {
  const [page] = world.referring([resource], 'AWS::ApiGatewayV2::ProductRestEndpointPage');
  if (page === undefined) return {};
  return {
    facts: [need('dev-portal', typeOf(page), page)],
    items: [item('developer-portal', typeOf(page), page, 'a developer portal publishes its routes')],
  };
}

/** A gateway of Bedrock AgentCore offers routes to agents as tools: https://docs.aws.amazon.com/apigateway/latest/developerguide/mcp-server.html */
function offeredToAgents({ world, resource, kind }: Api): Seen {
  if (kind !== 'rest') return {};
  return together(
    world.referring([resource], 'AWS::BedrockAgentCore::GatewayTarget').flatMap((target) =>
      find(target.properties, 'TargetConfiguration', 'Mcp', 'ApiGateway')
        .filter(({ value }) => world.targets(value).includes(resource))
        .map((one) => ({
          facts: [need('mcp-target', one, target)],
          items: [item('mcp-target', one, target, 'agents call its routes as tools')],
        })),
    ),
  );
}

/** CORS of a REST API is made of methods that answer preflight requests, and of headers that others set. */
function cors({ kind, settings, resource, preflights, routes }: Api): Seen {
  if (kind !== 'rest') {
    const stated = find(settings, 'CorsConfiguration').filter(({ value }) => truthOf(value) !== false);
    return { facts: stated.flatMap((one) => [need('cors', one, resource), ...corsOf(one, resource)]) };
  }
  const first = preflights[0];
  if (first === undefined) return {};
  const where = find(first.properties, 'HttpMethod')[0] ?? { at: first.at };
  return { facts: [need('cors', where, first.resource), ...[...preflights, ...routes].flatMap(headersOf)] };
}

function corsOf({ value }: Found, resource: Resource) {
  const origins = [...findItems(value, 'AllowOrigins'), ...findItems(value, 'AllowOrigin')];
  const first = origins.find((one) => textOf(one.value) === '*') ?? origins[0];
  const credentials = find(value, 'AllowCredentials').filter((one) => truthOf(one.value) === true);
  // `CorsConfiguration: true` of SAM is a word for every origin.
  const isAll = truthOf(value) === true;
  return [
    ...(first === undefined ? [] : [fact('cors.origins', textOf(first.value) === '*' ? 'any' : 'listed', first, resource)]),
    ...(isAll ? [fact('cors.origins', 'any', { at: value.at }, resource)] : []),
    ...credentials.map((one) => fact('cors.credentials', 'yes', one, resource)),
  ];
}

function headersOf({ integration }: Route) {
  if (integration === null) return [];
  return integration.responses.flatMap(({ resource, properties }) =>
    findEntries(properties, 'ResponseParameters').flatMap((one) => {
      const text = patternOf(one.value);
      if (/\.access-control-allow-origin$/i.test(one.name))
        return [fact('cors.origins', /^'?\*'?$/.test(text) ? 'any' : 'listed', one, resource)];
      return /\.access-control-allow-credentials$/i.test(one.name) && /true/i.test(text)
        ? [fact('cors.credentials', 'yes', one, resource)]
        : [];
    }),
  );
}

/** Routes and stages that take what no other takes. */
function defaults({ routes, stages, kind, resource }: Api): Seen {
  const all = routes.filter(
    ({ method, path }) => path === '$default' || (method === 'ANY' && path?.endsWith('/{proxy+}') === true && path.split('/').length === 2),
  );
  const stage = stages.find(({ name }) => name === '$default');
  const quick = find(resource.properties, 'Target')[0];
  const deployed = stages.flatMap((one) =>
    find(one.properties, 'AutoDeploy')
      .filter(({ value }) => truthOf(value) === true)
      .map((found) => ({ found, of: one.resource })),
  );
  const automatic = [...deployed, ...(quick === undefined ? [] : [{ found: quick, of: resource }])];
  return {
    facts: [
      ...all.map((one) =>
        need('default-route', find(one.properties, 'Path')[0] ?? find(one.properties, 'RouteKey')[0] ?? { at: one.at }, one.resource),
      ),
      ...(stage === undefined || kind !== 'http' ? [] : [need('default-stage', { at: stage.at }, stage.resource)]),
      ...automatic.flatMap(({ found, of }) => [need('deploy-auto', found, of), fact('operations.autoDeploy', 'yes', found, of)]),
    ],
  };
}

/** Alarms on metrics of API Gateway that name this API, and a path that API Gateway keeps for itself. */
function metrics({ world, resource, settings, routes, template }: Api): Seen {
  const name = textOf(find(settings, 'Name')[0]?.value);
  const isOfApi = ({ value }: Found) => world.targets(value).includes(resource) || (name !== null && textOf(value) === name);
  // The name of an API stands for it in its own template.
  const alarms = [...new Set([...template.resources, ...world.referring([resource], 'AWS::CloudWatch::Alarm')])]
    .filter(({ type }) => type === 'AWS::CloudWatch::Alarm')
    .filter(({ properties }) => textOf(find(properties, 'Namespace')[0]?.value) === 'AWS/ApiGateway')
    .filter(({ properties }) => findItems(properties, 'Dimensions').some(({ value }) => find(value, 'Value').some(isOfApi)));
  const pings = routes.filter(({ path }) => path === '/ping' || path === '/sping');
  return {
    facts: [
      ...alarms.flatMap((alarm) =>
        find(alarm.properties, 'MetricName').flatMap((one) => {
          const metric = textOf(one.value);
          return metric === null ? [] : [fact('operations.alarms[].metric', metric, one, alarm)];
        }),
      ),
      ...pings.slice(0, 1).map((one) => fact('operations.pingPath', 'yes', { at: one.at }, one.resource)),
    ],
  };
}
