import type { Api, Stage } from '../apis/api.ts';
import { find, findItems, numberOf, patternOf, textOf, truthOf } from '../lookup.ts';
import { fact, gap, item, need, oddity, type Look, type Seen } from './seen.ts';
import { settingsOf } from './stage-settings.ts';

/** A cache is in effect where the stage has a cluster and a method uses it. */
export const cache: Look = (api) => {
  const { stage } = api;
  if (stage === null || api.kind !== 'rest') return {};
  const [cluster] = find(stage.properties, 'CacheClusterEnabled');
  if (cluster === undefined || truthOf(cluster.value) === false) return {};
  if (cluster.value.kind === 'unknown') return { gaps: [gap(api, 'whether the stage has a cache', cluster.value, cluster.at)] };
  const using = settingsOf(stage, 'CachingEnabled', api.routes).filter(({ value }) => truthOf(value) !== false);
  const { resource } = stage;
  if (using.length === 0) {
    const unused = oddity(
      'cache-unused',
      'the stage has a cache cluster, which bills by the hour, and no method setting enables caching',
      resource,
      cluster.at,
    );
    return { oddities: [unused] };
  }
  return {
    facts: [
      need('response-cache', cluster, resource),
      ...find(stage.properties, 'CacheClusterSize').flatMap((one) => {
        const size = textOf(one.value);
        return size === null ? [] : [fact('cache.size', `${size} GB`, one, resource)];
      }),
      ...kept(api, stage),
    ],
    items: [item('stage-cache', cluster, resource, 'the stage keeps answers in a cache')],
  };
};

function kept({ routes }: Api, stage: Stage): NonNullable<Seen['facts']> {
  const using = settingsOf(stage, 'CachingEnabled', routes).filter(({ value }) => truthOf(value) !== false);
  const ttl = settingsOf(stage, 'CacheTtlInSeconds', routes).flatMap((one) => {
    const seconds = numberOf(one.value);
    return seconds === null ? [] : [fact('cache.ttl', `${seconds} s`, one, one.resource)];
  });
  const byDefault = using
    .slice(0, 1)
    .map((one) => fact('cache.ttl', '300 s', { at: one.at, said: { ...one.at, by: 'default of API Gateway' } }, one.resource));
  const encrypted = settingsOf(stage, 'CacheDataEncrypted', routes).filter(({ value }) => truthOf(value) === true);
  const authorized = settingsOf(stage, 'RequireAuthorizationForCacheControl', routes);
  const others = using.filter(({ setting }) => !['GET', '*'].includes(setting.method));
  const keys = routes.flatMap(({ integration }) =>
    integration === null ? [] : findItems(integration.properties, 'CacheKeyParameters').map((one) => ({ one, integration })),
  );
  const caller = keys.find(({ one }) => /header\.authorization$/i.test(patternOf(one.value)));
  return [
    ...(ttl.length > 0 ? ttl : byDefault),
    ...encrypted.flatMap((one) => [need('cache-encryption', one, one.resource), fact('cache.encrypted', 'yes', one, one.resource)]),
    ...authorized.flatMap((one) => {
      const isAsked = truthOf(one.value);
      return isAsked === null ? [] : [fact('cache.invalidation', isAsked ? 'authorized' : 'anybody', one, one.resource)];
    }),
    ...others.map((one) => fact('cache.otherMethods', 'yes', one, one.resource)),
    ...(caller === undefined ? [] : [fact('cache.callerInKey', 'yes', caller.one, caller.integration.resource)]),
  ];
}
