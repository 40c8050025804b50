import { section, text } from '../../build-value.ts';
import { entryAt } from '../../each-branch.ts';
import { find, textOf, truthOf } from '../../lookup.ts';
import type { Entry, Section, Value } from '../../value.ts';
import type { Event } from '../functions.ts';
import { inside, type Service } from '../service.ts';
import { byFramework } from '../variables/variables.ts';
import { accessOf } from './authorizer.ts';
import { endpointOf, makeMethod } from './endpoint.ts';
import { integrationOf } from './integration.ts';

/** The method of the REST API for an `http` event. */
export function deriveMethod(service: Service, event: Event): void {
  const endpoint = endpointOf(service, event);
  if (endpoint === null) return;
  const { method, stated } = endpoint;
  makeMethod(service, event, endpoint, {
    ...accessOf(service, stated, event.found.at),
    ...validationOf(service, stated),
    Integration: integrationOf(service, event, stated, method),
  });
}

const PLACES = { querystrings: 'querystring', headers: 'header', paths: 'path' } as const;

/**
 * Parameters and schemas of requests: the framework adds a validator of both wherever one of them asks for it, since version 2
 * parameters too. https://github.com/serverless/serverless/pull/9793
 */
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
  const asks = service.version === null || service.version >= 2;
  const required = asks ? [...parameters.values()].find(({ value }) => truthOf(value) !== false) : undefined;
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
