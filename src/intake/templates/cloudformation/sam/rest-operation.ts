import { compose, section, text } from '../../build-value.ts';
import { entryAt } from '../../each-branch.ts';
import { find, findEntries, findItems, textOf, truthOf } from '../../lookup.ts';
import type { Entry, Link, Place, Section, Value } from '../../value.ts';
import { actionOf, invocationOf } from './arns.ts';
import { INTEGRATION } from './body.ts';
import type { ApiEvent } from './events.ts';
import { aliasId } from './names.ts';
import { securityOfEvent } from './security.ts';

/** The operation that SAM writes for an event of type `Api`: a proxy of the function, or the start of a state machine. */
export function restOperation(event: ApiEvent, apiAuth: Value | null, is3: boolean): Section {
  const { properties, typeAt } = event;
  const parameters = requestParameters(properties);
  const model = find(properties, 'RequestModel', 'Model').at(0);
  const integration = event.owner.type === 'AWS::Serverless::StateMachine' ? startOf(event) : proxyOf(event, apiAuth, parameters.cached);
  const name = textOf(model?.value)?.toLowerCase() ?? null;
  const body =
    name === null || model === undefined ? null : modelled(name, model.at, find(properties, 'RequestModel', 'Required').at(0)?.value, is3);
  const listed = [...(body !== null && !is3 ? [body] : []), ...parameters.items];
  const [place] = listed;
  return section(typeAt, {
    [INTEGRATION]: { key: typeAt, value: integration },
    security: securityOfEvent(properties, apiAuth, 'rest'),
    parameters: place === undefined ? null : { key: place.at, value: { kind: 'list', at: place.at, items: listed } },
    requestBody: body !== null && is3 ? body : null,
    'x-amazon-apigateway-request-validator': validatorOf(properties)?.name,
  });
}

function proxyOf(event: ApiEvent, apiAuth: Value | null, cached: readonly Value[]): Section {
  const { properties, typeAt, owner } = event;
  const mode = properties.entries.get('ResponseTransferMode');
  const isStream = textOf(mode?.value) === 'RESPONSE_STREAM';
  const [first] = cached;
  return section(typeAt, {
    type: text('aws_proxy', typeAt),
    httpMethod: text('POST', typeAt),
    uri: invocationOf(lambdaOf(owner, typeAt), typeAt, isStream),
    credentials: credentialsOf(properties, apiAuth),
    timeoutInMillis: properties.entries.get('TimeoutInMillis'),
    responseTransferMode: mode !== undefined && isStream ? entryAt(mode, text('STREAM', mode.key)) : null,
    cacheKeyParameters: first === undefined ? null : { key: first.at, value: { kind: 'list', at: first.at, items: cached } },
  });
}

/** What an event of a function invokes: its alias, if it has one. */
export function lambdaOf(owner: { readonly key: string; readonly id: string; readonly properties: Section }, at: Place): Link {
  const hasAlias = owner.properties.entries.has('AutoPublishAlias');
  const target = hasAlias ? `${owner.key.slice(0, owner.key.length - owner.id.length)}${aliasId(owner.id)}` : owner.key;
  return { kind: 'link', at, target, attribute: hasAlias ? null : 'Arn' };
}

/** With IAM, SAM invokes the function as the caller, unless a role is named. */
function credentialsOf(properties: Section, apiAuth: Value | null): Entry | null {
  const auth = properties.entries.get('Auth');
  const authorizer = find(properties, 'Auth', 'Authorizer').at(0);
  const byDefault = find(apiAuth, 'DefaultAuthorizer').at(0);
  const asked =
    textOf(authorizer?.value) === 'AWS_IAM'
      ? authorizer
      : auth === undefined && textOf(byDefault?.value) === 'AWS_IAM'
        ? byDefault
        : undefined;
  if (asked === undefined) return null;
  const role = find(properties, 'Auth', 'InvokeRole').at(0) ?? find(apiAuth, 'InvokeRole').at(0);
  const named = textOf(role?.value);
  if (named === 'NONE' || named === '') return null;
  if (role !== undefined && named !== 'CALLER_CREDENTIALS') return { key: role.at, value: role.value };
  const at = role?.at ?? asked.at;
  return { key: at, value: text('arn:aws:iam::*:user/*', at) };
}

function startOf({ owner, typeAt, properties }: ApiEvent): Section {
  const machine: Link = { kind: 'link', at: typeAt, target: owner.key, attribute: null };
  const unescaped = truthOf(properties.entries.get('UnescapeMappingTemplate')?.value) === true ? `.replaceAll("\\\\'","'")` : '';
  const input = unescaped === '' ? `"$util.escapeJavaScript($input.json('$'))"` : `"$util.escapeJavaScript($input.json('$'))${unescaped}"`;
  const response = (status: string) => section(typeAt, { statusCode: text(status, typeAt) });
  return section(typeAt, {
    type: text('aws', typeAt),
    httpMethod: text('POST', typeAt),
    uri: actionOf(['states:action/StartExecution'], typeAt),
    credentials: { kind: 'link', at: typeAt, target: `${owner.key}Role`, attribute: 'Arn' },
    requestTemplates: section(typeAt, {
      'application/json': compose([`{"input": ${input}, "stateMachineArn": "`, machine, '"}'], typeAt),
    }),
    responses: section(typeAt, { '200': response('200'), '400': response('400') }),
  });
}

function modelled(name: string, at: Place, required: Value | undefined, is3: boolean): Section {
  const schema = section(at, { $ref: text(`#/${is3 ? 'components/schemas' : 'definitions'}/${name}`, at) });
  return is3
    ? section(at, { content: section(at, { 'application/json': section(at, { schema }) }), required })
    : section(at, { in: text('body', at), name: text(name, at), required, schema });
}

/** `RequestParameters`: names, or names with what holds of each. */
function requestParameters(properties: Section): { readonly items: readonly Section[]; readonly cached: readonly Value[] } {
  const items: Section[] = [];
  const cached: Value[] = [];
  const add = (name: string, at: Place, settings: Value | null) => {
    const [, location = '', rest = ''] = /^method\.request\.(querystring|path|header)\.(.+)$/.exec(name) ?? [];
    if (location === '') return;
    const required = find(settings, 'Required').at(0);
    items.push(
      section(at, {
        in: text(location === 'querystring' ? 'query' : location, at),
        name: text(rest, at),
        required: required === undefined ? text('false', at) : { key: required.at, value: required.value },
      }),
    );
    if (truthOf(find(settings, 'Caching').at(0)?.value) === true) cached.push(text(name, at));
  };
  for (const { value, at } of findItems(properties, 'RequestParameters')) {
    if (value.kind === 'text') add(value.text, at, null);
    else for (const one of findEntries(value)) add(one.name, one.at, one.value);
  }
  return { items, cached };
}

/** A validator takes effect only where the event says what to validate. */
export function validatorOf(properties: Section): { readonly name: Entry; readonly definition: Section } | null {
  if (find(properties, 'RequestModel', 'Model').length === 0) return null;
  const body = find(properties, 'RequestModel', 'ValidateBody').at(0);
  const parameters = find(properties, 'RequestModel', 'ValidateParameters').at(0);
  const first = body ?? parameters;
  if (first === undefined) return null;
  const [ofBody, ofParameters] = [truthOf(body?.value) === true, truthOf(parameters?.value) === true];
  const name = ofBody ? (ofParameters ? 'body-and-params' : 'body-only') : ofParameters ? 'params-only' : 'no-validation';
  const flag = (found: typeof body, on: boolean) => ({ key: found?.at ?? first.at, value: text(String(on), found?.at ?? first.at) });
  return {
    name: { key: first.at, value: text(name, first.at) },
    definition: section(first.at, { validateRequestBody: flag(body, ofBody), validateRequestParameters: flag(parameters, ofParameters) }),
  };
}
