import { OF_PRIVATE_APIS, saysVpcOnly } from '../../workload/vpc-only.ts';
import { defineQuestion, derived } from '../question.ts';

export const vpcOnly = defineQuestion({
  id: 'vpc-only',
  ask: 'Must the API be reachable only from inside a VPC?',
  because: 'only REST APIs have private endpoints; a VPC link does not make an API private',
  features: ['endpoint-private'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html'],
  derivedFrom: [
    ['privateEndpoint', 'yes, where it is stated'],
    ...OF_PRIVATE_APIS.map((feature) => [`needs.${feature}`, 'yes, unless needs.endpoint-private says otherwise'] as const),
  ],
  derive: (workload) => {
    const from = saysVpcOnly(workload);
    // What needs says by itself is stated, not derived.
    return from === null || from === 'needs.endpoint-private' ? null : derived('yes', from);
  },
});
