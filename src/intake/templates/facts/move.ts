import type { Api } from '../apis/api.ts';
import { find, patternOf, textOf } from '../lookup.ts';
import type { Step } from '../scanned.ts';
import type { Place } from '../value.ts';
import { endpointOf } from './endpoint.ts';
import type { Look } from './seen.ts';

const GUIDE = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/';

/** What one does on the way from a REST API to an HTTP API, and what changes without an error. */
export const move: Look = (api) => (api.kind === 'rest' ? { steps: stepsOf(api), breaks: breaksOf(api) } : {});

const one = (id: string, what: string, at: Place | null, page: string): Step => ({ id, what, at, source: `${GUIDE}${page}` });

function stepsOf({ routes, preflights, settings, resource, world, stage }: Api): readonly Step[] {
  const steps: Step[] = [];
  const link = routes.find(
    ({ integration }) =>
      integration !== null &&
      find(integration.properties, 'ConnectionId').some(({ value }) =>
        world.targets(value).some(({ type }) => type === 'AWS::ApiGateway::VpcLink'),
      ),
  );
  const greedy = routes.find(({ method, path }) => method === 'ANY' && path?.endsWith('{proxy+}') === true);
  const [mapping] = world.members(resource, 'AWS::ApiGateway::BasePathMapping');
  const [binary] = find(settings, 'BinaryMediaTypes');
  const [model] = world.members(resource, 'AWS::ApiGateway::Model');
  const request = routes
    .flatMap(({ properties }) => find(properties, 'AuthorizerId'))
    .flatMap(({ value }) => world.targets(value))
    .find((it) => textOf(find(it.properties, 'Type')[0]?.value)?.toUpperCase() === 'REQUEST');
  if (link !== undefined)
    steps.push(
      one(
        'vpc-link',
        'make a VPC link of version 2, and name the listener of the load balancer as the URI',
        link.at,
        'http-api-vpc-links.html',
      ),
    );
  if (greedy !== undefined)
    steps.push(one('default-route', 'write {proxy+} with ANY as the route $default', greedy.at, 'http-api-develop-routes.html'));
  if (preflights[0] !== undefined)
    steps.push(one('cors-settings', 'write the OPTIONS methods as the CORS settings of the API', preflights[0].at, 'http-api-cors.html'));
  if (mapping !== undefined)
    steps.push(one('api-mapping', 'write the base path mapping as an API mapping', mapping.at, 'http-api-mappings.html'));
  if (stage?.name != null && stage.name !== '$default')
    steps.push(
      one('stage', `use the stage $default, or a stage ${stage.name}, whose name stays in the path`, stage.at, 'http-api-stages.html'),
    );
  if (binary !== undefined)
    steps.push(
      one(
        'binary',
        'leave out the binary media types: HTTP APIs pass on what comes',
        binary.at,
        'http-api-develop-integrations-lambda.html',
      ),
    );
  if (model !== undefined)
    steps.push(one('models', 'leave out the models: nothing of an HTTP API reads them', model.at, 'http-api-vs-rest.html'));
  if (request !== undefined)
    steps.push(
      one(
        'authorizer-format',
        'give the authorizer event format 1.0, which is what it gets now',
        request.at,
        'http-api-lambda-authorizer.html',
      ),
    );
  return steps;
}

/** Names that access logs of HTTP APIs lack: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html */
const MISSING = /^(?:waf|authenticate\.|authorize\.|xrayTraceId|resourcePath|resourceId|apiKey|identity\.apiKey)/;

function breaksOf(api: Api): readonly Step[] {
  const { routes, preflights, stage, world } = api;
  const breaks: Step[] = [];
  const endpoint = endpointOf(api);
  const proxy = routes.find(
    ({ integration }) => integration !== null && textOf(find(integration.properties, 'Type')[0]?.value)?.toUpperCase() === 'AWS_PROXY',
  );
  const untimed = routes.find(({ integration }) => integration !== null && find(integration.properties, 'TimeoutInMillis').length === 0);
  const [alarm] = world.referring([api.resource], 'AWS::CloudWatch::Alarm');
  if (endpoint.value === 'edge' && !endpoint.isStated)
    breaks.push(
      one(
        'edge-network',
        'the endpoint is edge-optimized because nothing else is said: the edge network goes with the move',
        endpoint.at,
        'api-gateway-api-endpoint-types.html',
      ),
    );
  if (proxy !== undefined)
    breaks.push(
      one(
        'payload-format',
        'an HTTP API sends event format 2.0 unless told otherwise, with header names in lower case: state format 1.0 to keep the event',
        proxy.at,
        'http-api-develop-integrations-lambda.html',
      ),
    );
  if (untimed !== undefined)
    breaks.push(one('timeout', 'the integration timeout is 30 s where nothing is said, not 29 s', untimed.at, 'http-api-quotas.html'));
  if (stage?.name != null && stage.name !== '$default')
    breaks.push(
      one(
        'stage-path',
        `paths lose /${stage.name} on the stage $default, and a function that reads the stage sees another`,
        stage.at,
        'http-api-stages.html',
      ),
    );
  if (preflights[0] !== undefined)
    breaks.push(
      one(
        'cors-headers',
        'CORS settings of an HTTP API replace the CORS headers that the backend sends',
        preflights[0].at,
        'http-api-cors.html',
      ),
    );
  for (const log of stage === null ? [] : find(stage.properties, 'AccessLogSetting', 'Format')) {
    const lost = [...new Set([...patternOf(log.value).matchAll(/\$context\.([\w.]+)/g)].map((match) => match[1] ?? ''))].filter((name) =>
      MISSING.test(name),
    );
    if (lost.length > 0)
      breaks.push(
        one(
          'access-log-variables',
          `access logs of HTTP APIs have no $context.${lost.join(', $context.')}: they write -`,
          log.at,
          'http-api-logging-variables.html',
        ),
      );
  }
  breaks.push(
    one(
      'metric-names',
      'the metrics 4XXError and 5XXError are called 4xx and 5xx, and have the dimension ApiId in place of ApiName',
      alarm?.at ?? null,
      'http-api-metrics.html',
    ),
  );
  return breaks;
}
