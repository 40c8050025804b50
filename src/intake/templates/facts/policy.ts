import { find, findEntries, findItems, patternOf, textOf, type Found } from '../lookup.ts';
import { gap, item, need, type Look, type Seen } from './seen.ts';
import type { ItemId } from '../verdict/item-kinds.ts';

/** By what a policy decides. */
type By = 'address' | 'account' | 'network' | 'other';

const ITEMS = {
  address: ['policy-by-address', 'its statements decide by the address of the caller'],
  account: ['policy-by-account', 'its statements decide by account, organisation or role'],
  network: ['policy-by-network', 'its statements decide by VPC or VPC endpoint'],
  other: ['policy-by-other', 'its conditions decide by something else'],
} as const satisfies Readonly<Record<By, readonly [ItemId, string]>>;

/** Keys of conditions: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html */
const KEYS: Readonly<Record<string, By | 'nothing'>> = {
  'aws:sourceip': 'address',
  'aws:sourcevpc': 'network',
  'aws:sourcevpce': 'network',
  'aws:vpcsourceip': 'network',
  'aws:sourcearn': 'account',
  'aws:sourceaccount': 'account',
  'aws:sourceorgid': 'account',
  'aws:sourceorgpaths': 'account',
  'aws:principalarn': 'account',
  'aws:principalaccount': 'account',
  'aws:principalorgid': 'account',
  'aws:principalorgpaths': 'account',
  'aws:principaltype': 'account',
  'aws:userid': 'account',
  'aws:username': 'account',
  // API Gateway answers HTTPS only.
  'aws:securetransport': 'nothing',
};

/** A policy that allows everybody, without a condition, decides nothing. */
export const policy: Look = (api) => {
  const own = find(api.settings, 'Policy').map((found) => ({ found, resource: api.resource }));
  const apart = api.world
    .members(api.resource, 'AWS::ApiGateway::RestApiPolicy')
    .flatMap((resource) => find(resource.properties, 'Policy').map((found) => ({ found, resource })));
  const seen = [...own, ...apart].map(({ found, resource }): Seen => {
    if (found.value.kind === 'unknown') return { gaps: [gap(api, 'the resource policy', found.value, found.at)] };
    const decides = decidesBy(found);
    if (decides.size === 0) return {};
    const items = [...decides].map((by) => item(ITEMS[by][0], found, resource, ITEMS[by][1]));
    return { facts: [need('resource-policy', found, resource)], items };
  });
  return {
    facts: seen.flatMap((one) => one.facts ?? []),
    items: seen.flatMap((one) => one.items ?? []),
    gaps: seen.flatMap((one) => one.gaps ?? []),
  };
};

function decidesBy({ value }: Found): ReadonlySet<By> {
  const statements = findItems(value, 'Statement');
  // What is no policy as this reads it may say anything.
  if (statements.length === 0) return new Set(value.kind === 'section' && value.entries.size === 0 ? [] : (['other'] as const));
  return new Set(statements.flatMap((statement) => [...byCondition(statement), ...byPrincipal(statement)]));
}

function byCondition({ value }: Found): readonly By[] {
  const operators = findEntries(value, 'Condition');
  if (operators.length === 0) return find(value, 'Condition').some((one) => one.value.kind !== 'section') ? ['other'] : [];
  return operators.flatMap((operator) => {
    const keys = findEntries(operator.value);
    if (keys.length === 0) return ['other'] as const;
    return keys.flatMap(({ name }) => {
      const by = KEYS[name.toLowerCase()] ?? (/^aws:(?:principal|resource)tag\//i.test(name) ? 'account' : 'other');
      return by === 'nothing' ? [] : [by];
    });
  });
}

/** Principals of AWS other than everybody are accounts and roles; a statement that denies everybody decides by its condition. */
function byPrincipal({ value }: Found): readonly By[] {
  const named = [...findItems(value, 'Principal'), ...find(value, 'NotPrincipal')].flatMap((principal) =>
    principal.value.kind === 'section'
      ? findEntries(principal.value).flatMap(({ name, value: who }) => findItems(who).map((one) => ({ name, one })))
      : [{ name: 'AWS', one: principal }],
  );
  const isEverybody = ({ name, one }: (typeof named)[number]) => textOf(one.value) === '*' && (name === 'AWS' || name === '*');
  if (named.every(isEverybody)) return [];
  return named.some(({ one }) => one.value.kind === 'unknown' && patternOf(one.value) === '') ? ['other'] : ['account'];
}
