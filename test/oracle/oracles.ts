/**
 * Dollars that somebody else computed: AWS's own worked examples, the AWS Pricing Calculator, and the golden tests of
 * infracost. USD as decimal strings, in the digits the source prints; sizes are binary unless a name says otherwise.
 */
interface Oracle {
  readonly region: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** What the source prints for each part. */
  readonly expected: readonly (readonly [part: string, amount: string])[];
  readonly total: string;
  readonly source: string;
  /** When the source was read, or the date it carries itself; null where neither is known. */
  readonly read: string | null;
}

const API_GATEWAY_PAGE = 'AWS API Gateway pricing page, worked example (https://aws.amazon.com/api-gateway/pricing/)';
const API_GATEWAY_READ = '2025-11-02 and 2026-09-20';
const INFRACOST = 'infracost v0.10 golden tests';
const INFRACOST_READ = '2024-07-01';
const CALCULATOR = 'AWS Pricing Calculator output, quoted in a public README';

export const ORACLES = {
  'aws-http-1': {
    region: 'us-east-1',
    inputs: { requests: '432000000', requestKB: '12', hoursPerMonth: '720' },
    expected: [
      ['first 300M', '300.00'],
      ['over 300M', '118.80'],
    ],
    total: '418.80',
    source: API_GATEWAY_PAGE,
    read: API_GATEWAY_READ,
  },
  'aws-rest-1': {
    region: 'us-east-1',
    inputs: { requests: '5000000', responseKB: '3' },
    expected: [
      ['calls', '17.50'],
      ['data transfer', '1.29'],
    ],
    total: '18.79',
    source: API_GATEWAY_PAGE,
    read: API_GATEWAY_READ,
  },
  'aws-websocket': {
    region: 'us-east-1',
    inputs: { users: '1000', hoursPerDay: '12', sentEachDay: '100', receivedEachDay: '500', messageKB: '3', hoursPerMonth: '720' },
    expected: [
      ['18M messages', '18.00'],
      ['21.6M minutes', '5.40'],
    ],
    total: '23.40',
    source: API_GATEWAY_PAGE,
    read: API_GATEWAY_READ,
  },
  'aws-cache-1.6': {
    region: 'us-east-1',
    inputs: { sizeGB: '1.6', hoursPerMonth: '720' },
    expected: [['cache', '27.36']],
    total: '27.36',
    source: API_GATEWAY_PAGE,
    read: API_GATEWAY_READ,
  },
  'aws-lambda-1': {
    region: 'us-east-1',
    inputs: { requests: '3000000', durationMs: '120', memoryMB: '1536', architecture: 'x86', alwaysFree: 'yes' },
    expected: [
      ['duration', '2.33'],
      ['requests', '0.40'],
    ],
    total: '2.73',
    source: 'AWS Lambda pricing page, worked example (https://aws.amazon.com/lambda/pricing/)',
    read: null,
  },
  /** The count of LCUs is the oracle, and the largest of the four is the count. */
  'aws-alb-1': {
    region: 'us-east-1',
    inputs: {
      newConnectionsPerSecond: '1',
      connectionSeconds: '120',
      requestsPerSecond: '5',
      decimalKilobytesPerSecond: '300',
      rules: '60',
    },
    expected: [
      ['new connections', '0.04'],
      ['active connections', '0.04'],
      ['processed bytes', '1.08'],
      ['rule evaluations', '0.25'],
    ],
    total: '1.08',
    source: 'AWS Elastic Load Balancing pricing page, example 1 (https://aws.amazon.com/elasticloadbalancing/pricing/)',
    read: '2026-09-20',
  },
  'ic-rest-21B': {
    region: 'us-east-1',
    inputs: { requests: '21000000000' },
    expected: [
      ['first 333M', '1165.50'],
      ['next 667M', '1867.60'],
      ['next 19B', '45220.00'],
      ['over 20B', '1510.00'],
    ],
    total: '49763.10',
    source: INFRACOST,
    read: INFRACOST_READ,
  },
  'ic-http-1B': {
    region: 'us-east-1',
    inputs: { requests: '1000000000', requestKB: '512' },
    expected: [
      ['first 300M', '300.00'],
      ['over 300M', '630.00'],
    ],
    total: '930.00',
    source: INFRACOST,
    read: INFRACOST_READ,
  },
  'ic-websocket': {
    region: 'us-east-1',
    inputs: { messages: '1500000000', messageKB: '32', minutes: '10000000' },
    expected: [
      ['first 1B messages', '1000.00'],
      ['over 1B messages', '400.00'],
      ['minutes', '2.50'],
    ],
    total: '1402.50',
    source: INFRACOST,
    read: INFRACOST_READ,
  },
  'ic-cache-0.5': {
    region: 'us-east-1',
    inputs: { sizeGB: '0.5', hoursPerMonth: '730' },
    expected: [['cache', '14.60']],
    total: '14.60',
    source: INFRACOST,
    read: INFRACOST_READ,
  },
  'ic-cache-237': {
    region: 'us-east-1',
    inputs: { sizeGB: '237', hoursPerMonth: '730' },
    expected: [['cache', '2774.00']],
    total: '2774.00',
    source: INFRACOST,
    read: INFRACOST_READ,
  },
  'ic-logs': {
    region: 'us-east-1',
    inputs: { ingestGB: '1000', storageGB: '500' },
    expected: [
      ['ingestion', '500.00'],
      ['storage', '15.00'],
    ],
    total: '515.00',
    source: INFRACOST,
    read: INFRACOST_READ,
  },
  'ic-vpce': {
    region: 'us-east-1',
    inputs: { hours: '730', zones: '1', GB: '1000' },
    expected: [
      ['data', '10.00'],
      ['hours', '7.30'],
    ],
    total: '17.30',
    source: INFRACOST,
    read: INFRACOST_READ,
  },
  'ic-waf-no-usage': {
    region: 'us-east-1',
    inputs: { webAcls: '1', rules: '1', ruleGroups: '1', managedGroups: '1', requests: '0' },
    expected: [
      ['web ACL', '5.00'],
      ['rule', '1.00'],
      ['own rule group', '1.00'],
      ['managed rule group', '1.00'],
    ],
    total: '8.00',
    source: INFRACOST,
    read: INFRACOST_READ,
  },
  'calc-rest-300k': {
    region: 'us-east-1',
    inputs: { requests: '300000' },
    expected: [['requests', '1.05']],
    total: '1.05',
    source: CALCULATOR,
    read: null,
  },
  'calc-http-1M': {
    region: 'us-east-1',
    inputs: { requests: '1000000', requestKB: '34' },
    expected: [['requests', '1.00']],
    total: '1.00',
    source: CALCULATOR,
    read: null,
  },
  /** The total is rounded once, from the parts before rounding. */
  'calc-cloudfront-5GB': {
    region: 'us',
    inputs: { dataOutGB: '5', httpsRequests: '100000', toOriginGB: '5' },
    expected: [
      ['data out', '0.425'],
      ['requests', '0.10'],
      ['to origin', '0.10'],
    ],
    total: '0.63',
    source: CALCULATOR,
    read: null,
  },
} as const satisfies Readonly<Record<string, Oracle>>;

export type OracleId = keyof typeof ORACLES;
