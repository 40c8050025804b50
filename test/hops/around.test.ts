// What stands around an API: logs, metrics, traces, endpoints, transfer, services and stores. By hand, at each increment.
import { describe, expect, test } from 'vitest';
import { articleBook } from '../price-book.ts';
import { billed, journey, metered } from './metered.ts';

// 1,048,576 entries of 1 KB are a GB.
const GB = 1_048_576;

describe('access logs', () => {
  test('have an entry for each request that arrives, refused ones included', () => {
    const yaml = `traffic: { requests: ${GB}, fates: { unauthorized: 50% } }\nobservability: { accessLogs: { bytes: 1 KB } }`;
    expect(metered('http', 'access-logs', yaml)).toEqual([
      'logs/ingest 1 GB (access logs)',
      'not priced: storage of access logs, observability.accessLogs.retention is not stated [observability.accessLogs.retention]',
    ]);
    expect(billed('rest+cloudfront', 'access-logs', `${yaml}\nedge: { hitRatio: 100% }`)).toEqual(['logs/ingest 0.5 GB']);
    expect(billed('http', 'access-logs', yaml, articleBook)).toEqual(['logs/ingest 1.048576 GB']);
  });

  test('are stored at 15% of their size, for as long as they are kept', () => {
    // 73 of 730 hours: a tenth of a month.
    const yaml = `traffic: { requests: ${GB}00 }\nobservability: { accessLogs: { bytes: 1 KB, retention: 73 h } }`;
    expect(metered('rest', 'access-logs', yaml)).toEqual([
      'logs/ingest 100 GB (access logs)',
      'logs/storage 1.5 GB-months (access logs, once they have been kept for the whole retention)',
      'assumed log-compression',
    ]);
  });

  test('of a WebSocket API have one for each connect, disconnect and message in', () => {
    // 365 sessions and 1,000 messages: 1,730 entries of a 1,000th of a GB of the article's kind.
    const yaml = (session: string) =>
      `hoursPerMonth: 730\nrealtime: { connections: 1${session}, inbound: { rate: 1000/month }, outbound: { rate: 9/s } }\nobservability: { accessLogs: { bytes: 1 MB } }`;
    expect(metered('websocket', 'access-logs', yaml(''), articleBook)).toEqual([
      'logs/ingest 1.73 GB (access logs)',
      'not priced: storage of access logs, observability.accessLogs.retention is not stated [observability.accessLogs.retention]',
      'assumed realtime-two-hour-sessions',
    ]);
    expect(billed('websocket', 'access-logs', yaml(', sessionLength: 1 h'), articleBook)).toEqual(['logs/ingest 2.46 GB']);
    expect(metered('http', 'access-logs', 'traffic: { requests: 0 }\nobservability: { accessLogs: { bytes: 1 KB } }')).toEqual([]);
  });
});

test('access logs of a load balancer are vended logs', () => {
  const yaml = `traffic: { requests: ${GB} }\nobservability: { accessLogs: { bytes: 1 KB, retention: 73 h } }`;
  expect(metered('alb', 'access-logs', yaml)).toEqual([
    'logs/vended 1 GB (access logs)',
    'logs/storage 0.015 GB-months (access logs, once they have been kept for the whole retention)',
    'assumed log-compression',
    'assumed alb-logs-vended',
  ]);
});

describe('execution logs', () => {
  const logs = (fields: string, traffic = `requests: ${GB}`) => `traffic: { ${traffic} }\nobservability: { executionLogs: { ${fields} } }`;
  const STORAGE =
    'not priced: storage of execution logs, observability.executionLogs.retention is not stated [observability.executionLogs.retention]';

  test('at level info take what is said, or 1,536 bytes, or 6,144 with data tracing', () => {
    expect(metered('rest', 'execution-logs', logs('level: info, bytes: 2 KB'))).toEqual(['logs/ingest 2 GB (execution logs)', STORAGE]);
    expect(metered('rest', 'execution-logs', logs('level: info'))).toEqual([
      'logs/ingest 1.5 GB (execution logs)',
      STORAGE,
      'assumed execution-log-bytes: 1,536 bytes',
    ]);
    expect(metered('rest', 'execution-logs', logs('level: info, dataTrace: yes'))).toEqual([
      'logs/ingest 6 GB (execution logs)',
      STORAGE,
      'assumed execution-log-bytes: 6,144 bytes',
    ]);
  });

  test('at level error are of those that fail; how many must be said', () => {
    expect(billed('rest', 'execution-logs', logs('level: error, bytes: 1 KB, errors: 25%'))).toEqual(['logs/ingest 0.25 GB']);
    expect(billed('rest', 'execution-logs', logs('level: info, bytes: 1 KB, errors: 25%'))).toEqual(['logs/ingest 1 GB']);
    expect(metered('rest', 'execution-logs', logs('level: error, bytes: 1 KB'))).toEqual([
      'not priced: execution logs, observability.executionLogs.errors is not stated [observability.executionLogs.errors]',
    ]);
    expect(metered('rest', 'execution-logs', logs('level: error, bytes: 1 KB, errors: 0%'))).toEqual([]);
  });

  test('by a log delivery are vended logs, of REST APIs only', () => {
    expect(metered('rest', 'execution-logs', logs('level: info, bytes: 2 KB, delivery: log-group, retention: 730 h'))).toEqual([
      'logs/vended 2 GB (execution logs)',
      'logs/storage 0.3 GB-months (execution logs, once they have been kept for the whole retention)',
      'assumed log-compression',
    ]);
    expect(metered('rest', 'execution-logs', logs('level: info, bytes: 2 KB, delivery: s3, retention: 730 h'))).toEqual([
      'logs/vended-s3 2 GB (execution logs)',
      'not priced: execution logs at S3, what they cost there is not priced',
    ]);
    expect(billed('rest', 'execution-logs', logs('level: info, bytes: 2 KB, delivery: firehose'))).toEqual(['logs/vended-firehose 2 GB']);
    const connections = 'realtime: { connections: 1 }\nobservability: { executionLogs: { level: info, delivery: s3 } }';
    expect(journey('websocket', connections).hops.map(({ id }) => id)).not.toContain('execution-logs');
    expect(journey('websocket', connections).candidate.lacks(journey('websocket', connections).month.workload)).toEqual([
      { what: 'execution logs by a log delivery', because: 'a WebSocket API has standard logging only' },
    ]);
  });

  test('are stored, and of a WebSocket API depend on how long a session is', () => {
    expect(metered('rest', 'execution-logs', logs('level: info, bytes: 1 KB, retention: 730 h'))).toEqual([
      'logs/ingest 1 GB (execution logs)',
      'logs/storage 0.15 GB-months (execution logs, once they have been kept for the whole retention)',
      'assumed log-compression',
    ]);
    const websocket = 'hoursPerMonth: 730\nrealtime: { connections: 1 }\nobservability: { executionLogs: { level: info, bytes: 1 MB } }';
    expect(metered('websocket', 'execution-logs', websocket, articleBook)).toEqual([
      'logs/ingest 0.73 GB (execution logs)',
      STORAGE,
      'assumed realtime-two-hour-sessions',
    ]);
  });
});

test.each([
  ['rest', 'traffic: { requests: 1 }', 50, 5],
  ['rest+cache', 'traffic: { requests: 1 }\ncache: { size: 0.5 GB, hitRatio: 10% }', 70, 7],
  ['http', 'traffic: { requests: 1 }', 60, 6],
  ['websocket', 'realtime: { connections: 1 }', 60, 6],
])('ten routes of %s have so many metrics', (candidate, yaml, metrics, each) => {
  expect(metered(candidate, 'detailed-metrics', `${yaml}\nobservability: { detailedMetrics: { routes: 10 } }`)).toEqual([
    `cloudwatch/metrics ${metrics} metrics (${each} metrics of each of 10 routes)`,
    'assumed metrics-all-month',
  ]);
});

describe('X-Ray', () => {
  const traced = (candidate: string, fields: string, yaml = 'traffic: { requests: 1000, fates: { unauthorized: 20% } }') =>
    metered(candidate, 'xray', `${yaml}\nobservability: { xray: { ${fields} } }`);

  test('a REST API samples what arrives; the backend of another what gets there', () => {
    expect(traced('rest', 'sampling: 5%')).toEqual(['xray/traces-recorded 50 traces (sampled by the gateway)']);
    expect(traced('http', 'sampling: 5%')).toEqual(['xray/traces-recorded 40 traces (sampled by the backend)']);
  });
  test('what is looked at is billed apart', () => {
    expect(traced('rest', 'sampling: 0%, retrieved: 10/hour')).toEqual(['xray/traces-retrieved 7300 traces']);
    expect(traced('rest', 'sampling: 0%, retrieved: 0')).toEqual([]);
  });
  test('of a WebSocket API it samples connects, disconnects and messages in', () => {
    expect(traced('websocket', 'sampling: 10%', 'realtime: { connections: 1 }')).toEqual([
      'xray/traces-recorded 73 traces (sampled by the backend)',
      'assumed lifecycle-routes',
      'assumed realtime-two-hour-sessions',
    ]);
  });
});

describe('a portal', () => {
  const portal = (fields: string) => metered('rest', 'portal', `traffic: { requests: 1 }\nportal: { ${fields} }`);
  const ONE = 'apigateway/portal 1 portals (ten products are in its price)';
  test.each([
    [9, [ONE]],
    [10, [ONE]],
    [11, [ONE, 'apigateway/portal-products 1 products']],
    [25, [ONE, 'apigateway/portal-products 15 products']],
  ] as const)('has ten products in its price: %d', (products, expected) => {
    expect(portal(`products: ${products}`)).toEqual(expected);
  });
  test('is assumed to have no more', () => {
    expect(portal('')).toEqual([ONE, 'assumed portal-ten-products']);
  });
});

describe('a private endpoint', () => {
  const endpoint = (fields: string, traffic = `requests: ${GB}, request: 1 KB, response: 2 KB`) =>
    metered(
      'rest-private',
      'private-endpoint',
      `traffic: { ${traffic} }\nneeds: { endpoint-private: yes }\nprivateEndpoint: { ${fields} }`,
    );

  test('is billed for each zone and hour, and for bytes both ways', () => {
    expect(endpoint('endpoints: 2, zones: 3')).toEqual([
      'privatelink/endpoint-hours 4380 hours (3 zones)',
      'privatelink/data 3 GB (requests and responses)',
      'assumed endpoint-no-transfer',
    ]);
    expect(endpoint('sharedBy: 4')).toEqual([
      'privatelink/endpoint-hours 365 hours (2 zones, one of 4 that share it)',
      'privatelink/data 3 GB (requests and responses)',
      'assumed endpoint-two-zones',
      'assumed endpoint-no-transfer',
    ]);
  });
  test('says what of the bytes it does not know', () => {
    expect(endpoint('zones: 1', 'requests: 10')).toEqual([
      'privatelink/endpoint-hours 730 hours (1 zones)',
      'incomplete privatelink/data not-stated: traffic.request is not stated',
      'not priced: responses through the VPC endpoint, traffic.response is not stated [traffic.response]',
      'assumed endpoint-no-transfer',
    ]);
    expect(endpoint('zones: 1', `requests: ${GB}, response: 1 KB, fates: { throttled: 50% }`)).toEqual([
      'privatelink/endpoint-hours 730 hours (1 zones)',
      'privatelink/data 0.5 GB (requests and responses)',
      'incomplete privatelink/data not-stated: traffic.request is not stated',
      'assumed endpoint-no-transfer',
    ]);
  });
});

describe('transfer out', () => {
  test('is of responses; refusals and preflights have none', () => {
    const yaml = (fates: string) => `traffic: { requests: ${GB}, response: 1 KB${fates} }`;
    expect(metered('http', 'egress', yaml(''))).toEqual(['data-transfer/out 1 GB', 'assumed refusals-small']);
    expect(billed('http', 'egress', yaml(', fates: { preflight: 25%, throttled: 25% }'))).toEqual(['data-transfer/out 0.5 GB']);
    // Nobody blocks an attack, so that it gets its answer.
    expect(billed('http', 'egress', yaml(', fates: { blocked: 50% }'))).toEqual(['data-transfer/out 1 GB']);
    expect(metered('http', 'egress', yaml(', fates: { throttled: 100% }'))).toEqual([]);
    // What the cache answers, the client gets all the same.
    expect(billed('rest+cache', 'egress', `${yaml('')}\ncache: { size: 0.5 GB, hitRatio: 50% }`)).toEqual(['data-transfer/out 1 GB']);
    expect(metered('http', 'egress', 'traffic: { requests: 10 }')).toEqual([
      'not priced: data transfer out, traffic.response is not stated [traffic.response]',
    ]);
  });
  test('of a WebSocket API is of what is pushed, and fanned out', () => {
    const sizes = (inbound: string, outbound: string, more = '') =>
      `realtime: { connections: ${GB}, inbound: { rate: 1/month${inbound} }, outbound: { rate: 2/month${outbound} }, fanOut: 3${more} }`;
    expect(metered('websocket', 'egress', sizes(', size: 1 KB', ', size: 1 KB'))).toEqual(['data-transfer/out 5 GB']);
    expect(metered('websocket', 'egress', sizes('', ''))).toEqual([
      'not priced: data transfer out of outbound messages, realtime.outbound.size is not stated [realtime.outbound.size]',
      'not priced: data transfer out of fan-out messages, realtime.inbound.size is not stated [realtime.inbound.size]',
    ]);
    expect(metered('websocket', 'egress', sizes('', ', size: 1 KB'))).toEqual([
      'data-transfer/out 2 GB',
      'not priced: data transfer out of fan-out messages, realtime.inbound.size is not stated [realtime.inbound.size]',
    ]);
    expect(metered('websocket', 'egress', 'realtime: { connections: 1, inbound: { rate: 1/s, size: 1 KB } }')).toEqual([]);
  });
});

describe('services that an API calls by itself', () => {
  const calls = (service: string, bytes: string, count = 1000) =>
    `traffic: { requests: ${count}${bytes === '' ? '' : `, request: ${bytes}`} }\nbackend: { service: { ${service} } }`;
  const EMPTIED = 'not priced: receiving the messages, whatever empties the queue is not in the workload';

  test.each([
    [1, ''],
    [64 * 1024 - 1, ''],
    [64 * 1024, ''],
    [64 * 1024 + 1, ' as 2000'],
    [128 * 1024, ' as 2000'],
    [128 * 1024 + 1, ' as 3000'],
  ])('SQS and EventBridge count every started 64 KB: %d bytes', (bytes, as) => {
    expect(metered('rest', 'sqs', calls('name: sqs', `${bytes} B`))).toEqual([
      `sqs/requests 1000 messages${as} (one for each started 64 KB sent)`,
      EMPTIED,
    ]);
    expect(metered('rest', 'eventbridge', calls('name: eventbridge', `${bytes} B`))).toEqual([
      `eventbridge/custom-events 1000 events${as} (one for each started 64 KB)`,
    ]);
  });

  test('of unknown size they are taken to fit; nothing called is nothing billed', () => {
    expect(metered('rest', 'sqs', calls('name: sqs', ''))).toEqual([
      'sqs/requests 1000 messages (one for each started 64 KB sent)',
      EMPTIED,
      'assumed service-payload-fits',
    ]);
    expect(metered('rest', 'eventbridge', calls('name: eventbridge', ''))).toEqual([
      'eventbridge/custom-events 1000 events (one for each started 64 KB)',
      'assumed service-payload-fits',
    ]);
    expect(metered('rest', 'sqs', calls('name: sqs', '1 KB', 0))).toEqual([]);
  });

  test('a Standard workflow is billed by the transition', () => {
    expect(metered('rest', 'step-functions-standard', calls('name: step-functions-standard, transitions: 5', '1 KB'))).toEqual([
      'step-functions/standard-transitions 5000 transitions',
    ]);
  });

  test.each([
    ['100 ms', '64 MB', '6.25', '64 MB for 100 ms'],
    ['100.1 ms', '64 MB', '12.5', '64 MB for 200 ms'],
    ['99 ms', '63 MB', '6.25', '64 MB for 100 ms'],
    ['100 ms', '65 MB', '12.5', '128 MB for 100 ms'],
    ['1000 ms', '1 GB', '1000', '1,024 MB for 1,000 ms'],
  ])('an Express workflow of %s and %s in steps of 100 ms and 64 MB', (duration, memory, seconds, note) => {
    const yaml = calls(`name: step-functions-express, duration: ${duration}, memory: ${memory}`, '');
    expect(metered('rest', 'step-functions-express', yaml)).toEqual([
      'step-functions/express-requests 1000 requests',
      `step-functions/express-duration ${seconds} GB-seconds (${note})`,
    ]);
  });

  test('an Express workflow of unknown memory is taken for the smallest', () => {
    expect(metered('rest', 'step-functions-express', calls('name: step-functions-express, duration: 1 ms', '')).slice(1)).toEqual([
      'step-functions/express-duration 6.25 GB-seconds (64 MB for 100 ms)',
      'assumed express-64mb',
    ]);
  });

  test('a WebSocket API calls them for messages in', () => {
    const yaml =
      'realtime: { connections: 10, inbound: { rate: 100/month, size: 65 KB }, outbound: { rate: 1/s } }\nbackend: { service: { name: sqs } }';
    expect(billed('websocket', 'sqs', yaml)).toEqual(['sqs/requests 1000 messages as 2000']);
  });
});

describe('the store of connections', () => {
  // One connection in sessions of two hours: 365 connects and as many disconnects; 1,000 messages in, 500 pushed.
  const store = (item: number | null, fanOut = '', rates = ['1000', '500']) =>
    metered(
      'websocket',
      'connection-store',
      `realtime: { connections: 1, sessionLength: 2 h, inbound: { rate: ${rates[0]}/month }, outbound: { rate: ${rates[1]}/month }${fanOut}${item === null ? '' : `, connectionStore: { item: ${item} B }`} }`,
    );
  const WRITES = (units: number) => `dynamodb/write-request-units ${units} WRUs (connections, at connect and disconnect)`;
  const READS = (units: number) => `dynamodb/read-request-units ${units} RRUs (the connection of each message pushed)`;

  test.each([
    [1, 730, 250],
    [1023, 730, 250],
    [1024, 730, 250],
    [1025, 1460, 250],
    [4095, 2920, 250],
    [4096, 2920, 250],
    [4097, 3650, 500],
  ])('writes every started KB and reads every started 4 KB at half a unit: %d bytes', (bytes, writes, reads) => {
    expect(store(bytes)).toEqual([WRITES(writes), READS(reads), 'assumed store-eventual']);
  });

  test('finds all connections of a fan-out in one query', () => {
    const fanned = (units: number) => `dynamodb/read-request-units ${units} RRUs (the connections of each fan-out, in one query)`;
    // 8 × 512 bytes are 4 KB: half a unit; 9 are more: one.
    expect(store(512, ', fanOut: 8')).toEqual([WRITES(730), READS(250), fanned(500), 'assumed store-eventual']);
    expect(store(512, ', fanOut: 9')).toEqual([WRITES(730), READS(250), fanned(1000), 'assumed store-eventual']);
    expect(store(512, ', fanOut: 0')).toEqual([WRITES(730), READS(250), 'assumed store-eventual']);
  });

  test('where nothing is pushed, nothing is read; where no session is stated, two hours are', () => {
    expect(store(512, '', ['1000', '0'])).toEqual([WRITES(730), 'assumed store-eventual']);
    expect(metered('websocket', 'connection-store', 'realtime: { connections: 1, connectionStore: { item: 1 KB } }')).toEqual([
      WRITES(730),
      'assumed store-eventual',
      'assumed realtime-two-hour-sessions',
    ]);
  });

  test('that nobody states is not priced, where something is pushed', () => {
    const unstated = [
      'not priced: the store of connections that are pushed to, realtime.connectionStore is not stated [realtime.connectionStore]',
    ];
    expect(store(null)).toEqual(unstated);
    expect(store(null, ', fanOut: 2', ['1', '0'])).toEqual(unstated);
    expect(store(null, '', ['1000', '0'])).toEqual([]);
  });
});
