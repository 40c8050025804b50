import { compose, section, text, unknown } from '../../build-value.ts';
import { eachText, entryAt, upper } from '../../each-branch.ts';
import { find, textOf, truthOf } from '../../lookup.ts';
import type { Entry, Section, Value } from '../../value.ts';
import type { Event } from '../functions.ts';
import { NAMES } from '../names.ts';
import { inside, make, type Service } from '../service.ts';
import { byFramework } from '../variables/variables.ts';
import { apiIdOf } from './api.ts';
import { accessOf } from './authorizer.ts';
import { deriveCors } from './cors.ts';
import { integrationOf } from './integration.ts';

/** Where a request goes: the method and the path of an event. */
interface Endpoint {
  readonly method: Entry;
  readonly path: Entry;
  /** What else the event states. */
  readonly stated: Section;
}

/** A method of the REST API for an `http` event, and what answers its preflight requests. */
export function deriveMethod(service: Service, event: Event): void {
  const { found, part } = event;
  const endpoint = endpointOf(service, event);
  if (endpoint === null) return;
  const { method, path, stated } = endpoint;
  const key = stated.entries.get('private');
  make(service, {
    name: nameOf(event, method.value, path.value),
    id: event.function,
    part,
    type: 'AWS::ApiGateway::Method',
    at: found.at,
    conditions: found.conditions,
    properties: {
      RestApiId: apiIdOf(service, found.at),
      HttpMethod: method,
      Path: path,
      ApiKeyRequired: key,
      ...accessOf(service, stated, found.at),
      ...validationOf(service, stated),
      Integration: integrationOf(service, event, stated, method),
    },
  });
  deriveCors(service, event, stated, path);
}

/** Two events that are the same method of the same path are one to the framework; what is not known is a method of its own. */
function nameOf({ function: name, part }: Event, method: Value, path: Value): string {
  const [known, where] = [textOf(method), textOf(path)];
  return known === null || where === null ? `${NAMES.function(name)}/${part}` : NAMES.method(known, where);
}

function endpointOf(service: Service, { function: name, part, found: { value, at } }: Event): Endpoint | null {
  if (value.kind === 'unknown') {
    service.gaps.push({
      at,
      what: `${part} of the function ${name} is not known`,
      because: value.because,
      give: value.give,
      concerns: null,
    });
    return null;
  }
  if (value.kind === 'section') {
    const [method, path] = [value.entries.get('method'), value.entries.get('path')];
    return {
      method:
        method === undefined
          ? { key: at, value: unknown(at, 'the event states no method', 'its method') }
          : entryAt(method, methodOf(method.value)),
      path:
        path === undefined ? { key: at, value: unknown(at, 'the event states no path', 'its path') } : entryAt(path, pathOf(path.value)),
      stated: value,
    };
  }
  const stated = section(at, {});
  const [method = '', path = ''] = textOf(value)?.trim().split(/\s+/) ?? [];
  if (value.kind !== 'text' || method === '') {
    const not = { key: at, value: unknown(at, 'its method and path are not known') };
    return { method: not, path: not, stated };
  }
  return { method: { key: at, value: methodOf(text(method, at)) }, path: { key: at, value: pathOf(text(path, at)) }, stated };
}

const methodOf = (value: Value) => eachText(upper(value), (one) => (one === '*' ? 'ANY' : one));

function pathOf(value: Value): Value {
  if (value.kind === 'composed') return compose(['/', ...value.parts], value.at);
  return eachText(value, (one) => `/${one.replace(/^\//, '').replace(/\/$/, '')}`);
}

const PLACES = { querystrings: 'querystring', headers: 'header', paths: 'path' } as const;

/** Parameters and schemas of requests: since version 3, the framework adds a validator of both wherever one of them asks for it. */
function validationOf(service: Service, stated: Section): Readonly<Record<string, Entry | null>> {
  const schemas = inside(stated, 'request', 'schemas') ?? inside(stated, 'request', 'schema');
  const parameters = new Map<string, Entry>();
  for (const [from, to] of Object.entries(PLACES)) {
    for (const { value } of find(stated, 'request', 'parameters', from)) {
      for (const [name, entry] of value.kind === 'section' ? value.entries : []) {
        parameters.set(`method.request.${to}.${name}`, { key: entry.key, value: requiredOf(entry) });
      }
    }
  }
  const required = [...parameters.values()].find(({ value }) => truthOf(value) !== false);
  const cause = schemas ?? required ?? null;
  const all = inside(stated, 'request', 'parameters');
  return {
    RequestValidator:
      cause === null
        ? null
        : {
            key: cause.key,
            value: section(cause.key, {
              ValidateRequestBody: byFramework('true', cause.key),
              ValidateRequestParameters: byFramework('true', cause.key),
            }),
          },
    RequestModels: schemas === null ? null : entryAt(schemas, modelsOf(service, schemas.value)),
    RequestParameters:
      all === null || parameters.size === 0 ? null : entryAt(all, { kind: 'section', at: all.value.at, entries: parameters }),
  };
}

/** A parameter is required unless it says otherwise: `true`, or `{ required: true, mappedValue: … }`. */
function requiredOf({ key, value }: Entry): Value {
  if (value.kind !== 'section') return value;
  return value.entries.get('required')?.value ?? text('true', key);
}

/** A schema may be named that stands at the provider. */
function modelsOf(service: Service, schemas: Value): Value {
  if (schemas.kind !== 'section') return schemas;
  const entries = [...schemas.entries].map(([type, { key, value }]): readonly [string, Entry] => {
    const name = textOf(value);
    const found = name === null ? null : service.entry('provider', 'apiGateway', 'request', 'schemas', name);
    return [type, { key, value: found === null ? value : { ...value, said: { ...found.key, by: 'provider.apiGateway.request.schemas' } } }];
  });
  return { ...schemas, entries: new Map(entries) };
}
