import { compose, section, text, unknown } from '../../build-value.ts';
import { eachText, entryAt, upper } from '../../each-branch.ts';
import { textOf, type Found } from '../../lookup.ts';
import type { Entry, Section, Value } from '../../value.ts';
import { NAMES } from '../names.ts';
import { make, type Service } from '../service.ts';
import { apiIdOf } from './api.ts';
import { deriveCors } from './cors.ts';

/** What a method comes from: an event of a function or a state machine, or a proxy of a service. */
export interface Origin {
  /** What the person calls it. */
  readonly name: string;
  /** Such as `events.0`. */
  readonly part: string;
  /** What is stated of it, at its key. */
  readonly found: Found;
}

/** Where a request goes: the method and the path of an event. */
export interface Endpoint {
  readonly method: Entry;
  readonly path: Entry;
  /** What else the event states. */
  readonly stated: Section;
}

/** A method of the REST API, and what answers its preflight requests. */
export function makeMethod(
  service: Service,
  origin: Origin,
  { method, path, stated }: Endpoint,
  properties: Readonly<Record<string, Value | Entry | null>>,
): void {
  const { found, part, name } = origin;
  make(service, {
    name: nameOf(origin, method.value, path.value),
    id: name,
    part,
    type: 'AWS::ApiGateway::Method',
    at: found.at,
    conditions: found.conditions,
    properties: {
      RestApiId: apiIdOf(service, found.at),
      HttpMethod: method,
      Path: path,
      ApiKeyRequired: stated.entries.get('private'),
      ...properties,
    },
  });
  deriveCors(service, origin, stated, path);
}

/** Two events that are the same method of the same path are one to the framework; what is not known is a method of its own. */
function nameOf({ name, part }: Origin, method: Value, path: Value): string {
  const [known, where] = [textOf(method), textOf(path)];
  return known === null || where === null ? `${NAMES.function(name)}/${part}` : NAMES.method(known, where);
}

export function endpointOf(service: Service, { name, part, found: { value, at } }: Origin): Endpoint | null {
  if (value.kind === 'unknown') {
    service.unread.push({
      at,
      what: `${part} of ${name} is not known`,
      because: value.because,
      give: value.give,
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
