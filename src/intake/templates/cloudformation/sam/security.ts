import { section, unknown } from '../../build-value.ts';
import { find, textOf, truthOf } from '../../lookup.ts';
import type { Entry, List, Place, Section, Value } from '../../value.ts';
import { eachOperation, eachPath, type Added } from './body.ts';
import { eachSection } from './events.ts';

/** Schemes that SAM itself names. */
const IAM = 'AWS_IAM';
const KEY = 'api_key';
/** Says that an operation takes no key though the API demands one; it ends with what SAM writes. */
const NO_KEY = 'api_key_false';
const NO_AUTHORIZER = 'NONE';

/** What an event itself demands, as the `security` of its operation. */
export function securityOfEvent(properties: Section, apiAuth: Value | null, type: Defaults['type']): Entry | null {
  // Of an HTTP API, what an event says beside an authorizer holds for the default one too.
  const byDefault = type === 'http' && properties.entries.has('Auth') ? find(apiAuth, 'DefaultAuthorizer').at(0) : undefined;
  const authorizer = find(properties, 'Auth', 'Authorizer').at(0) ?? byDefault;
  const key = find(properties, 'Auth', 'ApiKeyRequired').at(0);
  const items: Value[] = [];
  const name = textOf(authorizer?.value);
  if (authorizer !== undefined && name === null) items.push(unnamed(authorizer.at));
  if (authorizer !== undefined && name !== null && name !== '') {
    const scopes = find(properties, 'Auth', 'AuthorizationScopes').at(0) ?? find(apiAuth, 'Authorizers', name, 'AuthorizationScopes').at(0);
    items.push(demand(name, authorizer.at, name === NO_AUTHORIZER || name === IAM ? null : (scopes?.value ?? null)));
  }
  if (key !== undefined) items.push(demand(truthOf(key.value) === false ? NO_KEY : KEY, key.at, null));
  const at = authorizer?.at ?? key?.at;
  return at === undefined || items.length === 0 ? null : { key: at, value: { kind: 'list', at, items } };
}

/** Operations of the template, with what events that override it demand. */
export function withOverrides(body: Section, overrides: readonly Added[]): Section {
  return overrides.reduce(
    (whole, { path, method, operation }) =>
      eachPath(whole, (name, item) => {
        const own = name === path.text ? item.entries.get(method) : undefined;
        const security = operation.entries.get('security');
        if (own === undefined || security === undefined) return item;
        const value = eachSection(own.value, (one) => {
          const before = one.entries.get('security')?.value;
          const items = [...(before?.kind === 'list' ? before.items : []), ...(security.value.kind === 'list' ? security.value.items : [])];
          return {
            ...one,
            entries: new Map([...one.entries, ['security', { key: security.key, value: { ...security.value, kind: 'list', items } }]]),
          };
        });
        return { ...item, entries: new Map([...item.entries, [method, { key: own.key, value }]]) };
      }),
    body,
  );
}

/** An operation whose authorizer is not known is not open. */
const unnamed = (at: Place) => unknown(at, 'the name of the authorizer is not known', 'the name of the authorizer');

function demand(scheme: string, at: Place, scopes: Value | null): Section {
  const none: List = { kind: 'list', at, items: [] };
  return section(at, { [scheme]: { key: at, value: scopes ?? none } });
}

/** What an API says of all its operations. */
export interface Defaults {
  readonly authorizer: { readonly name: string | null; readonly at: Place; readonly scopes: Value | null } | null;
  /** Names of all authorizers of the API. */
  readonly authorizers: ReadonlySet<string>;
  readonly key: Place | null;
  /** Whether preflight requests are held to them too: SAM's default, and in most cases a fault. */
  readonly authorizerOnPreflight: boolean;
  readonly keyOnPreflight: boolean;
  /** An HTTP API leaves OPTIONS alone, and an operation that demands anything. */
  readonly type: 'rest' | 'http';
}

/** Every operation with the demands of the API, where it says nothing itself. */
export function withDefaults(body: Section, defaults: Defaults): Section {
  return eachOperation(body, (operation, method) => {
    const security = operation.entries.get('security');
    const own = security?.value.kind === 'list' ? security.value.items : [];
    const items = withKey(withAuthorizer(own, method, defaults), method, defaults);
    const isSame = items.length === own.length && items.every((item, index) => item === own[index]);
    const [first] = items;
    if (isSame || (first === undefined && security === undefined)) return operation;
    const at = first?.at ?? security?.key ?? operation.at;
    return { ...operation, entries: new Map([...operation.entries, ['security', { key: at, value: { kind: 'list', at, items } }]]) };
  });
}

function withAuthorizer(
  items: readonly Value[],
  method: string,
  { authorizer, authorizers, authorizerOnPreflight, type }: Defaults,
): readonly Value[] {
  const rest = items.filter((item) => !names(item).some((name) => name === NO_AUTHORIZER));
  if (authorizer === null || rest.length < items.length) return rest;
  const isPreflight = method === 'options';
  if (isPreflight && (type === 'http' || !authorizerOnPreflight)) return rest;
  const hasOwn = type === 'http' ? rest.length > 0 : rest.some((item) => names(item).some((name) => name === IAM || authorizers.has(name)));
  if (hasOwn) return rest;
  const { name, at, scopes } = authorizer;
  return [...rest, name === null ? unnamed(at) : demand(name, at, scopes)];
}

function withKey(items: readonly Value[], method: string, { key, keyOnPreflight }: Defaults): readonly Value[] {
  const rest = items.filter((item) => !names(item).includes(NO_KEY));
  if (key === null || rest.length < items.length || rest.some((item) => names(item).includes(KEY))) return rest;
  return method === 'options' && !keyOnPreflight ? rest : [...rest, demand(KEY, key, null)];
}

const names = (item: Value): readonly string[] => (item.kind === 'section' ? [...item.entries.keys()] : []);

/** What `Auth` of an API says of all its operations. */
export function defaultsOf(auth: Value | null, type: Defaults['type']): Defaults {
  const byDefault = find(auth, 'DefaultAuthorizer').at(0);
  const name = textOf(byDefault?.value);
  const key = find(auth, 'ApiKeyRequired').at(0);
  const authorizers = find(auth, 'Authorizers').at(0)?.value;
  return {
    authorizer:
      byDefault === undefined || name === '' || name === NO_AUTHORIZER
        ? null
        : { name, at: byDefault.at, scopes: find(auth, 'Authorizers', name ?? '', 'AuthorizationScopes').at(0)?.value ?? null },
    authorizers: new Set(authorizers?.kind === 'section' ? authorizers.entries.keys() : []),
    key: key === undefined || truthOf(key.value) === false ? null : key.at,
    authorizerOnPreflight: truthOf(find(auth, 'AddDefaultAuthorizerToCorsPreflight').at(0)?.value) !== false,
    keyOnPreflight: truthOf(find(auth, 'AddApiKeyRequiredToCorsPreflight').at(0)?.value) !== false,
    type,
  };
}

/** The schemes that need no authorizer of their own, as an operation may name them. */
export function ownSchemes(at: Place): ReadonlyMap<string, Entry> {
  const scheme = (name: string, type: string | null) =>
    section(at, {
      type: { kind: 'text', text: 'apiKey', at, said: { ...at, by: 'SAM' } },
      name: { kind: 'text', text: name, at },
      in: { kind: 'text', text: 'header', at },
      'x-amazon-apigateway-authtype': type === null ? null : { kind: 'text', text: type, at },
    });
  return new Map([
    [IAM, { key: at, value: scheme('Authorization', 'awsSigv4') }],
    [KEY, { key: at, value: scheme('x-api-key', null) }],
  ]);
}
