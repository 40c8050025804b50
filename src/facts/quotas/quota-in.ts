import { articleQuota } from './article.ts';
import { quotaOf, type QuotaId } from './index.ts';
import type { Quota, QuotaUnit } from './quota.ts';

/** The default of a quota where an API runs: a limit, none at all, or one that nobody has published. */
export type QuotaThere =
  | { readonly type: 'limit'; readonly value: string; readonly unit: QuotaUnit; readonly adjustable: Quota['adjustable'] }
  | { readonly type: 'none'; readonly because: string }
  | { readonly type: 'unknown'; readonly because: string };

/** The default of a quota in a Region, under an edition. A Region that no list names is unknown, never the usual value. */
export function quotaIn(id: QuotaId, region: string, edition: 'aws' | 'article' = 'aws'): QuotaThere {
  const { value, unit, adjustable, regional, note } = edition === 'article' ? articleQuota(id).quota : quotaOf(id);
  if (regional) {
    const there = regional.defaults.find(({ regions }) => regions.includes(region));
    return there ? { type: 'limit', value: there.value, unit, adjustable } : { type: 'unknown', because: regional.elsewhere };
  }
  return value === null ? { type: 'none', because: note ?? 'AWS sets none' } : { type: 'limit', value, unit, adjustable };
}
