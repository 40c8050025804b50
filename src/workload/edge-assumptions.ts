/** What is assumed of a CloudFront distribution and of AWS WAF, wherever it stands. */
export const EDGE_ASSUMPTIONS = {
  'edge-no-hits': {
    field: 'edge.hitRatio',
    text: 'CloudFront caches nothing: a hit ratio of 0%.',
    because: 'edge.hitRatio is not stated, and a guess would make CloudFront look cheaper',
    source: null,
  },
  'edge-geography': {
    field: 'edge.geography',
    text: 'All viewers are in the CloudFront geography of the Region: {value}.',
    because: 'edge.geography is not stated',
    source: 'https://aws.amazon.com/cloudfront/pricing/',
  },
  'edge-blocked-free': {
    text: 'CloudFront does not bill requests that its web ACL blocks; AWS WAF does.',
    because: 'AWS announced it with effect from 25 October 2024',
    source: 'https://aws.amazon.com/about-aws/whats-new/2024/11/amazon-cloudfront-charges-requests-blocked-aws-waf/',
  },
  'edge-waf-region': {
    text: 'A web ACL for CloudFront is priced with the rates of us-east-1.',
    because: 'web ACLs of CloudFront scope exist only there',
    source: 'https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html',
  },
  'edge-payg': {
    field: 'edge.plan',
    text: 'CloudFront is priced pay-as-you-go, over HTTPS.',
    because: 'edge.plan names no flat-rate plan',
    source: 'https://aws.amazon.com/cloudfront/pricing/',
  },
  'edge-plan': {
    text: 'The {value} plan of CloudFront pays for requests, data both ways and AWS WAF, in every geography and past what it allows.',
    because:
      'AWS charges nothing for more; if that lasts for months it may serve from fewer or more distant places. AWS does not list data to the origin separately, nor the number of AWS WAF rules in each plan',
    source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html',
  },
  'waf-one-acl': {
    field: 'waf.webAcls',
    text: 'There is one web ACL.',
    because: 'waf.webAcls is not stated',
    source: 'https://aws.amazon.com/waf/pricing/',
  },
  'waf-none-unstated': {
    text: 'There are {value} in the web ACL.',
    because: 'the workload states none; each would add a fee for every month',
    source: 'https://aws.amazon.com/waf/pricing/',
  },
  'waf-base-fee': {
    field: 'waf.capacity',
    text: 'The web ACL has {value}.',
    because: 'waf does not state it; above that AWS WAF bills each request more',
    source: 'https://aws.amazon.com/waf/pricing/',
  },
  'bot-control-all': {
    field: 'waf.botControl.share',
    text: 'Bot Control inspects every request that the web ACL sees.',
    because: 'waf.botControl.share is not stated; a scope-down statement lowers it',
    source: 'https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-bot.html',
  },
} as const;
