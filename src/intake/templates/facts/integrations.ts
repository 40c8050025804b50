import type { Api, Integration, Route } from '../apis/api.ts';
import { find, findEntries, numberOf, patternOf, textOf, type Found } from '../lookup.ts';
import type { Gap } from '../template.ts';
import type { Place, Value } from '../value.ts';
import { fact, gap, item, need, together, type Look, type Seen, type Where } from './seen.ts';
import { calledBy, isPartlyCalled, needOf, type Called } from './services.ts';
import { loopIn, responseTemplates, templatesOf } from './mapping-templates.ts';

/** What each route calls, and how. */
export const integrations: Look = (api) => {
  const { routes, settings, resource, kind } = api;
  const copied = find(settings, 'CloneFrom').map(({ at }) => elsewhere(api, 'its routes', 'it starts as a copy of another API', at));
  const none = kind === 'rest' && routes.length === 0 && copied.length === 0;
  const gaps = none ? [elsewhere(api, 'its routes', 'the templates that were read have none of it', resource.at)] : copied;
  return together([{ gaps }, ...routes.map((route) => ofRoute(api, route))]);
};

function elsewhere({ resource }: Api, what: string, because: string, at: Place): Gap {
  return { at, what, because, give: 'the file that holds them', concerns: [resource.key] };
}

function ofRoute(api: Api, route: Route): Seen {
  const { integration } = route;
  if (integration === null) return api.kind === 'rest' ? { gaps: [without(api, route)] } : {};
  const type = typeFound(integration);
  if (type?.value.kind === 'unknown') return { gaps: [gap(api, `what ${route.label} calls`, type.value, type.at)] };
  const one: One = { api, route, integration, type: type ?? { at: integration.at }, word: textOf(type?.value)?.toUpperCase() ?? '' };
  const all = [timeout(one), streaming(one), parameters(one)];
  if (api.kind !== 'rest') return together([...all, later(one)]);
  switch (one.word) {
    case 'AWS_PROXY':
      return together([...all, { facts: [need('int-lambda-proxy', one.type, one.integration.resource, [route.label])] }]);
    case 'HTTP_PROXY':
      return together([...all, { facts: [need('int-http-proxy', one.type, one.integration.resource, [route.label])] }]);
    case 'MOCK':
      return together([...all, isSpoken(one, 'int-mock', 'mock', 'the gateway answers by itself')]);
    case 'HTTP':
      return together([
        ...all,
        templated(one),
        isSpoken(one, 'int-http-custom', 'http-without-proxy', 'the backend is called without the proxy'),
      ]);
    case 'AWS':
      return together([...all, templated(one), aws(one)]);
    default:
      return together([...all, { gaps: [without(api, route)] }]);
  }
}

interface One {
  readonly api: Api;
  readonly route: Route;
  readonly integration: Integration;
  readonly type: Where;
  /** The type, in capitals. */
  readonly word: string;
}

const typeFound = ({ properties }: Integration): Found | undefined =>
  [...find(properties, 'Type'), ...find(properties, 'IntegrationType')][0];

function without({ resource }: Api, { label, at }: Route) {
  return {
    at,
    what: `what ${label} calls`,
    because: 'the templates that were read have no integration of it',
    give: 'the file that holds it',
    concerns: [resource.key],
  };
}

function isSpoken(
  { integration, type, route }: One,
  id: 'int-mock' | 'int-http-custom' | 'int-lambda-custom',
  kind: 'mock' | 'http-without-proxy' | 'lambda-without-proxy',
  because: string,
): Seen {
  const labels = [route.label];
  return { facts: [need(id, type, integration.resource, labels)], items: [item(kind, type, integration.resource, because, labels)] };
}

/** An integration of type AWS: a function without the proxy, or an action of another service. */
function aws(one: One): Seen {
  const { api, route, integration, type } = one;
  const labels = [route.label];
  const called = calledBy(integration);
  const [uri] = find(integration.properties, 'Uri');
  if (called === null && uri?.value.kind === 'link' && isFunction(api, uri.value)) return lambda(one);
  if (called === null) {
    const because = uri === undefined ? 'its integration has no URI' : 'its URI is not known here';
    const unknown = { kind: 'unknown', at: uri?.at ?? type.at, because, give: null } as const;
    return { gaps: [gap(api, `which service ${route.label} calls`, uri?.value.kind === 'unknown' ? uri.value : unknown, unknown.at)] };
  }
  if (called.service === 'lambda') return lambda(one);
  // Of other services no action has an integration in an HTTP API.
  if (called.action === null && isPartlyCalled(called.service)) {
    const because = `the URI names ${called.service}, and neither a parameter nor a template says the action`;
    return { gaps: [gap(api, `what ${route.label} does with ${called.service}`, { kind: 'unknown', at: called.at, because, give: null })] };
  }
  return service(one, called, labels);
}

function isFunction({ world }: Api, value: Value): boolean {
  return world.targets(value).some(({ type }) => type.startsWith('AWS::Lambda::'));
}

function service({ integration }: One, called: Called, labels: readonly string[]): Seen {
  const { resource } = integration;
  const { id, isFirstClass, backend } = needOf(called);
  const name = `${called.service} ${called.action ?? ''}`.trim();
  const where = { at: called.at };
  const facts = [
    need(id, where, resource, labels),
    ...(backend === null ? [] : [fact('backend.service.name', backend, where, resource, labels)]),
  ];
  const shaped = responseTemplates(integration).map((found) =>
    item('response-template', found, found.resource, 'a template makes the body of the answer', labels),
  );
  if (!isFirstClass) return { facts, items: [item('service-without-subtype', where, resource, `it calls ${name}`, labels, id), ...shaped] };
  const loop = loopIn(integration);
  if (loop !== null)
    return {
      facts,
      items: [item('several-in-one', loop, resource, `a template makes several entries of one request for ${name}`, labels), ...shaped],
    };
  const [templates] = find(integration.properties, 'RequestTemplates');
  return { facts, items: [item('service-by-template', templates ?? where, resource, `it calls ${name}`, labels), ...shaped] };
}

/** A function that is started and not waited for, where a header says so: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-integration-async.html */
function lambda(one: One): Seen {
  const { integration, route, type } = one;
  const labels = [route.label];
  const [started] = [
    ...findEntries(integration.properties, 'RequestParameters').filter(
      ({ name, value }) =>
        /\.header\.X-Amz-Invocation-Type$/i.test(name) &&
        /^'?event'?$|^method\.request\.|^stageVariables\./i.test(textOf(value) ?? 'method.request.'),
    ),
    ...templatesOf(integration.properties, 'RequestTemplates').filter(({ value }) =>
      /X-Amz-Invocation-Type\s*=\s*["']Event["']/i.test(patternOf(value)),
    ),
  ];
  if (started === undefined) return isSpoken(one, 'int-lambda-custom', 'lambda-without-proxy', 'the function is called without the proxy');
  return {
    facts: [need('int-lambda-custom', type, integration.resource, labels), need('int-lambda-async', started, integration.resource, labels)],
    items: [item('lambda-asynchronous', started, integration.resource, 'the function is started, and nobody waits for it', labels)],
  };
}

/** Templates have an effect where the integration is no proxy. */
function templated({ integration, route }: One): Seen {
  const labels = [route.label];
  const requests = find(integration.properties, 'RequestTemplates').filter(
    (one) => templatesOf(integration.properties, 'RequestTemplates').length > 0 && one.value.kind === 'section',
  );
  const responses = responseTemplates(integration);
  const chosen = responses.filter(({ text }) => /responseOverride\.status/.test(text));
  const several = integration.responses.filter(({ properties }) => find(properties, 'SelectionPattern').length > 0);
  return {
    facts: [
      ...requests.map((one) => need('transform-body-vtl', one, integration.resource, labels)),
      ...responses.map((one) => need('transform-body-vtl', one, one.resource, labels)),
      ...chosen.map((one) => need('transform-status', one, one.resource, labels)),
      ...several.flatMap(({ resource, properties }) =>
        find(properties, 'SelectionPattern').map((one) => need('transform-status', one, resource, labels)),
      ),
    ],
  };
}

/** Parameters that are mapped: of the request, and headers of answers. */
function parameters({ integration, route, api }: One): Seen {
  if (api.kind === 'websocket') return {};
  const mapped = find(integration.properties, 'RequestParameters').filter(
    ({ value }) => value.kind === 'section' && value.entries.size > 0,
  );
  const isSubtype = find(integration.properties, 'IntegrationSubtype').length > 0;
  return isSubtype ? {} : { facts: mapped.map((one) => need('transform-params', one, integration.resource, [route.label])) };
}

const MOST = { rest: 29_000, http: 30_000 } as const;

/** How long API Gateway waits: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
function timeout({ api, integration, route }: One): Seen {
  if (api.kind !== 'rest') return {};
  return together(
    find(integration.properties, 'TimeoutInMillis').map((found) => {
      const milliseconds = numberOf(found.value);
      if (milliseconds === null)
        return found.value.kind === 'unknown' ? { gaps: [gap(api, `how long ${route.label} may take`, found.value, found.at)] } : {};
      if (milliseconds <= MOST.rest) return {};
      const facts = [need('timeout-over-29s', found, integration.resource, [route.label])];
      const because = `its integration may take ${milliseconds / 1000} s, and one of an HTTP API 30 s`;
      return milliseconds <= MOST.http
        ? { facts }
        : { facts, items: [item('long-timeout', found, integration.resource, because, [route.label])] };
    }),
  );
}

/** Answers that are passed on as they come: https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html */
function streaming({ integration, route }: One): Seen {
  const labels = [route.label];
  const stated = find(integration.properties, 'ResponseTransferMode').filter(({ value }) => textOf(value)?.toUpperCase() === 'STREAM');
  const byUri = find(integration.properties, 'Uri').filter(({ value }) => patternOf(value).includes('/response-streaming-invocations'));
  const [found] = [...stated, ...byUri];
  if (found === undefined) return {};
  const { resource } = integration;
  return {
    facts: [need('response-streaming', found, resource, labels), fact('traffic.streaming', 'yes', found, resource, labels)],
    items: [item('response-streaming', found, resource, 'the answer is streamed', labels)],
  };
}

/** An integration of an HTTP or WebSocket API. */
function later({ integration, route, type, word, api }: One): Seen {
  const labels = [route.label];
  const { resource, properties } = integration;
  const subtype = find(properties, 'IntegrationSubtype')[0];
  if (subtype !== undefined) {
    const [service = '', action = ''] = (textOf(subtype.value) ?? '').split('-');
    const { id, backend } = needOf({ service: SUBTYPES[service] ?? service.toLowerCase(), action, at: subtype.at });
    return {
      facts: [
        need(id, subtype, resource, labels),
        ...(backend === null ? [] : [fact('backend.service.name', backend, subtype, resource, labels)]),
      ],
    };
  }
  const id =
    word === 'AWS_PROXY'
      ? 'int-lambda-proxy'
      : word === 'HTTP_PROXY'
        ? 'int-http-proxy'
        : word === 'MOCK' && api.kind === 'websocket'
          ? 'int-mock'
          : null;
  return id === null ? {} : { facts: [need(id, type, resource, labels)] };
}

const SUBTYPES: Readonly<Record<string, string>> = { EventBridge: 'events', StepFunctions: 'states' };
