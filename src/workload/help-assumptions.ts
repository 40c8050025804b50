/** What stands in for help that a candidate needs beside itself and the workload does not state. */
export const HELP_ASSUMPTIONS = {
  'help-authorizer': {
    field: 'auth.lambdaAuthorizer',
    text: 'The Lambda authorizer that a candidate needs in addition has 128 MB and runs for 10 ms.',
    because: 'auth.lambdaAuthorizer is not stated; no function has less memory',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html',
  },
  'help-function': {
    field: 'backend.lambda',
    text: 'The Lambda function that makes the call for the candidate has 128 MB and runs for 10 ms.',
    because: 'backend.lambda is not stated; no function has less memory',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html',
  },
  'help-counters': {
    text: 'Each request writes one counter of at most 1 KB in DynamoDB.',
    because: 'an HTTP API counts no client’s requests, so your own table must',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html',
  },
  'help-balancer': {
    field: 'backend.vpc',
    text: 'One Network Load Balancer stands in front of the service.',
    because: 'the candidate reaches a service in a VPC by a load balancer only, and backend.vpc is not stated',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-links-v2.html',
  },
  'help-rate-rule': {
    field: 'waf',
    text: 'The rule that a candidate needs in addition, by rate or by address, is the only one of its web ACL.',
    because: 'waf is not stated, and a rule stands in a web ACL',
    source: 'https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html',
  },
  'second-region-idle': {
    text: 'A second Region holds everything that is billed by the hour or the month here, at the rates of this Region, and is idle.',
    because: 'needs.multi-region-failover is yes; requests that it serves replace those of this Region',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/dns-failover.html',
  },
} as const;
