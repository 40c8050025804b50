import { section, text } from '../../build-value.ts';
import type { Entry, Place, Section } from '../../value.ts';
import { grouped } from '../grouped.ts';
import { eachSection, under } from './events.ts';

/** An operation that an event adds to the body of an API. */
export interface Added {
  readonly path: { readonly key: Place; readonly text: string };
  readonly method: string;
  /** Where the method stands. */
  readonly key: Place;
  readonly operation: Section;
  readonly conditions: readonly string[];
}

export const INTEGRATION = 'x-amazon-apigateway-integration';
export const ANY = 'x-amazon-apigateway-any-method';
const NO_METHODS = new Set(['summary', 'description', 'parameters', 'servers', '$ref']);

/** A definition as SAM begins it, of an API that has none. */
export function emptyBody(at: Place, type: 'rest' | 'http'): Section {
  const version = type === 'rest' ? { swagger: text('2.0', at) } : { openapi: text('3.0.1', at) };
  return section(at, { ...version, paths: section(at, {}) });
}

/** Whether it is of OpenAPI 3, which has other places for schemes and models than Swagger 2. */
export const isOpenApi3 = (body: Section) => body.entries.has('openapi');

/** A section with an entry at a path, in sections that are made where there are none. */
export function withEntry(into: Section, path: readonly string[], entry: Entry): Section {
  const [name = '', ...rest] = path;
  const before = into.entries.get(name);
  const inner: Section = before?.value.kind === 'section' ? before.value : { kind: 'section', at: entry.key, entries: new Map() };
  const one = rest.length === 0 ? entry : { key: before?.key ?? entry.key, value: withEntry(inner, rest, entry) };
  return { ...into, entries: new Map([...into.entries, [name, one]]) };
}

/**
 * A body with the operations that events add. Of an operation that is there too, what the event says counts; but an HTTP API
 * keeps the integration that it has.
 */
export function withOperations(body: Section, added: readonly Added[], keepsOwn = false): Section {
  if (added.length === 0) return body;
  const byPath = grouped(added, ({ path }) => path.text);
  const paths = body.entries.get('paths');
  const entries = new Map<string, Entry>(paths?.value.kind === 'section' ? paths.value.entries : []);
  for (const [path, operations] of byPath) {
    const [first] = operations;
    if (first === undefined) continue;
    const before = entries.get(path);
    const isOne = before === undefined && operations.every(({ conditions }) => conditions.join() === first.conditions.join());
    const item = before?.value ?? section(first.path.key, {});
    const whole = eachSection(item, (one) => withMethods(one, operations, !isOne, keepsOwn));
    entries.set(path, { key: before?.key ?? first.path.key, value: isOne ? under(whole, first.conditions) : whole });
  }
  const value: Section = { kind: 'section', at: paths?.value.at ?? body.at, entries };
  return { ...body, entries: new Map([...body.entries, ['paths', { key: paths?.key ?? body.at, value }]]) };
}

function withMethods(item: Section, operations: readonly Added[], eachUnder: boolean, keepsOwn: boolean): Section {
  const entries = new Map(item.entries);
  for (const { method, key, operation, conditions } of operations) {
    const before = entries.get(method)?.value;
    const own = before?.kind === 'section' ? before.entries : new Map<string, Entry>();
    const whole: Section = {
      ...operation,
      entries: new Map([...own, ...operation.entries, ...(keepsOwn ? ownIntegration(own, operation) : [])]),
    };
    entries.set(method, { key, value: eachUnder && !own.has(INTEGRATION) ? under(whole, conditions) : whole });
  }
  return { ...item, entries };
}

/** Only what the event itself states of the integration counts before what is there. */
function ownIntegration(own: ReadonlyMap<string, Entry>, { entries }: Section): readonly (readonly [string, Entry])[] {
  const [before, event] = [own.get(INTEGRATION), entries.get(INTEGRATION)?.value];
  if (before?.value.kind !== 'section' || event?.kind !== 'section') return [];
  const stated = [...event.entries].filter(([name, { key }]) => STATED.has(name) && key !== event.at);
  return [[INTEGRATION, { key: before.key, value: { ...before.value, entries: new Map([...before.value.entries, ...stated]) } }]];
}

const STATED = new Set(['timeoutInMillis', 'payloadFormatVersion']);

/** A body in which something becomes of the section of each path. */
export function eachPath(body: Section, become: (path: string, item: Section, key: Place) => Section): Section {
  const paths = body.entries.get('paths');
  if (paths === undefined) return body;
  const value = eachSection(paths.value, (all) => ({
    ...all,
    entries: new Map(
      [...all.entries].map(([path, { key, value: item }]) => [path, { key, value: eachSection(item, (one) => become(path, one, key)) }]),
    ),
  }));
  return { ...body, entries: new Map([...body.entries, ['paths', { key: paths.key, value }]]) };
}

/** A body in which something becomes of each operation that has an integration. */
export function eachOperation(body: Section, become: (operation: Section, method: string) => Section): Section {
  return eachPath(body, (_, item) => ({
    ...item,
    entries: new Map(
      [...item.entries].map(([method, { key, value }]): readonly [string, Entry] => [
        method,
        {
          key,
          value: NO_METHODS.has(method)
            ? value
            : eachSection(value, (one) => (one.entries.has(INTEGRATION) ? become(one, method.toLowerCase()) : one)),
        },
      ]),
    ),
  }));
}

/** Methods and paths of a body; any method is a star, as in a policy. */
export function methodsOf(body: Section): readonly { readonly method: string; readonly path: string }[] {
  const found: { method: string; path: string }[] = [];
  eachPath(body, (path, item) => {
    for (const name of item.entries.keys())
      if (!NO_METHODS.has(name)) found.push({ method: name === ANY ? '*' : name.toUpperCase(), path });
    return item;
  });
  return found;
}
