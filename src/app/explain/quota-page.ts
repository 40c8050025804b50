import type { Page } from '../../documents/explain/schema.ts';
import { articleQuota } from '../../facts/quotas/article.ts';
import { rulesThatHold } from '../../facts/quotas/held.ts';
import { QUOTAS_AS_OF, type KnownQuota, type Quota } from '../../facts/quotas/index.ts';
import { quotaIn } from '../../facts/quotas/quota-in.ts';

export function quotaPage(quota: KnownQuota, regions: readonly string[]): Page {
  const { id, name, appliesTo, code, regional, sources } = quota;
  const { said, section, quota: theirs } = articleQuota(id);
  return {
    kind: 'quota',
    id,
    title: name,
    appliesTo: [...appliesTo],
    aws: { ...limit(quota), code: code ?? null },
    regional: regional
      ? {
          defaults: regional.defaults.map(({ value, regions: where }) => ({ value, regions: [...where] })),
          unknownIn: regions.filter((region) => quotaIn(id, region).type === 'unknown'),
          because: regional.elsewhere,
        }
      : null,
    article: { said, section: section ?? null, ...limit(theirs) },
    held: heldWords(quota),
    sources: [...sources],
    asOf: QUOTAS_AS_OF,
  };
}

function heldWords({ held }: Quota) {
  return 'unheld' in held
    ? { fields: [], rules: [], because: held.unheld }
    : { fields: [...held.fields], rules: [...rulesThatHold(held)], because: null };
}

function limit({ value, unit, adjustable, note }: Quota) {
  return { value, unit, adjustable, note: note ?? null };
}
