import { formatQuantity } from '../../money/format.ts';
import { decimal } from '../../money/decimal.ts';
import { defineRule } from '../rule.ts';

const TWO_ZONES = decimal('2');

export const privateEndpointUnshared = defineRule({
  id: 'private-endpoint-unshared',
  severity: 'note',
  topic: 'edge',
  page: () => ({
    title: 'VPC endpoints of one API could serve many',
    rationale:
      'An interface endpoint for API Gateway (execute-api) is billed by the hour in every zone, used or not, and serves every private API in the Region, of other accounts too. One in each VPC for each API costs many times what one does that all share. VPCs that are connected by peering or a Transit Gateway reach an endpoint in a central VPC.',
    remedy:
      'Let all private APIs use the endpoints that there are, and state it (privateEndpoint.sharedBy). Where the VPCs are connected already, one endpoint in a central VPC does for all of them; a Transit Gateway set up for this alone costs more an hour than the endpoints that it saves.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
      'https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-access-to-vpc-private-endpoints.html',
      'https://aws.amazon.com/transit-gateway/pricing/',
    ],
    examples: [
      {
        candidate: 'rest-private',
        reports: { needs: { 'endpoint-private': 'yes' }, privateEndpoint: { endpoints: '6', zones: '2' } },
        silent: { needs: { 'endpoint-private': 'yes' }, privateEndpoint: { endpoints: '6', zones: '2', sharedBy: '4' } },
      },
    ],
  }),
  fields: ['privateEndpoint.endpoints', 'privateEndpoint.zones', 'privateEndpoint.sharedBy'],
  frontDoors: ['rest'],
  inspect({ workload: { privateEndpoint }, candidate, units }) {
    if (candidate.composition.endpoint !== 'private' || !privateEndpoint || privateEndpoint.sharedBy) return [];
    const { endpoints, zones = TWO_ZONES } = privateEndpoint;
    if (!endpoints?.gt('1')) return [];
    const hours = endpoints.times(zones).times(units.hoursPerMonth);
    return [
      {
        because: `${formatQuantity(endpoints)} endpoints in ${formatQuantity(zones)} zones each are billed ${formatQuantity(hours)} hours a month for this API alone, used or not`,
        path: ['privateEndpoint', 'endpoints'],
      },
    ];
  },
});
