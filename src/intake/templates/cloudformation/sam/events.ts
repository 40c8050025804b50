import { eachBranch } from '../../each-branch.ts';
import { find, findEntries, textOf } from '../../lookup.ts';
import type { Gap } from '../../template.ts';
import type { Place, Section, Value } from '../../value.ts';
import type { Draft } from '../draft.ts';
import { IMPLICIT } from './names.ts';

/** An event by which a function or a state machine asks for a route. */
export interface ApiEvent {
  readonly type: 'rest' | 'http';
  /** What it starts. */
  readonly owner: Draft;
  readonly name: string;
  readonly at: Place;
  readonly typeAt: Place;
  readonly properties: Section;
  readonly conditions: readonly string[];
  /** The id of the API that it asks. */
  readonly api: string;
}

const TYPES: ReadonlyMap<string, { readonly type: ApiEvent['type']; readonly api: string }> = new Map([
  ['Api', { type: 'rest', api: 'RestApiId' }],
  ['HttpApi', { type: 'http', api: 'ApiId' }],
]);

/** Events of type `Api` and `HttpApi`; a gap for each that asks for a route of an API elsewhere. */
export function apiEvents(
  owner: Draft,
  byKey: ReadonlyMap<string, Draft>,
): { readonly events: readonly ApiEvent[]; readonly gaps: readonly Gap[] } {
  const events: ApiEvent[] = [];
  const gaps: Gap[] = [];
  const condition = textOf(owner.written.entries.get('Condition')?.value);
  for (const event of findEntries(owner.properties, 'Events')) {
    if (event.value.kind !== 'section') continue;
    const type = event.value.entries.get('Type');
    const kind = TYPES.get(textOf(type?.value) ?? '');
    if (type === undefined || kind === undefined) continue;
    const [found] = find(event.value, 'Properties');
    const properties: Section = found?.value.kind === 'section' ? found.value : { kind: 'section', at: event.at, entries: new Map() };
    // An event of a REST API without properties asks for nothing.
    if (kind.type === 'rest' && properties.entries.size === 0) continue;
    const asked = properties.entries.get(kind.api)?.value;
    const api = asked === undefined ? IMPLICIT[kind.type] : apiOf(asked, byKey);
    if (api === null) {
      gaps.push({
        at: event.at,
        what: `event ${event.name} of ${owner.id} adds a route to an API that is not in this template`,
        because: asked?.kind === 'unknown' ? asked.because : `what ${kind.api} names is not in it`,
        give: 'the template of that API',
        concerns: asked?.kind === 'link' ? [asked.target] : null,
      });
      continue;
    }
    events.push({
      type: kind.type,
      owner,
      name: event.name,
      at: event.at,
      typeAt: type.key,
      properties,
      conditions: [...new Set([...(condition === null ? [] : [condition]), ...event.conditions])],
      api,
    });
  }
  return { events, gaps };
}

/** SAM takes a reference, and the plain id too. */
function apiOf(asked: Value, byKey: ReadonlyMap<string, Draft>): string | null {
  if (asked.kind === 'link')
    return byKey.get(asked.target)?.id ?? Object.values(IMPLICIT).find((id) => asked.target.endsWith(`#${id}`)) ?? null;
  const written = textOf(asked);
  return written !== null && [...byKey.values()].some(({ id }) => id === written) ? written : null;
}

/** A value that is there only under conditions. */
export function under(value: Value, conditions: readonly string[]): Value {
  return conditions.reduceRight<Value>((inner, condition) => ({ kind: 'either', at: value.at, condition, branches: [inner, null] }), value);
}

/** A section in each branch of a value. */
export function eachSection(value: Value, become: (section: Section) => Value): Value {
  return eachBranch(value, (one) => (one.kind === 'section' ? become(one) : one));
}
