import { section } from '../../build-value.ts';
import { eachBranch, eachText } from '../../each-branch.ts';
import { find, textOf, truthOf } from '../../lookup.ts';
import type { Beside, Gap, Resource } from '../../template.ts';
import type { Entry, Section, Value } from '../../value.ts';
import type { Draft } from '../draft.ts';
import { operationsOf } from './added.ts';
import { restSchemes } from './authorizers.ts';
import { ANY, emptyBody, isOpenApi3, methodsOf, withEntry, withOperations } from './body.ts';
import { withPreflight } from './cors.ts';
import { become, derived, kept, linkTo, listOf } from './derived.ts';
import { domainOf } from './domain.ts';
import { eachSection, type ApiEvent } from './events.ts';
import { gatewayResponses } from './gateway-responses.ts';
import { stageId } from './names.ts';
import { asTarget, statementsOf, withStatements, type Target } from './policy.ts';
import { restOperation, validatorOf } from './rest-operation.ts';
import { defaultsOf, ownSchemes, securityOfEvent, withDefaults, withOverrides } from './security.ts';
import { writtenBody } from './written-body.ts';

/** What SAM makes of an `AWS::Serverless::Api`, and of the events that ask it for routes. */
export function restApi(
  draft: Draft,
  events: readonly ApiEvent[],
  beside: Beside,
): { readonly resources: readonly Resource[]; readonly gaps: readonly Gap[] } {
  const { properties } = draft;
  const own = writtenBody(properties, beside);
  // Events add routes to the definition that SAM writes; to one of the template only if they are to be merged.
  const takesEvents = own === null || truthOf(properties.entries.get('MergeDefinitions')?.value) === true;
  const auth = find(properties, 'Auth').at(0)?.value ?? null;
  // An event of type HttpApi adds to it in any case: https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/eventsources/push.py
  const asking = events.filter(({ type }) => takesEvents || type === 'http');
  const overriding = events.filter(
    (event) => !asking.includes(event) && truthOf(find(event.properties, 'Auth', 'OverrideApiAuth').at(0)?.value) === true,
  );
  const overrides = operationsOf(overriding, draft.key, ({ properties: own, typeAt }) =>
    section(typeAt, { security: securityOfEvent(own, auth, 'rest') }),
  ).added;
  const base = own?.value ?? emptyBody(draft.at, 'rest');
  const is3 = base.kind === 'section' && isOpenApi3(base);
  // Into a definition of the template, SAM merges any method under a name that API Gateway does not know.
  const { added, gaps } = operationsOf(asking, draft.key, (event) => restOperation(event, auth, is3), own === null ? ANY : 'any');
  // SAM refuses all of these beside a definition in a file.
  const body = properties.entries.has('DefinitionUri')
    ? base
    : eachSection(base, (one) => whole(withOverrides(withOperations(one, added), overrides), draft, asking, auth));
  return {
    resources: [
      become(draft, 'AWS::ApiGateway::RestApi', apiProperties(draft, { key: own?.key ?? draft.at, value: body })),
      derived(draft, stageId(draft.id), 'StageName', 'AWS::ApiGateway::Stage', stageProperties(draft)),
      ...domainOf(draft, properties, 'rest'),
    ],
    gaps,
  };
}

/** A definition with all that SAM writes into it. */
function whole(written: Section, draft: Draft, events: readonly ApiEvent[], auth: Value | null): Section {
  const { entries } = draft.properties;
  const is3 = isOpenApi3(written);
  const cors = entries.get('Cors');
  let body = cors === undefined ? written : withPreflight(written, cors);
  body = withDefaults(body, defaultsOf(auth, 'rest'));
  const schemes = is3 ? ['components', 'securitySchemes'] : ['securityDefinitions'];
  for (const [name, entry] of [...ownSchemes(draft.at), ...restSchemes(auth)]) body = withEntry(body, [...schemes, name], entry);
  for (const { properties } of events) {
    const validator = validatorOf(properties);
    if (validator === null) continue;
    const { key, value } = validator.name;
    if (value.kind === 'text')
      body = withEntry(body, ['x-amazon-apigateway-request-validators', value.text], { key, value: validator.definition });
  }
  const models = entries.get('Models')?.value;
  if (models?.kind === 'section')
    for (const [name, entry] of models.entries)
      body = withEntry(body, [...(is3 ? ['components', 'schemas'] : ['definitions']), name.toLowerCase()], entry);
  const responses = entries.get('GatewayResponses');
  if (responses !== undefined)
    body = withEntry(body, ['x-amazon-apigateway-gateway-responses'], { key: responses.key, value: gatewayResponses(responses.value) });
  return withPolicy(body, draft, events, auth);
}

/** What `ResourcePolicy` of the API and of events allows and denies. */
function withPolicy(body: Section, draft: Draft, events: readonly ApiEvent[], auth: Value | null): Section {
  const stage = draft.properties.entries.get('StageName')?.value ?? null;
  const ofApi = find(auth, 'ResourcePolicy').map((found) => ({
    found,
    targets: methodsOf(body).map(({ method, path }) => ({ method, path: asTarget(path) })),
  }));
  const ofEvents = events.flatMap(({ properties }) =>
    find(properties, 'Auth', 'ResourcePolicy').map((found) => ({ found, targets: [targetOf(properties)] })),
  );
  const all = [...ofApi, ...ofEvents];
  const statements = all.flatMap(({ found, targets }) => statementsOf(found.value, targets, stage));
  const [first] = all;
  const name = 'x-amazon-apigateway-policy';
  return first === undefined || statements.length === 0
    ? body
    : withEntry(body, [name], withStatements(body.entries.get(name), statements, first.found.at));
}

function targetOf({ entries }: Section): Target {
  const method = textOf(entries.get('Method')?.value)?.toUpperCase() ?? 'ANY';
  return { method: method === 'ANY' ? '*' : method, path: asTarget(textOf(entries.get('Path')?.value) ?? '/*') };
}

const PASSED = [
  'Name',
  'Description',
  'MinimumCompressionSize',
  'DisableExecuteApiEndpoint',
  'ApiKeySourceType',
  'Policy',
  'SecurityPolicy',
  'EndpointAccessMode',
  'FailOnWarnings',
  'Mode',
  'Tags',
];

function apiProperties({ properties }: Draft, body: Entry): Section {
  const { entries } = properties;
  const endpoint = entries.get('EndpointConfiguration');
  const binary = entries.get('BinaryMediaTypes');
  return section(properties.at, {
    ...kept(properties, PASSED),
    EndpointConfiguration: endpoint === undefined ? null : { key: endpoint.key, value: eachBranch(endpoint.value, endpointConfiguration) },
    BinaryMediaTypes:
      binary === undefined
        ? null
        : {
            key: binary.key,
            value:
              binary.value.kind === 'list'
                ? // SAM writes a slash in them as `~1`.
                  { ...binary.value, items: binary.value.items.map((item) => eachText(item, (one) => one.replaceAll('~1', '/'))) }
                : binary.value,
          },
    Body: body,
  });
}

/** A text, or a map with a `Type`. */
function endpointConfiguration(value: Value): Value {
  if (value.kind !== 'section') return section(value.at, { Types: listOf([value], value.at) });
  const type = value.entries.get('Type');
  return section(value.at, {
    Types: type === undefined ? value.entries.get('Types') : { key: type.key, value: listOf([type.value], type.key) },
    VpcEndpointIds: value.entries.get('VPCEndpointIds') ?? value.entries.get('VpcEndpointIds'),
    IpAddressType: value.entries.get('IpAddressType'),
  });
}

const OF_STAGE = [
  'StageName',
  'CacheClusterEnabled',
  'CacheClusterSize',
  'Variables',
  'MethodSettings',
  'AccessLogSetting',
  'CanarySetting',
  'TracingEnabled',
];

function stageProperties({ key, at, properties }: Draft): Section {
  const place = properties.entries.get('StageName')?.key ?? at;
  return section(place, { RestApiId: linkTo(key, place), ...kept(properties, OF_STAGE) });
}
