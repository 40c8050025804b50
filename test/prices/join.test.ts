// Which sku a row of AWS prices, and which rows are none of ours.
import { expect, test } from 'vitest';
import { joinerOf } from '../../src/intake/offers/join.ts';
import type { OfferRow } from '../../src/intake/offers/row.ts';
import { placeId } from '../../src/pricebook/place.ts';
import { ALL_SKUS, SKUS } from '../../src/pricebook/skus.ts';
import { GEOGRAPHY_PREFIXES, METERS, SERVICE_CODES, UNITS } from '../../src/pricebook/usage-types.ts';
import { awsBook } from '../price-book.ts';

const joiner = joinerOf(awsBook);

const row = (fields: Partial<OfferRow>): OfferRow => ({
  rateCode: 'NEWSKU.JRTCKXETXF.6YS6EN2CT7',
  service: 'AmazonApiGateway',
  region: 'eu-west-2',
  location: '',
  locationType: 'AWS Region',
  usageType: '',
  operation: '',
  termType: 'OnDemand',
  description: '',
  unit: 'Requests',
  currency: 'USD',
  price: '1',
  beginRange: '0',
  endRange: 'Inf',
  effectiveDate: '2026-09-01',
  ...fields,
});

function told(fields: Partial<OfferRow>): string {
  const joined = joiner.join(row(fields));
  return typeof joined === 'string' ? joined : `${joined.sku} in ${placeId(joined.place)} by ${joined.by}`;
}

test.each<readonly [expected: string, fields: Partial<OfferRow>]>([
  ['apigateway/rest-requests in eu-west-2 by usage-type', { usageType: 'EUW2-ApiGatewayRequest', operation: 'ApiGatewayRequest' }],
  ['apigateway/cache-1.6gb in eu-west-2 by usage-type', { usageType: 'EUW2-ApiGatewayCacheUsage:1.55GB', operation: 'RunInstances' }],
  ['apigateway/rest-requests in eu-west-2 by rate-code', { rateCode: 'Z5KFC4J7492YHH8P.JRTCKXETXF.NEWTIER', usageType: 'anything' }],
  ['elsewhere', { rateCode: 'Z5KFC4J7492YHH8P.JRTCKXETXF.NEWTIER', region: 'us-east-1' }],
  ['unknown', { usageType: 'EUW2-ApiGatewayRequest', operation: 'SomethingElse' }],
  ['unknown', { usageType: 'EUW2-ApiGatewayRequest', operation: 'ApiGatewayRequest', service: 'AWSLambda' }],
  ['elsewhere', { usageType: 'XXX1-ApiGatewayRequest', operation: 'ApiGatewayRequest', region: 'mars-1' }],
  // Two Regions whose prefixes are not to be guessed from their names.
  ['lambda/requests in ap-south-1 by usage-type', { service: 'AWSLambda', usageType: 'APS3-Request', region: 'ap-south-1' }],
  ['lambda/requests in eu-west-1 by usage-type', { service: 'AWSLambda', usageType: 'EU-Request', region: 'eu-west-1' }],
  // Files that state no Region code: the usage type stands in our sheet.
  ['data-transfer/out in us-east-1 by usage-type', { service: 'AWSDataTransfer', usageType: 'DataTransfer-Out-Bytes', region: null }],
  ['data-transfer/out in eu-west-2 by usage-type', { service: 'AWSDataTransfer', usageType: 'EUW2-DataTransfer-Out-Bytes', region: null }],
  // Only the operation tells the two load balancers apart.
  [
    'alb/lcu in us-east-1 by usage-type',
    { service: 'AWSELB', usageType: 'LCUUsage', operation: 'LoadBalancing:Application', region: 'us-east-1' },
  ],
  [
    'nlb/nlcu in us-east-1 by usage-type',
    { service: 'AWSELB', usageType: 'LCUUsage', operation: 'LoadBalancing:Network', region: 'us-east-1' },
  ],
  ['unknown', { service: 'AWSELB', usageType: 'LCUUsage', operation: 'LoadBalancing:Gateway', region: 'us-east-1' }],
  // Products whose names end like ours.
  ['unknown', { service: 'AWSELB', usageType: 'Outposts-LCUUsage', operation: 'LoadBalancing:Application', region: 'us-east-1' }],
  ['unknown', { service: 'AWSELB', usageType: 'ReservedLCUUsage', operation: 'LoadBalancing:Application', region: 'us-east-1' }],
  ['unknown', { service: 'AmazonDynamoDB', usageType: 'IA-ReadRequestUnits', region: 'us-east-1' }],
  ['unknown', { service: 'AmazonDynamoDB', usageType: 'EUW2-ReplWriteRequestUnits' }],
  ['unknown', { service: 'awswaf', usageType: 'EUW2-ShieldProtected-WebACLV2' }],
  ['unknown', { service: 'AWSQueueService', usageType: 'EUW2-Requests-FIFO-RBP' }],
  // Of events that share a usage type.
  [
    'eventbridge/custom-events in eu-west-2 by usage-type',
    { service: 'AWSEvents', usageType: 'EUW2-Event-64K-Chunks', operation: 'PutEvents' },
  ],
  ['unknown', { service: 'AWSEvents', usageType: 'EUW2-Event-64K-Chunks', operation: 'ReceivedPartnerEvents' }],
  // One usage type of two services.
  ['s3/put-requests in us-east-1 by usage-type', { service: 'AmazonS3', usageType: 'Requests-Tier1', region: 'us-east-1' }],
  ['sns/requests in us-east-1 by usage-type', { service: 'AmazonSNS', usageType: 'Requests-Tier1', region: 'us-east-1' }],
  // One thing with two names.
  ['sqs/requests in us-east-1 by usage-type', { service: 'AWSQueueService', usageType: 'Requests-RBP', region: 'us-east-1' }],
  ['sqs/requests in eu-west-1 by usage-type', { service: 'AWSQueueService', usageType: 'EU-Requests-Tier1', region: 'eu-west-1' }],
  // Geographies of CloudFront, and its rows of Regions.
  [
    'cloudfront/data-out in eu by usage-type',
    { service: 'AmazonCloudFront', usageType: 'EU-DataTransfer-Out-Bytes', region: null, locationType: '' },
  ],
  [
    'cloudfront/to-origin in asia-pacific by usage-type',
    { service: 'AmazonCloudFront', usageType: 'AP-DataTransfer-Out-OBytes', region: null },
  ],
  [
    'cloudfront/https-requests in south-africa by usage-type',
    { service: 'AmazonCloudFront', usageType: 'ZA-Requests-Tier2-HTTPS', region: null },
  ],
  ['elsewhere', { service: 'AmazonCloudFront', usageType: 'APS3-DataTransfer-Out-Bytes', region: 'ap-south-1' }],
  ['unknown', { service: 'AmazonCloudFront', usageType: 'Global-Requests-Tier1', region: null }],
  // What is counted, and not compared.
  ['elsewhere', { usageType: 'EUW2-ApiGatewayRequest', operation: 'ApiGatewayRequest', locationType: 'AWS Local Zone' }],
  ['reserved', { usageType: 'EUW2-ApiGatewayRequest', operation: 'ApiGatewayRequest', termType: 'Reserved' }],
  ['spot', { service: 'AmazonEC2', usageType: 'EUW2-SpotUsage:m5.large' }],
  ['currency', { usageType: 'CNN1-ApiGatewayRequest', operation: 'ApiGatewayRequest', region: 'cn-north-1', currency: 'CNY' }],
  ['free', { rateCode: 'VDPZYE3674YDGVPU.A429C66SYZ.6YS6EN2CT7', service: 'AWSLambda', usageType: 'EUW2-Request' }],
])('%s', (expected, fields) => {
  expect(told(fields)).toBe(expected);
});

test('every usage type that stands in a sheet leads to its sku', () => {
  const wrong = ALL_SKUS.flatMap((sku) =>
    awsBook.places(sku).flatMap((place) => {
      const rate = awsBook.rate(sku, place);
      if ('unavailable' in rate || rate.usageType === null || !('region' in place)) return [];
      const meter = METERS[sku];
      const service = SERVICE_CODES[SKUS[sku].service] ?? '';
      const found = told({ service, region: place.region, usageType: rate.usageType, operation: meter?.operation ?? '' });
      return found === `${sku} in ${place.region} by usage-type` ? [] : [`${sku} ${rate.usageType}: ${found}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test('every AWS rate code of the sheets belongs to one sku in one place', () => {
  const owners = new Map<string, Set<string>>();
  for (const sku of ALL_SKUS)
    for (const place of awsBook.places(sku)) {
      const rate = awsBook.rate(sku, place);
      if ('unavailable' in rate) continue;
      for (const { skuPriceId } of rate.tiers) {
        const product = skuPriceId?.split('.')[0];
        if (product) owners.set(product, (owners.get(product) ?? new Set()).add(`${sku} in ${placeId(place)}`));
      }
    }
  expect([...owners].filter(([, all]) => all.size > 1)).toEqual([]);
});

test('what has a usage type has a service code and a unit that AWS names, and every geography a prefix', () => {
  const lacking = ALL_SKUS.filter((sku) => {
    const meter = METERS[sku];
    return meter !== undefined && (!SERVICE_CODES[SKUS[sku].service] || ![...(UNITS[SKUS[sku].unit] ?? []), ...(meter.units ?? [])].length);
  });
  expect(lacking).toEqual([]);
  expect(Object.keys(GEOGRAPHY_PREFIXES)).toEqual(awsBook.geographies);
});
