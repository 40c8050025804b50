import type { Api, Route } from '../apis/api.ts';
import { find, findEntries, findItems, numberOf, textOf, type Found } from '../lookup.ts';
import type { Resource } from '../template.ts';
import { demandsKey } from './authorization.ts';
import { fact, gap, item, need, oddity, together, typeOf, type Look, type Seen } from './seen.ts';

/** Keys that methods demand, and what plans do with them: a plan without such a method does nothing. */
export const clients: Look = (api) => {
  const { world, resource, routes, kind } = api;
  const guarded = routes.filter((route) => demandsKey(route) === true);
  const unsure = routes.filter((route) => demandsKey(route) === null);
  const plans = world
    .referring([resource, ...api.stages.map((one) => one.resource)], 'AWS::ApiGateway::UsagePlan')
    .filter((plan) => stagesOf(plan, api).length > 0);
  const gaps = unsure.flatMap((route) =>
    find(route.properties, 'ApiKeyRequired').flatMap(({ value, at }) =>
      value.kind === 'unknown' ? [gap(api, `whether ${route.label} demands an API key`, value, at)] : [],
    ),
  );
  if (guarded.length === 0) {
    const oddities = plans.map((plan) =>
      oddity('usage-plan-inert', `the usage plan limits nobody: no method of ${resource.id} demands an API key`, plan, typeOf(plan).at),
    );
    return { gaps, oddities: unsure.length > 0 ? [] : oddities };
  }
  const labels = guarded.map(({ label }) => label);
  const keys = guarded.flatMap((route) => ofKey(route, kind === 'rest'));
  const fromAuthorizer = find(api.settings, 'ApiKeySourceType').filter(({ value }) => textOf(value)?.toUpperCase() === 'AUTHORIZER');
  return together([
    ...keys,
    { gaps },
    ...fromAuthorizer.map((found) => ({
      facts: [need('api-key-from-authorizer', found, resource)],
      items: [item('api-key-from-authorizer', found, resource, 'the authorizer names the API key', labels)],
    })),
    ...plans.map((plan) => ofPlan(plan, api, labels)),
  ]);
};

function ofKey(route: Route, isRest: boolean): readonly Seen[] {
  return find(route.properties, 'ApiKeyRequired').map((found) => ({
    facts: [need('api-keys', found, route.resource, [route.label])],
    items: isRest ? [item('api-key', found, route.resource, 'an API key is demanded', [route.label])] : [],
  }));
}

/** What a plan says of the stages of an API. */
function stagesOf(plan: Resource, { resource, stages, world }: Api): readonly Found[] {
  const own = [resource, ...stages.map((one) => one.resource)];
  return findItems(plan.properties, 'ApiStages').filter(({ value }) =>
    [...find(value, 'ApiId'), ...find(value, 'Stage')].some((one) => world.targets(one.value).some((target) => own.includes(target))),
  );
}

function ofPlan(plan: Resource, api: Api, routes: readonly string[]): Seen {
  const { properties } = plan;
  const name = textOf(find(properties, 'UsagePlanName')[0]?.value) ?? plan.id;
  const rate = find(properties, 'Throttle').filter(
    ({ value }) => isStated(find(value, 'RateLimit')) || isStated(find(value, 'BurstLimit')),
  );
  const quota = find(properties, 'Quota').filter(({ value }) => isStated(find(value, 'Limit')));
  const methods = stagesOf(plan, api).flatMap(({ value }) => findEntries(value, 'Throttle').filter((one) => limits(one).length > 0));
  const products = find(properties, 'ProductCode');
  const values = [
    ...rate.flatMap(({ value }) => [
      ...find(value, 'RateLimit').flatMap((one) => number('throttling.clients[].rate', one, plan)),
      ...find(value, 'BurstLimit').flatMap((one) => number('throttling.clients[].burst', one, plan)),
    ]),
    ...quota.flatMap(({ value }) => {
      const period = textOf(find(value, 'Period')[0]?.value)?.toLowerCase();
      return find(value, 'Limit').flatMap((one) =>
        number('throttling.clients[].quota', one, plan, period === undefined ? '' : `/${period}`),
      );
    }),
  ];
  return together([
    { facts: [need('usage-plans', typeOf(plan), plan), fact('throttling.clients[].name', name, typeOf(plan), plan), ...values] },
    ...rate.map((found) => ({
      facts: [need('per-client-rate', found, plan)],
      items: [item('client-rate', found, plan, 'each client has a rate of its own', routes)],
    })),
    ...quota.map((found) => ({
      facts: [need('per-client-quota', found, plan)],
      items: [item('client-quota', found, plan, 'each client has a quota of its own', routes)],
    })),
    ...methods.map((found) => ({
      facts: [need('throttle-usage-plan-method', found, plan)],
      items: [item('client-method-rate', found, plan, `each client has a rate of its own for ${found.name}`, routes)],
    })),
    ...products.map((found) => ({
      facts: [need('marketplace', found, plan)],
      items: [item('marketplace', found, plan, 'the plan is sold on AWS Marketplace', routes)],
    })),
  ]);
}

const isStated = (found: readonly Found[]) => found.some(({ value }) => value.kind !== 'text' || value.text !== '');
const limits = ({ value }: Found) => [...find(value, 'RateLimit'), ...find(value, 'BurstLimit')];

function number(what: string, found: Found, plan: Resource, unit = '') {
  const amount = numberOf(found.value);
  return amount === null ? [] : [fact(what, `${amount}${unit}`, found, plan)];
}
