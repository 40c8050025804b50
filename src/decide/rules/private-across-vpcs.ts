import { defineRule } from '../rule.ts';

export const privateAcrossVpcs = defineRule({
  id: 'private-across-vpcs',
  severity: 'note',
  topic: 'choosing',
  page: () => ({
    title: 'Services that call each other across VPCs can use Amazon VPC Lattice',
    rationale:
      'Amazon VPC Lattice joins services and their callers in many VPCs and accounts, with IAM policies and without VPC endpoints of an API in each of them. It has no usage plans, caches, validation or custom authorizers, and bills each service by the hour, by requests and by data, which is not compared here.',
    remedy:
      'If only your own services call each other, price VPC Lattice beside this; keep the private API for what only it has: keys, plans, validation, authorizers.',
    sources: [
      'https://docs.aws.amazon.com/vpc-lattice/latest/ug/how-it-works.html',
      'https://docs.aws.amazon.com/vpc-lattice/latest/ug/what-is-vpc-lattice.html',
    ],
    examples: [
      {
        candidate: 'rest-private',
        reports: { privateEndpoint: { endpoints: '3', zones: '2' } },
        silent: { privateEndpoint: { endpoints: '1', zones: '2' } },
      },
      {
        candidate: 'rest-private',
        reports: { needs: { 'endpoint-private': 'yes' }, auth: { iamAcrossAccounts: 'yes' } },
        silent: { needs: { 'endpoint-private': 'yes' }, auth: { iamAcrossAccounts: 'no' } },
      },
    ],
  }),
  fields: ['privateEndpoint.endpoints', 'auth.iamAcrossAccounts', 'needs.endpoint-private'],
  frontDoors: ['rest', 'alb'],
  inspect({ workload: { privateEndpoint, auth }, needs }) {
    if (!needs('endpoint-private')) return [];
    const several = privateEndpoint?.endpoints?.gt('1') === true;
    if (several) {
      const because = `${privateEndpoint.endpoints?.toFixed()} VPC endpoints reach the API, so it is called from several VPCs`;
      return [{ because, path: ['privateEndpoint', 'endpoints'] }];
    }
    if (auth?.iamAcrossAccounts !== true) return [];
    return [{ because: 'only VPCs reach the API, and callers sign in from other accounts', path: ['auth', 'iamAcrossAccounts'] }];
  },
});
