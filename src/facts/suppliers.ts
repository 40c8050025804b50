/**
 * What can supply a feature that a front door lacks, and what that does to the bill: a `setting` costs nothing,
 * `code` runs in a backend that is priced already (a little longer than stated), and something `billed` has a price
 * that an estimate holds only where the composition or the workload names it.
 */
export const SUPPLIERS = {
  'CloudFront Functions': 'billed',
  'IAM or a Lambda authorizer on $connect': 'setting',
  'IP sets of a web ACL on CloudFront': 'billed',
  'MessageCount and ConnectCount': 'setting',
  'X-Ray in the backend': 'billed',
  'X-Ray in your Lambda function': 'billed',
  CloudFront: 'billed',
  'a CloudFront distribution': 'billed',
  'a CloudFront distribution with that policy': 'billed',
  'a Lambda authorizer': 'billed',
  'a Lambda authorizer with counters in DynamoDB': 'billed',
  'a Lambda function': 'billed',
  'a Lambda function URL beside the API': 'billed',
  'a Lambda function or a presigned S3 URL': 'billed',
  'a Network Load Balancer in front of the service': 'billed',
  'a check in the backend': 'code',
  'a custom domain': 'setting',
  'a deployment by your pipeline': 'setting',
  'a generator that reads an OpenAPI file': 'setting',
  'a generator that reads the exported OpenAPI file': 'setting',
  'a load balancer in front of the service': 'billed',
  'a loop over the connections in your code': 'code',
  'a portal built from an OpenAPI file': 'setting',
  'a portal built from the exported OpenAPI file': 'setting',
  'a presigned S3 URL': 'billed',
  'a presigned S3 upload': 'billed',
  'a push when the work is done': 'code',
  'a queue behind the backend': 'billed',
  'a rate-based rule of AWS WAF': 'billed',
  'a rate-based rule of AWS WAF on the path': 'billed',
  'a rate-based rule of a web ACL on CloudFront': 'billed',
  'a request authorizer': 'billed',
  'a route to SQS, EventBridge or Step Functions': 'billed',
  'a routing rule of the domain': 'setting',
  'a rule that refuses other host names': 'setting',
  'a secret header over a private integration': 'code',
  'a small Lambda function': 'billed',
  'a subscription of the CloudWatch log group': 'billed',
  'a web ACL on CloudFront': 'billed',
  'an OpenAPI or Lambda target of AgentCore Gateway': 'billed',
  'an OpenAPI target of AgentCore Gateway': 'billed',
  'an answer at once with a job id': 'code',
  'an export and an import of its OpenAPI file': 'setting',
  'an integration of the $connect route': 'code',
  'code in the backend': 'code',
  'code in your servers': 'code',
  'compression in the backend or CloudFront': 'code',
  'counters in the backend': 'code',
  'descriptions in your OpenAPI file': 'setting',
  'error pages of CloudFront': 'billed',
  'headers set on the listener': 'setting',
  'invalidations of CloudFront': 'billed',
  'invocations of the $disconnect route': 'setting',
  'metrics of CloudFront': 'billed',
  'reserved concurrency of the function': 'setting',
  'security groups and rules on the source address': 'setting',
  'security groups on the source address': 'setting',
  'servers that hold the connections': 'billed',
  'several rules told apart by a header': 'setting',
  'targets that ECS registers': 'setting',
  'the targets of that load balancer, registered directly': 'setting',
  'weights of a Lambda alias': 'setting',
  'your own CloudFront distribution': 'billed',
} as const satisfies Record<string, 'setting' | 'code' | 'billed'>;

export type Supplier = keyof typeof SUPPLIERS;

/** Names of a CloudFront distribution, and of what each has without a price of its own. */
export const DISTRIBUTIONS: ReadonlySet<Supplier> = new Set([
  'CloudFront',
  'a CloudFront distribution',
  'a CloudFront distribution with that policy',
  'your own CloudFront distribution',
  'error pages of CloudFront',
]);

/** What one sets up on a distribution: nothing without one has it. */
export const ON_A_DISTRIBUTION: ReadonlySet<Supplier> = new Set([
  'CloudFront Functions',
  'invalidations of CloudFront',
  'metrics of CloudFront',
]);

/** The same of what stands in the web ACL of one. */
export const IN_A_WEB_ACL_OF_CLOUDFRONT: ReadonlySet<Supplier> = new Set([
  'IP sets of a web ACL on CloudFront',
  'a rate-based rule of a web ACL on CloudFront',
]);

/** All that a web ACL supplies, on a distribution or not. */
export const BY_WEB_ACL: ReadonlySet<Supplier> = new Set([
  ...IN_A_WEB_ACL_OF_CLOUDFRONT,
  'a rate-based rule of AWS WAF',
  'a rate-based rule of AWS WAF on the path',
  'a web ACL on CloudFront',
]);
