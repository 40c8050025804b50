import { meant } from './meant.ts';
import { ROUTE_METHODS } from './route-fields.ts';
import type { Path } from './schema-at.ts';

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Words of a text that name features. */
export function featuresIn(text: string): Readonly<Record<string, string>> {
  const found = text.split(/[,;+&]| and /).flatMap((word) => {
    const meaning = meant([word], ['needs'], (at) => (at[0] === 'needs' ? 1 : 0));
    return meaning ? [[String(meaning.path[1]), 'yes'] as const] : [];
  });
  return Object.fromEntries(found);
}

/** A list, or a text as the list that it is. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value)
    ? value
    : String(value)
        .split(/\s*[,;]\s*/)
        .filter(Boolean);

/** `[jwt, api-keys]`, `[{ Key: team, Value: shop }]`, `team=shop` as names with values. */
export function recordOf(list: readonly unknown[], path: Path): Fields {
  const entries = list.flatMap((one, index): (readonly [string, unknown])[] => {
    if (isFields(one)) {
      const { Key: key = one['key'] ?? one['name'] ?? one['feature'] ?? one['id'], Value: value = one['value'] ?? one['share'] ?? 'yes' } =
        one;
      return typeof key === 'string' ? [[key, value]] : Object.entries(one);
    }
    const [, key, value] = /^\s*([^:=]+?)\s*[:=]\s*(.+)$/.exec(String(one)) ?? [];
    if (key !== undefined) return [[key, value]];
    if (path[0] === 'tags') return [[list.length === 1 ? 'tag' : `tag${index + 1}`, String(one)]];
    const [, denied] = /^\s*(?:no|not|without|never)\s+(.+)$/i.exec(String(one)) ?? [];
    if (denied !== undefined && path[0] === 'needs') return [[denied, 'no']];
    return [[String(one), path[0] === 'needs' ? 'yes' : `${Math.floor(100 / list.length)}%`]];
  });
  const found: Record<string, unknown> = Object.fromEntries(entries);
  const [first] = Object.keys(found);
  // Shares that somebody gave to each are of one whole.
  if (path.at(-1) === 'geography' && first !== undefined && list.every((one) => typeof one === 'string' && !/[:=]/.test(one)))
    found[first] = `${100 - Math.floor(100 / list.length) * (list.length - 1)}%`;
  return found;
}

/** Routes as OpenAPI has them: methods by path. */
export function routesByPath(paths: Fields): readonly Fields[] {
  return Object.entries(paths).flatMap(([path, methods]) => {
    if (!/^[/$]/.test(path)) return [];
    const named = Object.keys(isFields(methods) ? methods : {}).map((method) =>
      /^x-.*any-method$/.test(method) ? 'ANY' : method.toUpperCase(),
    );
    const known = named.filter((method) => ROUTE_METHODS.some((one) => one === method));
    return (known.length === 0 ? ['ANY'] : known).map((method) => ({ method, path }));
  });
}
