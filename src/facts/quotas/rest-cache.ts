import { by, used, unheld, RESPONSES, NO_LIMIT } from './held.ts';
import { GUIDE, type Quota } from './quota.ts';

const TABLE = `${GUIDE}/api-gateway-execution-service-limits-table.html` as const;
const CACHE = `${GUIDE}/api-gateway-caching.html` as const;
const REST = { appliesTo: ['rest'], sources: [TABLE] } as const;

/** The cache of a REST API stage. */
export const CACHE_QUOTAS = [
  {
    ...REST,
    id: 'rest-cache-sizes',
    held: by('cache.size', 'reader'),
    name: 'Size of a stage’s cache',
    value: '237',
    unit: 'GB',
    adjustable: 'setting',
    note: 'at most; one of 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 and 237 GB',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html'],
  },
  {
    ...REST,
    id: 'rest-cache-ttl-default',
    held: unheld(`${NO_LIMIT}, but what applies where cache.ttl is not set`),
    name: 'Lifetime of a cached response, unless set',
    value: '300',
    unit: 'seconds',
    adjustable: 'setting',
    note: 'from 0 to 3,600',
    sources: [TABLE, CACHE],
  },
  {
    ...REST,
    id: 'rest-cache-ttl-max',
    held: by('cache.ttl', 'rule cache-ttl-too-long'),
    name: 'Lifetime of a cached response',
    value: '3600',
    unit: 'seconds',
    adjustable: 'no',
    sources: [TABLE, CACHE],
  },
  {
    ...REST,
    id: 'rest-cache-item',
    held: used(RESPONSES, 'rule cache-item-too-large'),
    measured: 'cached answer',
    name: 'Response that the cache keeps',
    value: '1048576',
    unit: 'bytes',
    adjustable: 'no',
    note: 'encryption enlarges it',
    sources: [TABLE, CACHE],
  },
  {
    ...REST,
    id: 'rest-cache-create-time',
    held: unheld(`${NO_LIMIT}, but how long AWS takes; cache-resized says what it means`),
    name: 'Time to make, resize or remove a cache',
    value: '4',
    unit: 'minutes',
    adjustable: 'no',
    note: 'about; a resize empties it',
    sources: [CACHE],
  },
] as const satisfies readonly Quota[];
