import { section, text } from '../../build-value.ts';
import { find, textOf } from '../../lookup.ts';
import type { Resource } from '../../template.ts';
import type { Section } from '../../value.ts';
import type { Draft } from '../draft.ts';
import { derived, kept, linkTo, listOf, siblingKey } from './derived.ts';
import { apiKeyId, SHARED_KEY, SHARED_PLAN, stageId, usagePlanId } from './names.ts';

/** The usage plan that `Auth.UsagePlan` makes, with a key: for this API, or one for all that ask for a shared one. */
export function usagePlans(apis: readonly { readonly draft: Draft; readonly properties: Section }[]): readonly Resource[] {
  const made: Resource[] = [];
  const shared: { readonly draft: Draft; readonly plan: Section }[] = [];
  for (const { draft, properties } of apis) {
    for (const { value: plan } of find(properties, 'Auth', 'UsagePlan')) {
      if (plan.kind !== 'section') continue;
      const kind = textOf(plan.entries.get('CreateUsagePlan')?.value);
      if (kind === 'PER_API') made.push(...planOf(usagePlanId(draft.id), apiKeyId(draft.id), [{ draft, plan }]));
      if (kind === 'SHARED') shared.push({ draft, plan });
    }
  }
  return [...made, ...planOf(SHARED_PLAN, SHARED_KEY, shared)];
}

function planOf(id: string, keyId: string, of: readonly { readonly draft: Draft; readonly plan: Section }[]): readonly Resource[] {
  const last = of.at(-1);
  if (last === undefined) return [];
  const { draft, plan } = last;
  const { at } = plan;
  const stages = of.map(({ draft: api, plan: { at: place } }) =>
    section(place, { ApiId: linkTo(api.key, place), Stage: linkTo(siblingKey(api, stageId(api.id)), place) }),
  );
  const settings = kept(plan, ['UsagePlanName', 'Description', 'Quota', 'Throttle']);
  const part = 'Auth.UsagePlan';
  // A plan of several APIs is there where any of them is.
  const isOf = of.every((one) => one.draft.conditions.join() === draft.conditions.join());
  const conditions = isOf ? draft.conditions : [];
  const made = [
    derived(draft, id, part, 'AWS::ApiGateway::UsagePlan', section(at, { ApiStages: listOf(stages, at), ...settings })),
    derived(draft, keyId, part, 'AWS::ApiGateway::ApiKey', section(at, { Enabled: text('true', at) })),
    derived(
      draft,
      `${id}Key`,
      part,
      'AWS::ApiGateway::UsagePlanKey',
      section(at, {
        KeyId: linkTo(siblingKey(draft, keyId), at),
        KeyType: text('API_KEY', at),
        UsagePlanId: linkTo(siblingKey(draft, id), at),
      }),
    ),
  ];
  return made.map((resource) => ({ ...resource, conditions }));
}
