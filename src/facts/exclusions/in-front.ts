import { PAGES } from '../features/pages.ts';
import { via } from '../support.ts';
import type { Exclusion } from './exclusion.ts';

const BEHIND = { where: 'behind', beside: [] } as const;

/** What your own distribution in front hides or forbids, and what writes to one place only. */
export const IN_FRONT: readonly Exclusion[] = [
  {
    ...BEHIND,
    id: 'distribution-private',
    on: ['rest', 'http', 'function-url'],
    lost: ['endpoint-private', 'custom-domain-private'],
    says: 'the distribution is public, and a private API cannot be its origin',
    becomes: 'no',
    page: PAGES.privateApis,
  },
  {
    ...BEHIND,
    id: 'distribution-vpc-endpoint',
    on: ['rest', 'http', 'function-url'],
    lost: ['vpc-endpoint-policy'],
    says: 'the distribution is public, and viewers use no VPC endpoint',
    becomes: 'no',
    page: PAGES.privateApis,
  },
  {
    ...BEHIND,
    id: 'distribution-addresses',
    on: ['rest', 'http', 'function-url'],
    lost: ['resource-policy'],
    // aws:SourceIp is who connects to the API.
    says: 'a policy of the API sees addresses of CloudFront, not of viewers',
    becomes: via(
      'IP sets of a web ACL on CloudFront',
      'a policy of the API sees addresses of CloudFront, not of viewers; who calls from which account or VPC is not seen there',
    ),
    page: PAGES.restPolicies,
  },
  {
    ...BEHIND,
    id: 'distribution-signs',
    on: ['function-url'],
    lost: ['auth-iam'],
    says: 'the distribution signs for its viewers, so IAM does not see who calls',
    becomes: 'no',
    page: PAGES.cloudfrontFunctionUrl,
  },
  {
    id: 'access-logs-one-place',
    on: ['rest'],
    lost: ['access-logs-firehose'],
    beside: ['access-logs-cw'],
    says: 'a stage writes its access logs to CloudWatch Logs or to Data Firehose',
    becomes: via('a subscription of the CloudWatch log group', 'a stage writes to one of the two, and you pay for both'),
    page: PAGES.restFirehose,
  },
];
