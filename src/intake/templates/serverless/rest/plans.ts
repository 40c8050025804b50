import { section } from '../../build-value.ts';
import { entryAt, renamedSection } from '../../each-branch.ts';
import { findItems } from '../../lookup.ts';
import type { Entry, Place, Section, Value } from '../../value.ts';
import { NAMES } from '../names.ts';
import { inside, linkTo, make, type Service } from '../service.ts';

/** Version 3 reads these below `provider.apiGateway` only. https://www.serverless.com/framework/docs/guides/upgrading-v3 */
export function settingOf(service: Service, stated: Section, name: string): Entry | null {
  const own = stated.entries.get(name);
  const before = own === undefined ? service.entry('provider', name) : null;
  if (own !== undefined || before === null) return own ?? null;
  if (service.version !== null && service.version < 3) return before;
  service.remarks.push({
    at: before.key,
    what: `provider.${name} has no effect`,
    because: `since version 3, the Serverless Framework reads it as provider.apiGateway.${name}`,
  });
  return null;
}

/** A plan of the stage, with keys or without; a list of plans has a name for each. */
export function derivePlans(service: Service, stated: Section, at: Place): void {
  const [plan, keys] = [settingOf(service, stated, 'usagePlan'), settingOf(service, stated, 'apiKeys')];
  const cause = plan ?? keys;
  if (cause === null) return;
  const plans =
    plan?.value.kind === 'list'
      ? findItems(plan.value).flatMap(({ value }) => (value.kind === 'section' ? [...value.entries] : []))
      : [[null, cause] as const];
  for (const [name, entry] of plans) {
    const limits = plan === null ? section(entry.key, {}) : entry.value;
    make(service, {
      name: NAMES.usagePlan(name),
      type: 'AWS::ApiGateway::UsagePlan',
      at: entry.key,
      properties: {
        ApiStages: {
          kind: 'list',
          at: entry.key,
          items: [section(entry.key, { ApiId: linkTo(service, NAMES.restApi, at), Stage: linkTo(service, NAMES.restStage, at) })],
        },
        Throttle: sectionIn(limits, 'throttle', { burstLimit: 'BurstLimit', rateLimit: 'RateLimit' }),
        Quota: sectionIn(limits, 'quota', { limit: 'Limit', offset: 'Offset', period: 'Period' }),
      },
    });
  }
}

function sectionIn(from: Value, name: string, renames: Readonly<Record<string, string>>): Value | Entry | null {
  if (from.kind === 'unknown') return from;
  const entry = inside(from, name);
  return entry === null ? null : entryAt(entry, renamedSection(entry.value, renames));
}
