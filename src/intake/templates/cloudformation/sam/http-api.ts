import { section, text } from '../../build-value.ts';
import { find, textOf } from '../../lookup.ts';
import type { Beside, Gap, Resource } from '../../template.ts';
import type { Entry, Section, Value } from '../../value.ts';
import type { Draft } from '../draft.ts';
import { operationsOf } from './added.ts';
import { invocationOf } from './arns.ts';
import { httpSchemes } from './authorizers.ts';
import { ANY, emptyBody, INTEGRATION, withEntry, withOperations } from './body.ts';
import { corsConfiguration } from './cors.ts';
import { become, derived, kept, linkTo } from './derived.ts';
import { domainOf } from './domain.ts';
import { eachSection, under, type ApiEvent } from './events.ts';
import { stageId } from './names.ts';
import { lambdaOf } from './rest-operation.ts';
import { defaultsOf, ownSchemes, securityOfEvent, withDefaults } from './security.ts';
import { writtenBody } from './written-body.ts';

/** What SAM makes of an `AWS::Serverless::HttpApi`, and of the events that ask it for routes. */
export function httpApi(
  draft: Draft,
  events: readonly ApiEvent[],
  beside: Beside,
): { readonly resources: readonly Resource[]; readonly gaps: readonly Gap[] } {
  const { properties } = draft;
  const own = writtenBody(properties, beside);
  const isInFile = properties.entries.has('DefinitionUri');
  const auth = find(properties, 'Auth').at(0)?.value ?? null;
  const base = own?.value ?? emptyBody(draft.at, 'http');
  // Unlike those of a REST API, events add routes to a definition in the template too, where it has none of theirs.
  const { added, gaps } = operationsOf(isInFile ? [] : events, draft.key, (event) => operation(event, auth));
  const body = isInFile ? base : eachSection(base, (one) => whole(withOperations(one, added, true), auth, draft));
  return {
    resources: [
      become(draft, 'AWS::ApiGatewayV2::Api', apiProperties(draft, { key: own?.key ?? draft.at, value: body })),
      derived(draft, stageId(draft.id), 'StageName', 'AWS::ApiGatewayV2::Stage', stageProperties(draft, events)),
      ...domainOf(draft, properties, 'v2'),
    ],
    gaps,
  };
}

function whole(written: Section, auth: Value | null, draft: Draft): Section {
  let body = withDefaults(written, defaultsOf(auth, 'http'));
  for (const [name, entry] of [...ownSchemes(draft.at), ...httpSchemes(auth)])
    body = withEntry(body, ['components', 'securitySchemes', name], entry);
  return body;
}

function operation(event: ApiEvent, auth: Value | null): Section {
  const { properties, typeAt, owner } = event;
  const integration = section(typeAt, {
    type: text('aws_proxy', typeAt),
    httpMethod: text('POST', typeAt),
    uri: invocationOf(lambdaOf(owner, typeAt), typeAt),
    payloadFormatVersion: properties.entries.get('PayloadFormatVersion') ?? text('2.0', typeAt),
    timeoutInMillis: properties.entries.get('TimeoutInMillis'),
  });
  return section(typeAt, {
    [INTEGRATION]: { key: typeAt, value: integration },
    security: securityOfEvent(properties, auth, 'http'),
  });
}

function apiProperties({ properties, at }: Draft, body: Entry): Section {
  return section(properties.at, {
    ...kept(properties, ['Name', 'Description', 'DisableExecuteApiEndpoint', 'FailOnWarnings', 'IpAddressType', 'Tags']),
    ProtocolType: text('HTTP', at),
    CorsConfiguration: corsConfiguration(properties.entries.get('CorsConfiguration')),
    Body: body,
  });
}

function stageProperties({ key, at, properties }: Draft, events: readonly ApiEvent[]): Section {
  const name = properties.entries.get('StageName');
  const place = name?.key ?? at;
  return section(place, {
    ApiId: linkTo(key, place),
    StageName: name ?? text('$default', place),
    AutoDeploy: text('true', place),
    ...kept(properties, ['StageVariables', 'AccessLogSettings', 'DefaultRouteSettings']),
    RouteSettings: routeSettings(properties, events),
  });
}

/** Settings of single routes, of the API and of events. */
function routeSettings(properties: Section, events: readonly ApiEvent[]): Entry | null {
  const own = properties.entries.get('RouteSettings');
  const settings = new Map<string, Entry>(own?.value.kind === 'section' ? own.value.entries : []);
  for (const event of events) {
    const one = event.properties.entries.get('RouteSettings');
    if (one === undefined) continue;
    const [path, method] = [textOf(event.properties.entries.get('Path')?.value), textOf(event.properties.entries.get('Method')?.value)];
    const route = path === null || method === null ? '$default' : method.toLowerCase() === ANY ? path : `${method.toUpperCase()} ${path}`;
    const before = settings.get(route)?.value;
    const whole =
      before?.kind === 'section' && one.value.kind === 'section'
        ? { ...one.value, entries: new Map([...before.entries, ...one.value.entries]) }
        : one.value;
    settings.set(route, { key: one.key, value: under(whole, event.conditions) });
  }
  const [first] = settings.values();
  const key = own?.key ?? first?.key;
  return key === undefined ? null : { key, value: { kind: 'section', at: key, entries: settings } };
}
