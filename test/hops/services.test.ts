// What AWS services that an API calls by itself are billed for, and the network of a function in a VPC. By hand.
import { describe, expect, test } from 'vitest';
import { billed, metered } from './metered.ts';

const traffic = (requests: string, more = '') => `traffic: { requests: ${requests}${more} }`;
const service = (fields: string) => `\nbackend: { service: { ${fields} } }`;

describe('records of Kinesis', () => {
  // A month of 730 hours has 2,628,000 seconds: a shard takes 2,628M records of it.
  const records = (requests: string, fields = '', more = ', request: 1 KB') =>
    metered('http', 'kinesis', `${traffic(requests, more)}${service(`name: kinesis${fields}`)}`);

  test('shards by the hour, and payload units of 25 KB', () => {
    expect(records('1000', ', shards: 2', ', request: 25601 B')).toEqual([
      'kinesis/shard-hours 1460 hours (2 shards)',
      'kinesis/put-payload-units 1000 records as 2000 (one for each started 25 KB of a record)',
    ]);
    expect(records('1000', ', shards: 1', '')).toEqual([
      'kinesis/shard-hours 730 hours (1 shard)',
      'kinesis/put-payload-units 1000 records (one for each started 25 KB of a record)',
      'assumed kinesis-record-fits',
    ]);
  });

  test('as few shards as the average load needs, by records or by bytes', () => {
    const shards = (requests: string, more: string) => records(requests, '', more).slice(0, 2);
    expect(shards('2628M', ', request: 1 KB')).toEqual(['kinesis/shard-hours 730 hours (1 shard)', 'assumed kinesis-fewest-shards: 1']);
    expect(shards('2629M', ', request: 1 KB')[1]).toBe('assumed kinesis-fewest-shards: 2');
    // 10 KB of 2,628M records are 10,000 KB a second, which is 9.77 MB.
    expect(shards('2628M', ', request: 10 KB')[1]).toBe('assumed kinesis-fewest-shards: 10');
  });

  test('a stream without a record is billed all the same', () => {
    expect(records('0')).toEqual(['kinesis/shard-hours 730 hours (1 shard)', 'assumed kinesis-fewest-shards: 1']);
  });
});

test('a record of Data Firehose counts as the next 5 KB', () => {
  const ingested = (size: string) => billed('rest', 'firehose', `${traffic('1048576', `, request: ${size}`)}${service('name: firehose')}`);
  expect(ingested('1 KB')).toEqual(['firehose/data 5 GB']);
  expect(ingested('5 KB')).toEqual(['firehose/data 5 GB']);
  expect(ingested('5121 B')).toEqual(['firehose/data 10 GB']);
  expect(metered('rest', 'firehose', `${traffic('1048576')}${service('name: firehose')}`).at(-1)).toBe('assumed firehose-record-fits');
});

test('SNS counts every started 64 KB', () => {
  expect(billed('rest', 'sns', `${traffic('1000', ', request: 65 KB')}${service('name: sns')}`)).toEqual([
    'sns/requests 1000 messages as 2000',
  ]);
});

describe('items of DynamoDB', () => {
  const items = (fields: string, more: string) =>
    metered('rest', 'dynamodb', `${traffic('1000', more)}${service(`name: dynamodb${fields}`)}`);

  test('a unit for each started KB that is written', () => {
    expect(items('', ', request: 2049 B, response: 9 KB')).toEqual([
      'dynamodb/write-request-units 1000 writes as 3000 (one for each started KB of the request)',
      'assumed dynamodb-item-is-body',
      'assumed service-writes',
      'not priced: storage of the items, how long they are kept is not in the workload',
    ]);
  });

  test('half a unit for each started 4 KB that is read', () => {
    expect(items(', action: read', ', request: 9 KB, response: 4097 B')[0]).toBe(
      'dynamodb/read-request-units 1000 reads (half of one for each started 4 KB of the response)',
    );
    expect(items(', action: read', '').slice(0, 3)).toEqual([
      'dynamodb/read-request-units 1000 reads as 500 (half of one for each started 4 KB of the response)',
      'assumed dynamodb-item-is-body',
      'assumed dynamodb-item-fits',
    ]);
  });
});

test('S3 has a price to write and one to read', () => {
  const requests = (fields: string) => billed('rest', 's3', `${traffic('1000')}${service(`name: s3${fields}`)}`);
  expect(requests(', action: write')).toEqual(['s3/put-requests 1000 requests']);
  expect(requests(', action: read')).toEqual(['s3/get-requests 1000 requests']);
});

test('AppConfig bills a request, and each configuration that is received', () => {
  const asked = (fields: string) => metered('http', 'appconfig', `${traffic('1000')}${service(`name: appconfig${fields}`)}`);
  expect(asked(', received: 2%')).toEqual(['appconfig/requests 1000 requests', 'appconfig/configurations 20 configurations']);
  expect(asked(', received: 0%')).toEqual(['appconfig/requests 1000 requests']);
  expect(asked('')).toEqual([
    'appconfig/requests 1000 requests',
    'appconfig/configurations 1000 configurations',
    'assumed appconfig-received',
  ]);
});

describe('a function in a VPC', () => {
  const network = (vpc: string, requests = '1048576') =>
    metered('http', 'function-network', `${traffic(requests)}\nbackend: { lambda: { memory: 1 GB, duration: 1 s, vpc: { ${vpc} } } }`);

  test('a NAT gateway in each zone with its address, and what invocations send through it', () => {
    expect(network('nat: { zones: 2, data: 3 KB, sharedBy: 4 }')).toEqual([
      'nat-gateway/hours 365 hours (2 zones, one of 4 that share it)',
      'nat-gateway/data 3 GB (what invocations send and receive)',
      'vpc/public-ipv4 365 hours (one address of each NAT gateway)',
      'not priced: data transfer behind the NAT gateway, what of it goes out to the internet, or to another zone, is not in the workload',
    ]);
  });

  test('what is not stated of it is assumed, or makes the total a lower bound', () => {
    expect(network('nat: {}').slice(0, 4)).toEqual([
      'nat-gateway/hours 730 hours (1 zone)',
      'incomplete nat-gateway/data not-stated: backend.lambda.vpc.nat.data is not stated',
      'vpc/public-ipv4 730 hours (one address of each NAT gateway)',
      'assumed nat-one-zone',
    ]);
    expect(network('nat: { zones: 0 }')).toEqual([]);
  });

  test('an endpoint for each service in each zone', () => {
    expect(network('endpoints: { services: 3, zones: 2, data: 1 KB }')).toEqual([
      'privatelink/endpoint-hours 4380 hours (of the function, 3 in 2 zones)',
      'privatelink/data 1 GB (what invocations send and receive)',
    ]);
    expect(network('endpoints: { data: 0 B }')).toEqual([
      'privatelink/endpoint-hours 1460 hours (of the function, 1 in 2 zones)',
      'assumed function-endpoint-one-service',
      'assumed function-endpoint-two-zones',
    ]);
  });

  test('nothing of it stated is said', () => {
    expect(network('')).toEqual([
      'not priced: a NAT gateway or VPC endpoints of the function, the function is in a VPC, and backend.lambda.vpc states neither [backend.lambda.vpc]',
    ]);
  });
});

test('Cloud Map in place of a load balancer bills what you register', () => {
  const found = (fields: string, candidate = 'http') =>
    metered(candidate, 'cloud-map', `${traffic('1000')}\nbackend: { vpc: { balancer: none${fields} } }`);
  expect(found(', registered: 3')[0]).toBe('cloud-map/resources 3 months');
  expect(found('')[0]).toBe('assumed cloud-map-by-ecs');
  // A REST API reaches it by a load balancer only.
  expect(billed('rest', 'nlb', `${traffic('1000')}\nbackend: { vpc: { balancer: none } }`)[0]).toBe('nlb/hours 730 hours');
});
