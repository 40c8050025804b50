import { section, text, unknown } from '../build-value.ts';
import { eachBranch, entryAt, renamedSection } from '../each-branch.ts';
import { findItems, textOf, truthOf } from '../lookup.ts';
import type { Entry, Section, Value } from '../value.ts';
import type { Document } from './document.ts';
import { derive, lacks, type Expansion } from './expansion.ts';
import { integrationOf } from './integration.ts';
import type { Operation } from './operations.ts';
import { accessOf, type Schemes } from './security.ts';

/** An operation as a method of a REST API. */
export function deriveMethod(expansion: Expansion, schemes: Schemes, operation: Operation): void {
  const { document } = expansion;
  const { path, method, at, conditions, stated } = operation;
  const name = `${method.text} ${path.text}`;
  const integration = integrationOf(document, stated, 'rest');
  if (integration === null) {
    // Such an API does not deploy, so that something else has to add it.
    lacks(
      expansion,
      at,
      `${name} has no integration in the definition`,
      'a method without one cannot be deployed',
      'what adds the integration',
    );
  }
  derive(expansion, {
    type: 'AWS::ApiGateway::Method',
    part: name,
    at,
    conditions,
    properties: {
      HttpMethod: method,
      Path: { key: path.at, value: path },
      ...accessOf(expansion, schemes, stated, at, name),
      RequestValidator: validatorOf(document, stated),
      RequestModels: modelsOf(document, operation),
      RequestParameters: requiredOf(document, operation),
      MethodResponses: responsesOf(document, stated),
      Integration: integration,
    },
  });
}

/** The validator that the operation names, or else the definition. */
function validatorOf(document: Document, operation: Section): Entry | null {
  const named =
    operation.entries.get('x-amazon-apigateway-request-validator') ?? document.body.entries.get('x-amazon-apigateway-request-validator');
  if (named === undefined) return null;
  const value = eachBranch(named.value, (one) => {
    if (one.kind !== 'text') return one.kind === 'unknown' ? one : unknown(one.at, 'the name of the validator is not known');
    const [found] = document.find('x-amazon-apigateway-request-validators', one.text);
    if (found === undefined) return unknown(one.at, `validator ${one.text} is not in the definition`);
    return renamedSection(found.value, {
      validateRequestBody: 'ValidateRequestBody',
      validateRequestParameters: 'ValidateRequestParameters',
    });
  });
  return { key: named.key, value };
}

/** Schemas of the body by media type: the name of one that is referred to, else the schema itself. */
function modelsOf(document: Document, operation: Operation): Entry | null {
  const body = operation.stated.entries.get('requestBody');
  if (body !== undefined) return byMediaType(document, body);
  const [schema] = parametersOf(document, operation).flatMap((one) =>
    one.kind === 'section' && textOf(one.entries.get('in')?.value) === 'body' ? (one.entries.get('schema') ?? []) : [],
  );
  if (schema === undefined) return null;
  const types = findItems(operation.stated, 'consumes').flatMap(({ value }) => textOf(value) ?? []);
  const names = types.length === 0 ? ['application/json'] : types;
  return entryAt(schema, section(schema.key, Object.fromEntries(names.map((name) => [name, entryAt(schema, modelOf(schema.value))]))));
}

/** Schemas below `content`, of a request or an answer. */
function byMediaType(document: Document, { key, value }: Entry): Entry | null {
  const models = document.entries(value, 'content').flatMap((type): readonly (readonly [string, Entry])[] => {
    const schema = type.value.kind === 'section' ? type.value.entries.get('schema') : undefined;
    return schema === undefined ? [] : [[type.name, { key: type.at, value: modelOf(schema.value) }]];
  });
  return models.length === 0 ? null : { key, value: { kind: 'section', at: value.at, entries: new Map(models) } };
}

function modelOf(schema: Value): Value {
  const reference = schema.kind === 'section' ? schema.entries.get('$ref')?.value : undefined;
  return reference?.kind === 'text' ? { ...reference, text: reference.text.split('/').at(-1) ?? '' } : schema;
}

/** Those of the operation come after those of the path, which they override. */
function parametersOf(document: Document, { stated, item }: Operation): readonly Value[] {
  return [item, stated].flatMap((holder) => findItems(holder, 'parameters').map(({ value }) => document.resolve(value)));
}

const PLACES = { query: 'querystring', header: 'header', path: 'path' } as const;

/** Parameters that a method knows: `true` of those that a request must have. */
function requiredOf(document: Document, operation: Operation): Entry | null {
  const entries = new Map<string, Entry>();
  const stated = operation.stated.entries.get('parameters') ?? operation.item.entries.get('parameters');
  if (stated === undefined) return null;
  for (const parameter of parametersOf(document, operation)) {
    if (parameter.kind === 'unknown') return { key: stated.key, value: parameter };
    if (parameter.kind !== 'section') continue;
    const [name, where] = [textOf(parameter.entries.get('name')?.value), textOf(parameter.entries.get('in')?.value)];
    if (name === null || where === null || !(where in PLACES)) continue;
    const required = parameter.entries.get('required');
    entries.set(`method.request.${PLACES[where as keyof typeof PLACES]}.${name}`, {
      key: required?.key ?? parameter.at,
      value:
        required === undefined
          ? text('false', parameter.at)
          : truthOf(required.value) === true
            ? text('true', required.key)
            : required.value,
    });
  }
  return entries.size === 0 ? null : { key: stated.key, value: { kind: 'section', at: stated.value.at, entries } };
}

function responsesOf(document: Document, operation: Section): Entry | null {
  const stated = operation.entries.get('responses');
  if (stated === undefined) return null;
  const items = document.entries(stated.value).map(({ name, at, value }): Value => {
    const sent = value.kind === 'section' ? value.entries.get('headers') : undefined;
    return section(at, {
      StatusCode: text(name, at),
      ResponseParameters: sent === undefined ? null : headers(sent),
      ResponseModels: byMediaType(document, { key: at, value }),
    });
  });
  return { key: stated.key, value: { kind: 'list', at: stated.value.at, items } };
}

function headers({ key, value }: Entry): Entry {
  return {
    key,
    value: eachBranch(value, (one) =>
      one.kind === 'section'
        ? { ...one, entries: new Map([...one.entries].map(([name, entry]) => [`method.response.header.${name}`, entryAt(entry, 'true')])) }
        : one,
    ),
  };
}
