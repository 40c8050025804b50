import type { Api } from '../apis/api.ts';
import { find, findItems, textOf, type Found } from '../lookup.ts';
import type { Fact } from '../scanned.ts';
import type { Resource } from '../template.ts';
import { fact, item, need, together, typeOf, type Look, type Seen } from './seen.ts';

/** What stands in front of an API: a web ACL on its stage, a CloudFront distribution. */
export const inFront: Look = (api) => together([...acls(api), ...distributions(api)]);

const ASSOCIATIONS = ['AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation'] as const;

function acls(api: Api): readonly Seen[] {
  const { world, resource, stages, kind } = api;
  if (kind !== 'rest') return [];
  const own = [resource, ...stages.map((one) => one.resource)];
  return world.referring(own, ...ASSOCIATIONS).flatMap((association): readonly Seen[] => {
    const named = find(association.properties, 'ResourceArn').filter(({ value }) => world.targets(value).some((one) => own.includes(one)));
    if (named.length === 0) return [];
    const acl = [...find(association.properties, 'WebACLArn'), ...find(association.properties, 'WebACLId')].flatMap(({ value }) =>
      world.targets(value),
    )[0];
    const where = typeOf(association);
    return [
      {
        facts: [need('waf-native', where, association), ...(acl === undefined ? [] : rules(acl))],
        items: [item('web-acl', where, association, 'a web ACL inspects the requests to the stage')],
      },
    ];
  });
}

/** What a web ACL has, as WAF bills it: rules of its own, groups, and Bot Control. */
function rules(acl: Resource): readonly Fact[] {
  const all = findItems(acl.properties, 'Rules').filter(({ value }) => value.kind === 'section');
  const groups = all.filter(({ value }) => find(value, 'Statement', 'ManagedRuleGroupStatement').length > 0);
  const bots = groups.filter(
    ({ value }) => textOf(find(value, 'Statement', 'ManagedRuleGroupStatement', 'Name')[0]?.value) === 'AWSManagedRulesBotControlRuleSet',
  );
  const managed = groups.filter((one) => !bots.includes(one));
  const referred = all.filter(({ value }) => find(value, 'Statement', 'RuleGroupReferenceStatement').length > 0);
  const own = all.filter((one) => !groups.includes(one) && !referred.includes(one));
  const named = ({ value, at, conditions }: Found) => find(value, 'Name')[0] ?? { at, conditions };
  const [firstOwn] = own;
  const [firstManaged] = managed;
  return [
    fact('waf.webAcls', '1', typeOf(acl), acl),
    ...(firstOwn === undefined ? [] : [fact('waf.rules', String(own.length), named(firstOwn), acl)]),
    ...(firstManaged === undefined ? [] : [fact('waf.managedGroups', String(managed.length), named(firstManaged), acl)]),
    ...bots.map((one) => {
      const level = findItems(one.value, 'Statement', 'ManagedRuleGroupStatement', 'ManagedRuleGroupConfigs').flatMap(({ value }) =>
        find(value, 'AWSManagedRulesBotControlRuleSet', 'InspectionLevel'),
      )[0];
      return fact('waf.botControl.level', textOf(level?.value)?.toLowerCase() ?? 'common', level ?? named(one), acl);
    }),
  ];
}

function distributions(api: Api): readonly Seen[] {
  const { world, resource, stages } = api;
  const own = [resource, ...stages.map((one) => one.resource)];
  return world.referring(own, 'AWS::CloudFront::Distribution').flatMap((distribution): readonly Seen[] =>
    findItems(distribution.properties, 'DistributionConfig', 'Origins')
      .filter(({ value }) => find(value, 'DomainName').some((one) => world.targets(one.value).some((target) => own.includes(target))))
      .map((origin) => {
        const [secret] = findItems(origin.value, 'OriginCustomHeaders');
        const acl = find(distribution.properties, 'DistributionConfig', 'WebACLId').filter(({ value }) => textOf(value) !== '');
        const webAcl = acl.flatMap(({ value }) => world.targets(value))[0];
        return {
          facts: [
            secret === undefined
              ? fact('edge.origin', 'open', typeOf(distribution), distribution)
              : fact('edge.origin', 'secret-header', secret, distribution),
            ...(webAcl === undefined ? acl.map((one) => fact('waf.webAcls', '1', one, distribution)) : rules(webAcl)),
          ],
        };
      }),
  );
}
