/** What AWS does not have in every Region, and the pages that say where. */
export const REGIONAL = {
  functionUrls: {
    what: 'Lambda function URLs',
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html',
      'https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-lambda.html',
    ],
  },
  responseStreaming: {
    what: 'response streaming of Lambda',
    sources: [
      'https://aws.amazon.com/about-aws/whats-new/2026/04/aws-lambda-response-streaming/',
      'https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html',
    ],
  },
  vpcLinks: {
    what: 'VPC links of version 2',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-links-v2.html',
      'https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-abp.html',
    ],
  },
  cloudMapLinks: {
    what: 'private integrations with AWS Cloud Map',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-links-v2.html',
      'https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-abp.html',
    ],
  },
  edgeOptimized: {
    what: 'edge-optimized APIs',
    sources: ['https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-abp.html'],
  },
  enhancedTls: {
    what: 'security policies that start with SecurityPolicy_',
    sources: ['https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-abp.html'],
  },
  distributions: {
    what: 'CloudFront distributions of the same account and boundary',
    sources: ['https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/setting-up-credentials.html'],
  },
  portals: {
    what: 'portals of API Gateway',
    sources: ['https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-abp.html'],
  },
} as const satisfies Record<string, { readonly what: string; readonly sources: readonly string[] }>;

export type Regional = keyof typeof REGIONAL;

/** Whether a Region has something: AWS says yes, AWS says no, or no page of AWS says either. */
export type Availability = 'yes' | 'no' | 'unknown';

interface RegionFacts extends Readonly<Record<Regional, Availability>> {
  /** What an account may send to all its APIs together at first: 10,000 a second with bursts of 5,000, or a quarter of both. */
  readonly accountLimits: 'usual' | 'quarter' | 'unknown';
}

/** A Region of which nothing was read. A new one starts from it, and a page of AWS turns each answer into yes or no. */
const UNREAD: RegionFacts = {
  accountLimits: 'unknown',
  functionUrls: 'unknown',
  responseStreaming: 'unknown',
  vpcLinks: 'unknown',
  cloudMapLinks: 'unknown',
  edgeOptimized: 'unknown',
  enhancedTls: 'unknown',
  distributions: 'unknown',
  portals: 'unknown',
};

/** What AWS has everywhere but in GovCloud, of Regions that were open when its pages were read (2026-11-22). */
const COMMERCIAL = { responseStreaming: 'yes', edgeOptimized: 'yes', enhancedTls: 'yes', distributions: 'yes', portals: 'yes' } as const;
/** AWS lists the Regions that have VPC links of version 2; what it does not list may be newer than the list. */
const LINKS = { vpcLinks: 'yes', cloudMapLinks: 'yes' } as const;
const URLS = { functionUrls: 'yes' } as const;
const NO_URLS = { functionUrls: 'no' } as const;
const USUAL = { ...UNREAD, ...COMMERCIAL, accountLimits: 'usual' } as const;
const QUARTER = { ...UNREAD, ...COMMERCIAL, accountLimits: 'quarter' } as const;
const GOVCLOUD = {
  ...UNREAD,
  ...NO_URLS,
  accountLimits: 'usual',
  cloudMapLinks: 'no',
  edgeOptimized: 'no',
  enhancedTls: 'no',
  distributions: 'no',
  portals: 'no',
} as const;

/** Every Region that has prices, one record each. */
export const REGIONS = {
  'us-east-1': { ...USUAL, ...LINKS, ...URLS },
  'us-east-2': { ...USUAL, ...LINKS, ...URLS },
  'us-west-1': { ...USUAL, ...LINKS, ...URLS },
  'us-west-2': { ...USUAL, ...LINKS, ...URLS },
  'us-gov-east-1': { ...GOVCLOUD, vpcLinks: 'no' },
  'us-gov-west-1': { ...GOVCLOUD, vpcLinks: 'yes' },
  'ca-central-1': { ...USUAL, ...LINKS, ...URLS },
  'sa-east-1': { ...USUAL, ...LINKS, ...URLS },
  'eu-central-1': { ...USUAL, ...LINKS, ...URLS },
  'eu-north-1': { ...USUAL, ...LINKS, ...URLS },
  'eu-west-1': { ...USUAL, ...LINKS, ...URLS },
  'eu-west-2': { ...USUAL, ...LINKS, ...URLS },
  'eu-west-3': { ...USUAL, ...LINKS, ...URLS },
  'me-south-1': { ...USUAL, ...LINKS, ...URLS },
  'ap-east-1': { ...USUAL, ...LINKS, ...URLS },
  'ap-northeast-1': { ...USUAL, ...LINKS, ...URLS },
  'ap-northeast-2': { ...USUAL, ...LINKS, ...URLS },
  'ap-northeast-3': { ...USUAL, ...URLS },
  'ap-south-1': { ...USUAL, ...LINKS, ...URLS },
  'ap-southeast-1': { ...USUAL, ...LINKS, ...URLS },
  'ap-southeast-2': { ...USUAL, ...LINKS, ...URLS },
  'af-south-1': { ...QUARTER, ...URLS },
  'eu-south-1': { ...QUARTER, ...URLS },
  'ap-southeast-3': { ...QUARTER, ...URLS },
  'me-central-1': { ...QUARTER, ...NO_URLS },
  'ap-south-2': { ...QUARTER, ...NO_URLS },
  'ap-southeast-4': { ...QUARTER, ...NO_URLS },
  'eu-south-2': { ...QUARTER, ...LINKS, ...NO_URLS },
  'eu-central-2': { ...QUARTER, ...NO_URLS },
  'il-central-1': { ...QUARTER, ...NO_URLS },
  'ca-west-1': { ...QUARTER, ...NO_URLS },
  'ap-southeast-5': { ...QUARTER, ...NO_URLS },
  'ap-southeast-7': { ...QUARTER, ...NO_URLS },
  'mx-central-1': { ...QUARTER, ...URLS },
  'ap-east-2': { ...QUARTER, ...NO_URLS },
  'ap-southeast-6': { ...QUARTER, ...NO_URLS },
} as const satisfies Record<string, RegionFacts>;

/** What is known of a Region; of one without a record, nothing. */
export function factsOf(region: string): RegionFacts {
  return Object.hasOwn(REGIONS, region) ? REGIONS[region as keyof typeof REGIONS] : UNREAD;
}

/** Where it is, in a few words: as the records of the Regions say. */
export function whereIs(regional: Regional): string {
  const at = (there: Availability) => Object.entries(REGIONS).flatMap(([region, facts]) => (facts[regional] === there ? [region] : []));
  const [lacking, unknown] = [at('no'), at('unknown')];
  const where = lacking.every((region) => region.startsWith('us-gov-')) && lacking.length > 1 ? 'AWS GovCloud' : lacking.join(', ');
  return [...(unknown.length > 0 ? ['in the Regions that AWS lists'] : []), ...(lacking.length > 0 ? [`not in ${where}`] : [])].join(', ');
}

/** The Regions with these limits of an account, in the order of the records. */
export function regionsWith(limits: RegionFacts['accountLimits']): readonly string[] {
  return Object.entries(REGIONS).flatMap(([region, { accountLimits }]) => (accountLimits === limits ? [region] : []));
}
