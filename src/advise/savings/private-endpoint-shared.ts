import { costOf, totalOf } from '../../estimate/cost-in-question.ts';
import { decimal } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import { costIf, costToday, stating } from './instead.ts';
import type { Workload } from '../../workload/schema.ts';
import { defineSaving } from './saving.ts';

const ONE_MORE = decimal('2');

export const privateEndpointShared = defineSaving({
  id: 'private-endpoint-shared',
  name: 'Shared VPC endpoints',
  title: 'VPC endpoints could serve another API too',
  effort: 'setting',
  risk: 'the policy of the endpoint must admit both APIs',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
    'https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-access-to-vpc-private-endpoints.html',
  ],
  weigh(situation) {
    const { today, workload } = situation;
    const cost = costToday(situation);
    if (!cost || today.candidate.composition.endpoint !== 'private' || workload.privateEndpoint?.sharedBy) return null;
    const sharing = (before: Workload): Workload => ({ ...before, privateEndpoint: { ...before.privateEndpoint, sharedBy: ONE_MORE } });
    const shared = costIf(situation, sharing(workload));
    if (!shared || shared.gte(cost)) return null;
    const hours = totalOf(today.estimate.lineItems.filter(({ sku }) => sku === 'privatelink/endpoint-hours'));
    return {
      because: `hours of VPC endpoints are ${formatMoney(hours)} of its ${formatMoney(costOf(today.estimate))} a month, used or not, and they serve any number of private APIs`,
      today: cost,
      instead: shared,
      change: 'the same, with one more private API at the same endpoints',
      becomes: stating(sharing),
      blockers: ['there must be another private API whose clients are in the same VPCs, or in VPCs that are connected to them'],
    };
  },
});
