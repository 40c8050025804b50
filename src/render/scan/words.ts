import type { ApiAnswer, ScanAnswer } from '../../app/scan/scan.ts';
import type { ScannedApi, ScannedRoute, Verdict } from '../../intake/templates/scanned.ts';
import { ITEM_KINDS } from '../../intake/templates/verdict/item-kinds.ts';
import { FRONT_DOORS } from '../../workload/front-doors.ts';
import { both } from '../recommend/words.ts';
import { counted } from '../report/words.ts';

/** Words that every format of a scan shares. */

export function nameOf({ name, id }: ScannedApi): string {
  return name ?? id;
}

/** `REST API, edge-optimized (by default)`. */
export function whatItIs({ kind, endpoint: { value, isStated } }: ScannedApi): string {
  if (kind !== 'rest') return FRONT_DOORS[kind].title;
  if (value === null) return 'REST API, endpoint not known';
  const words = { edge: 'edge-optimized', regional: 'Regional', private: 'private' }[value];
  return `REST API, ${words}${isStated ? '' : ' by default'}`;
}

/** `GET /orders`. */
export function routeText({ method, path }: ScannedRoute): string {
  return [method ?? '?', path ?? '?'].join(' ').replace(/^\? /, '');
}

/** Some of many, and how many more there are. */
export function some(all: readonly string[], most: number): string {
  return all.length <= most ? all.join(', ') : `${all.slice(0, most).join(', ')} and ${all.length - most} more`;
}

/** Why the verdict is what it is, in a few words. */
export function becauseOf({ verdict, kind, items, gaps, atLeast }: ScannedApi): string {
  if (verdict === 'already-http') return kind === 'http' ? 'it is one' : `a ${FRONT_DOORS[kind].title} is not compared`;
  if (verdict === 'unknown') {
    const least = items.length > 0 ? `at least ${atLeast}; ` : '';
    return `${least}${gaps[0]?.what ?? 'a part of it is elsewhere'}${gaps.length > 1 ? `, and ${gaps.length - 1} more` : ''}`;
  }
  const titles = [...new Set(items.filter((one) => one.class === verdict).map(({ id }) => ITEM_KINDS[id].title))];
  return titles.length === 0 ? 'nothing that only REST has' : some(titles, 2);
}

const COUNTED: Readonly<Record<Verdict, string>> = {
  'already-http': 'already HTTP',
  'drop-in': 'drop-in',
  workaround: 'with a workaround',
  rewrite: 'after a rewrite',
  blocked: 'blocked',
  unknown: 'unknown',
};

/** `5 REST APIs: 2 drop-in, 1 blocked, 2 unknown`. */
export function verdictsText({ apis }: Pick<ScanAnswer, 'apis'>): string {
  const rest = apis.filter(({ api }) => api.kind === 'rest');
  const counts = Object.entries(COUNTED).flatMap(([verdict, words]) => {
    const count = rest.filter(({ api }) => api.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return rest.length === 0 ? counted(0, 'REST API') : `${counted(rest.length, 'REST API')}: ${counts.join(', ')}`;
}

/** `1 HTTP API and 2 function URLs`. */
export function othersText({ apis }: Pick<ScanAnswer, 'apis'>): string {
  const kinds = (['http', 'websocket', 'function-url'] as const).flatMap((kind) => {
    const { length } = apis.filter(({ api }) => api.kind === kind);
    const { title, plural } = FRONT_DOORS[kind];
    return length === 0 ? [] : [`${length} ${length === 1 ? title : plural}`];
  });
  return both(kinds);
}

/** `OrdersApi: 3 of 40 routes`. */
export function keptText({ keptFor, api }: ApiAnswer): readonly string[] {
  if (keptFor === null) return [];
  const { title } = ITEM_KINDS[keptFor.item];
  return keptFor.otherwise === 'drop-in' && api.items.every(({ id }) => id === keptFor.item)
    ? [`You keep REST only because of one thing: ${title}.`]
    : [`Without one thing, ${title}, it would be ${keptFor.otherwise}.`];
}
