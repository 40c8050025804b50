import { section, text } from '../../build-value.ts';
import { entryAt, renamed } from '../../each-branch.ts';
import { textOf, truthOf } from '../../lookup.ts';
import type { Entry, Place, Section, Value } from '../../value.ts';
import type { Event } from '../functions.ts';
import { endpointOf } from '../rest/endpoint.ts';
import { inside, type Service } from '../service.ts';
import { acts, PLUGINS } from './plugins.ts';

/** What plugins set on the stage of the REST API. */
export interface StageSettings {
  readonly properties: Readonly<Record<string, Value | Entry | null>>;
  /** Entries of `MethodSettings`. */
  readonly methods: readonly Value[];
}

type Settings = Readonly<Record<string, Value | Entry | null>>;

/** The cache and the limits of `serverless-api-gateway-caching` and `-throttling`. */
export function stageSettings(service: Service, events: readonly Event[]): StageSettings {
  const cache = acts(service, 'caching') ? service.entry('custom', 'apiGatewayCaching') : null;
  const limits = acts(service, 'throttling') ? service.entry('custom', 'apiGatewayThrottling') : null;
  const enabled = inside(cache?.value, 'enabled');
  const isCached = cache !== null && enabled !== null && truthOf(enabled.value) !== false;
  const own = events.flatMap((event) => ofEvent(service, event, isCached ? cache : null, limits !== null));
  const all = limits?.value.kind === 'section' ? Object.fromEntries(limitsIn(limits.value)) : {};
  return {
    properties: isCached
      ? { CacheClusterEnabled: enabled, CacheClusterSize: inside(cache.value, 'clusterSize') ?? byPlugin('0.5', cache.key) }
      : {},
    methods: [...(limits === null || Object.keys(all).length === 0 ? [] : [forMethod(limits, '*', '/*', all)]), ...own],
  };
}

/** A method is cached only where its own event says so. */
function ofEvent(service: Service, event: Event, cache: Entry | null, isLimited: boolean): readonly Value[] {
  if (event.found.value.kind === 'unknown') return [];
  const endpoint = endpointOf(service, event);
  const [method, path] = [textOf(endpoint?.method.value), textOf(endpoint?.path.value)];
  if (endpoint === null || method === null || path === null) return [];
  const { stated } = endpoint;
  const [caching, throttling] = [stated.entries.get('caching'), stated.entries.get('throttling')];
  const settings: Record<string, Value | Entry | null> = {};
  if (cache !== null && caching !== undefined) Object.assign(settings, cachedBy(cache, caching));
  if (isLimited && throttling?.value.kind === 'section') Object.assign(settings, Object.fromEntries(limitsIn(throttling.value)));
  const cause = caching ?? throttling;
  return cause === undefined || Object.keys(settings).length === 0
    ? []
    : [forMethod(cause, method === 'ANY' ? '*' : method, path, settings)];
}

function cachedBy(cache: Entry, caching: Entry): Settings {
  const setting = (...path: readonly string[]) => inside(caching.value, ...path) ?? inside(cache.value, ...path);
  return {
    CachingEnabled: inside(caching.value, 'enabled') ?? (caching.value.kind === 'section' ? entryAt(caching, 'false') : caching),
    CacheTtlInSeconds: setting('ttlInSeconds') ?? byPlugin('3600', caching.key),
    CacheDataEncrypted: setting('dataEncrypted') ?? byPlugin('false', caching.key),
    RequireAuthorizationForCacheControl: setting('perKeyInvalidation', 'requireAuthorization') ?? byPlugin('true', caching.key),
  };
}

/** What the plugin sets where nothing is stated. https://github.com/DianaIonita/serverless-api-gateway-caching */
const byPlugin = (content: string, at: Place): Value => ({ ...text(content, at), said: { ...at, by: PLUGINS.caching } });

const limitsIn = (stated: Section) =>
  renamed(stated, { maxRequestsPerSecond: 'ThrottlingRateLimit', maxConcurrentRequests: 'ThrottlingBurstLimit' });

/** In the path of a method setting, a slash inside is `~1`. */
function forMethod({ key }: Entry, method: string, path: string, settings: Settings): Value {
  const written = path === '/*' ? path : `/${path.replaceAll('/', '~1')}`;
  return section(key, { HttpMethod: text(method, key), ResourcePath: text(written, key), ...settings });
}
