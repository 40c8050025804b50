import { compose, section, text } from '../../build-value.ts';
import { find, findItems, textOf } from '../../lookup.ts';
import type { Entry, Place, Section, Value } from '../../value.ts';

/** A list of `ResourcePolicy`, and the statement that SAM makes of it. */
type Kind =
  | { readonly effect: 'Allow' | 'Deny'; readonly key?: undefined }
  | { readonly effect: 'Deny'; readonly operator: string; readonly key: string | null };

/** In each pair the first allows: whoever is not on its list is denied. */
const LISTS: Readonly<Record<string, Kind>> = {
  AwsAccountWhitelist: { effect: 'Allow' },
  AwsAccountBlacklist: { effect: 'Deny' },
  IpRangeWhitelist: { effect: 'Deny', operator: 'NotIpAddress', key: 'aws:SourceIp' },
  IpRangeBlacklist: { effect: 'Deny', operator: 'IpAddress', key: 'aws:SourceIp' },
  SourceVpcWhitelist: { effect: 'Deny', operator: 'StringNotEquals', key: null },
  SourceVpcBlacklist: { effect: 'Deny', operator: 'StringEquals', key: null },
  IntrinsicVpcWhitelist: { effect: 'Deny', operator: 'StringNotEquals', key: 'aws:SourceVpc' },
  IntrinsicVpcBlacklist: { effect: 'Deny', operator: 'StringEquals', key: 'aws:SourceVpc' },
  IntrinsicVpceWhitelist: { effect: 'Deny', operator: 'StringNotEquals', key: 'aws:SourceVpce' },
  IntrinsicVpceBlacklist: { effect: 'Deny', operator: 'StringEquals', key: 'aws:SourceVpce' },
};

/** A method and path that a policy is about. */
export interface Target {
  readonly method: string;
  readonly path: string;
}

/** A path in which each parameter is a star, as in a policy. */
export const asTarget = (path: string) => path.replaceAll(/\{[^}]*\}/g, '*');

/** The statements that SAM makes of a `ResourcePolicy`. */
export function statementsOf(policy: Value, targets: readonly Target[], stage: Value | null): readonly Value[] {
  const at = policy.at;
  const resource: Value = {
    kind: 'list',
    at,
    items: targets.map(({ method, path }) => compose(['execute-api:/', stage ?? '*', `/${method}${path}`], at)),
  };
  const statement = (effect: string, key: Place, principal: Value, condition: Value | null) =>
    section(key, {
      Effect: text(effect, key),
      Action: text('execute-api:Invoke', key),
      Resource: resource,
      Principal: principal,
      Condition: condition,
    });
  const made = Object.entries(LISTS).flatMap(([name, kind]): readonly Value[] => {
    const found = find(policy, name).at(0);
    const items = findItems(policy, name).map(({ value }) => value);
    if (found === undefined || items.length === 0 || targets.length === 0) return [];
    const key = found.at;
    const list = (all: readonly Value[]): Value => ({ kind: 'list', at: key, items: all });
    if (kind.key === undefined) return [statement(kind.effect, key, section(key, { AWS: list(items) }), null)];
    const byKey = kind.key === null ? bySource(items) : { [kind.key]: items };
    const condition = section(
      key,
      Object.fromEntries(
        Object.entries(byKey)
          .filter(([, all]) => all.length > 0)
          .map(([one, all]) => [one, list(all)]),
      ),
    );
    if (condition.entries.size === 0) return [];
    return [
      statement('Allow', key, text('*', key), null),
      statement('Deny', key, text('*', key), section(key, { [kind.operator]: { key, value: condition } })),
    ];
  });
  return [...made, ...findItems(policy, 'CustomStatements').map(({ value }) => value)];
}

/** `SourceVpc…` lists hold VPCs and VPC endpoints, told apart by how their ids begin. */
function bySource(items: readonly Value[]): Readonly<Record<string, readonly Value[]>> {
  const begins = (prefix: string) => items.filter((item) => textOf(item)?.startsWith(prefix) === true);
  const rest = items.filter((item) => textOf(item) === null);
  return { 'aws:SourceVpc': [...begins('vpc-'), ...rest], 'aws:SourceVpce': begins('vpce-') };
}

/** A policy with more statements. */
export function withStatements(policy: Entry | undefined, statements: readonly Value[], key: Place): Entry {
  const before: Section | null = policy?.value.kind === 'section' ? policy.value : null;
  const own = findItems(before, 'Statement').map(({ value }) => value);
  const value = section(key, {
    Version: text('2012-10-17', key),
    Statement: { key, value: { kind: 'list', at: key, items: [...own, ...statements] } },
  });
  return { key, value };
}
