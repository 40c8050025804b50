import { own } from '../reading/own.ts';
import type { FeatureId } from './features.ts';
import { keyWords } from './key-words.ts';
import { featuresIn, isFields, listOf, recordOf, routesByPath, type Fields } from './listed.ts';
import { meant } from './meant.ts';
import { exampleOf, saysNothing, takes, wordFor, wordsOf, yesOrNo } from './field-words.ts';
import { rightForm } from './right-form.ts';
import { unwrap, type Path, type Schema } from './schema-at.ts';
import { kindOf } from './stated-with.ts';

/** What belongs in the place of a value of the wrong shape: a value, or a word in `needs`. */
export type Reshaped = { readonly value: unknown } | { readonly needs: Readonly<Record<string, string>> } | null;

/** Sections that state how something is, and the feature that a mere yes or no to one of them states. */
const NEEDED: Readonly<Record<string, { readonly feature: FeatureId; readonly yes: 'section' | 'needs' }>> = {
  waf: { feature: 'waf-native', yes: 'section' },
  cache: { feature: 'response-cache', yes: 'section' },
  realtime: { feature: 'server-push', yes: 'section' },
  cors: { feature: 'cors', yes: 'needs' },
  privateEndpoint: { feature: 'endpoint-private', yes: 'section' },
  portal: { feature: 'dev-portal', yes: 'section' },
  'auth.jwt': { feature: 'auth-jwt', yes: 'needs' },
  'auth.apiKeys': { feature: 'api-keys', yes: 'needs' },
  'auth.mutualTls': { feature: 'mtls', yes: 'needs' },
  'auth.lambdaAuthorizer': { feature: 'auth-lambda-request', yes: 'section' },
  'observability.accessLogs': { feature: 'access-logs-cw', yes: 'section' },
  'observability.executionLogs': { feature: 'execution-logs', yes: 'section' },
  'observability.detailedMetrics': { feature: 'metrics-detailed', yes: 'section' },
  'observability.xray': { feature: 'xray', yes: 'section' },
};

/** The fields that a mere number means, where they are not the first that take it. */
const FIRST: Readonly<Record<string, string>> = {
  traffic: 'requests',
  realtime: 'connections',
  waf: 'rules',
  loadBalancer: 'zones',
  edge: 'hitRatio',
};

/** What a yes or no to a section says in `needs`; null where it says nothing there. */
export function neededBy(path: Path, answer: 'yes' | 'no'): Readonly<Record<string, string>> | null {
  const needed = own(NEEDED, path.join('.'));
  return needed && (answer === 'no' || needed.yes === 'needs') ? { [needed.feature]: answer } : null;
}

/** A value as the section, list or text that is expected at a path; null where nobody can tell. */
export function reshaped(value: unknown, schema: Schema, path: Path): Reshaped {
  switch (schema.type) {
    case 'strict_object':
      if (Array.isArray(value)) return sectionOfList(value, schema, path);
      return value === null ? { value: withRequired({}, schema) } : sectionOf(String(value), schema, path);
    case 'record':
      return { value: value === null ? {} : recordOf(listOf(value), path) };
    case 'array':
      return { value: value === null ? [] : itemsOf(value, schema.item ?? null, path) };
    default:
      return Array.isArray(value) ? leafOfList(value, schema, path) : leafOfSection(value as Fields, schema, path);
  }
}

/** A section with an example of each field that it requires and lacks. */
function withRequired(section: Fields, schema: Schema): Fields {
  const lacking = Object.entries(schema.entries ?? {}).filter(([key, field]) => field.type !== 'optional' && section[key] === undefined);
  return { ...section, ...Object.fromEntries(lacking.map(([key, field]) => [key, exampleValue(field)])) };
}

/** An example of a field, whole with what it requires. */
export function exampleValue(schema: Schema): unknown {
  const inner = unwrap(schema) ?? schema;
  if (inner.type === 'strict_object') return withRequired({}, inner);
  if (inner.type === 'array') return [exampleValue(inner.item as Schema)];
  return inner.type === 'record' ? {} : exampleOf(inner);
}

function sectionOf(text: string, schema: Schema, path: Path): Reshaped {
  const [, method, at] = (path[0] === 'routes' && /^\s*([A-Za-z]+)\s+([/$]\S*)\s*$/.exec(text)) || [];
  if (method !== undefined) return { value: { method: method.toUpperCase(), path: at } };
  const name = path.join('.');
  // A number is one of something, not a yes.
  const answer = /^\s*\d/.test(text) ? null : yesOrNo(text);
  if (answer === 'no' && name === 'auth') return { value: { open: 'writes' } };
  const needs = answer === null ? null : neededBy(path, answer);
  if (needs !== null) return { needs };
  const isNeed = own(NEEDED, name)?.yes === 'needs';
  if (isNeed && /^\s*[1-9]/.test(text)) return { needs: neededBy(path, 'yes') ?? {} };
  if (answer === 'no') return null;
  if (answer === 'yes' || saysNothing(text)) return { value: withRequired({}, schema) };
  if (name === 'auth') {
    const feature = featuresIn(text);
    if (Object.keys(feature).length > 0) return { needs: feature };
    if (/^(?:public|open|anonymous|anybody|everyone)$/i.test(text.trim())) return { value: { open: 'writes' } };
  }
  const inside = fieldFor(text, schema, path);
  if (inside === null && /\d/.test(text) && Object.keys(withRequired({}, schema)).length === 0) return null;
  return { value: withRequired(inside ?? {}, schema) };
}

/** The field of a section that a text is a value or the name of. */
export function fieldFor(text: string, schema: Schema, path: Path): Fields | null {
  const entries = Object.entries(schema.entries ?? {}).map(([key, field]) => ({
    key,
    field: unwrap(field) as Schema,
    required: field.type !== 'optional',
  }));
  const named = entries.find(({ key }) => key.toLowerCase() === text.trim().toLowerCase());
  if (named) return { [named.key]: exampleValue(named.field) };
  const order = entries.toSorted((a, b) => rank(b) - rank(a));
  function rank({ key, required }: (typeof entries)[number]): number {
    return (own(FIRST, path.join('.')) === key ? 2 : 0) + (required ? 1 : 0);
  }
  const quantities = order.filter(({ field }) => kindOf(field) !== undefined);
  const taking = quantities.filter(({ field }) => takes(field, text));
  // Of several that could be meant, none is.
  const taken = taking.find((one) => rank(one) > 0) ?? (taking.length === 1 ? taking[0] : undefined);
  if (taken) return { [taken.key]: text.trim() };
  const words = order.filter(({ field, key }) => key !== 'passThrough' && kindOf(field) === undefined);
  for (const { key, field } of words) {
    if (wordsOf(field).length > 0 && !wordsOf(field).includes('yes')) {
      const form = wordFor(field, text);
      if (form !== null) return { [key]: form };
    }
    const [inner, choice] = Object.entries(field.entries ?? {}).find(([, one]) => one.type === 'picklist') ?? [];
    const form = inner === undefined || choice === undefined ? null : wordFor(choice, text);
    if (form !== null) return { [key]: withRequired({ [inner as string]: form }, field) };
  }
  if (/\d/.test(text)) {
    for (const { key, field } of quantities.filter((one) => rank(one) > 0)) {
      const form = rightForm(field, [...path, key], text);
      if (form !== null) return { [key]: form };
    }
  }
  const meaning = meant([text], path, (at) => (at.length === path.length + 1 && own(schema.entries, String(at.at(-1))) ? 1 : 0));
  const field = meaning ? unwrap(own(schema.entries, String(meaning.path.at(-1))) ?? null) : null;
  return meaning && field ? { [String(meaning.path.at(-1))]: exampleValue(field) } : null;
}

function sectionOfList(list: readonly unknown[], schema: Schema, path: Path): Reshaped {
  const parts = list.slice(0, 50).map((one) => (isFields(one) ? { value: one } : reshaped(one, schema, path)));
  const needs = Object.assign({}, ...parts.map((one) => (one && 'needs' in one ? one.needs : {}))) as Record<string, string>;
  const said = parts.flatMap((one) => (one && 'value' in one && isFields(one.value) ? [one.value] : []));
  if (said.length === 0 && Object.keys(needs).length > 0) return { needs };
  return { value: withRequired(Object.assign({}, ...said.toReversed()) as Fields, schema) };
}

/** One item, or items by name, as a list. */
function itemsOf(value: unknown, item: Schema | null, path: Path): readonly unknown[] {
  const inner = unwrap(item);
  const routes = path[0] === 'routes' && isFields(value) ? routesByPath(value) : [];
  if (routes.length > 0) return routes;
  if (isFields(value)) {
    const values = Object.entries(value);
    if (inner?.type === 'strict_object' && values.length > 0 && values.every(([, one]) => isFields(one)))
      return values.map(([name, one]) => ('name' in (inner.entries ?? {}) ? { name, ...(one as Fields) } : one));
    return [value];
  }
  const texts = listOf(value);
  return inner?.type === 'strict_object' ? texts.map((text) => itemOf(String(text), inner, path)) : texts;
}

/** The section that an item of a list is, made of the text that stands in its place. */
function itemOf(text: string, schema: Schema, path: Path): unknown {
  const name = Object.entries(schema.entries ?? {}).find(([, field]) => unwrap(field)?.type === 'string')?.[0];
  if (name !== undefined && !/^[\d.]+/.test(text)) return withRequired({ [name]: text }, schema);
  return withRequired(fieldFor(text, schema, path) ?? {}, schema);
}

function leafOfList(list: readonly unknown[], schema: Schema, path: Path): Reshaped {
  const [first] = list;
  if (first === undefined || first === null) return null;
  // What is counted is the things of the list.
  if (kindOf(schema) === 'count' && !/^\s*\d/.test(String(first))) return { value: String(list.length) };
  if (typeof first !== 'object') return { value: first };
  return reshaped(first, schema, path);
}

/** `{ value: 5, unit: KB }`, `{ amount: 10M, per: month }`, `{ monthly: 10M }` as one value. */
function leafOfSection(section: Fields, schema: Schema, path: Path): Reshaped {
  const at = (names: RegExp) =>
    Object.entries(section).find(([key, one]) => names.test(key) && typeof one === 'string')?.[1] as string | undefined;
  const value = at(/^(?:value|amount|size|number|count|quantity|average|avg|mean|rate|name|id|requests|target)$/i);
  const unit = at(/^(?:units?|uom)$/i);
  const per = at(/^(?:per|period|timeUnit|interval|every|frequency)$/i);
  if (value !== undefined) {
    const rate = per === undefined ? (unit ?? '') : `${unit ?? ''}/${per.replace(/^per /, '')}`;
    return { value: rightForm(schema, path, `${value} ${rate.replace(/^per /, '/')}`) ?? value };
  }
  const [only, ...others] = Object.entries(section);
  if (kindOf(schema) === 'count' && Object.values(section).every((one) => typeof one === 'object'))
    return { value: String(Object.keys(section).length) };
  if (only === undefined || others.length > 0) return null;
  const [key, inner] = only;
  if (typeof inner === 'object' && inner !== null) return reshaped(inner, schema, path);
  const text = String(inner ?? '');
  return { value: rightForm(schema, path, text, keyWords(key).unit) ?? text };
}
