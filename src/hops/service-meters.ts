import { decimal, increments, max, ONE, quotient, sum, ZERO, type Decimal } from '../money/decimal.ts';
import { formatQuantity } from '../money/format.ts';
import { gigabyte, toBytes } from '../workload/units.ts';
import type { Metered } from './hop.ts';
import { besides, started, used, type Calls } from './service-calls.ts';

// SQS, EventBridge and SNS count every started 64 KB: https://aws.amazon.com/sqs/pricing/, https://aws.amazon.com/eventbridge/pricing/,
// https://aws.amazon.com/sns/pricing/
const CHUNK_KB = '64';
// Express workflows are billed in steps of 100 ms and 64 MB: https://aws.amazon.com/step-functions/pricing/
const EXPRESS_MS = decimal('100');
const EXPRESS_MB = decimal('64');
const MB_MS_IN_A_GB_SECOND = decimal('1024000');
// A payload unit is a started 25 KB of a record: https://aws.amazon.com/kinesis/data-streams/pricing/
const PAYLOAD_UNIT_KB = '25';
// What a shard takes a second: https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html
const RECORDS_A_SECOND = decimal('1000');
const SECONDS_AN_HOUR = decimal('3600');
// A record counts as the next 5 KB: https://aws.amazon.com/firehose/pricing/
const FIREHOSE_KB = '5';
// A write takes a unit for each started KB of the item, an eventually consistent read half a unit for each started 4 KB:
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html
const WRITE_UNIT_KB = '1';
const READ_UNIT_KB = '4';
const HALF = decimal('0.5');

/** What each service bills for a month of calls. */
export const SERVICE_METERS = {
  sqs: (called) =>
    unlessIdle(called, () => {
      const { quantity, assumed } = started(called, 'sent', CHUNK_KB, 'service-payload-fits');
      return [
        used('sqs/requests', called.count, 'messages', quantity, 'one for each started 64 KB sent'),
        besides('receiving the messages', 'whatever empties the queue is not in the workload'),
        ...assumed,
      ];
    }),
  eventbridge: (called) =>
    unlessIdle(called, () => {
      const { quantity, assumed } = started(called, 'sent', CHUNK_KB, 'service-payload-fits');
      return [used('eventbridge/custom-events', called.count, 'events', quantity, 'one for each started 64 KB'), ...assumed];
    }),
  'step-functions-standard': (called) =>
    unlessIdle(called, ({ service, count }) => {
      const transitions = count.times(service.transitions ?? ONE);
      return [used('step-functions/standard-transitions', transitions, 'transitions', transitions, null)];
    }),
  'step-functions-express': (called) => unlessIdle(called, expressRuns),
  kinesis: records,
  firehose: (called) =>
    unlessIdle(called, ({ units }) => {
      const { quantity, assumed } = started(called, 'sent', FIREHOSE_KB, 'firehose-record-fits');
      const ingested = quotient(quantity.times(FIREHOSE_KB).times(units.bytesPerKB), gigabyte(units));
      return [
        used('firehose/data', ingested, 'GB', ingested, 'each record as the next 5 KB'),
        besides('what Data Firehose delivers to, and conversion of its format', 'they are not in the workload'),
        ...assumed,
      ];
    }),
  sns: (called) =>
    unlessIdle(called, () => {
      const { quantity, assumed } = started(called, 'sent', CHUNK_KB, 'service-payload-fits');
      return [
        used('sns/requests', called.count, 'messages', quantity, 'one for each started 64 KB published'),
        besides('deliveries to subscribers', 'who subscribes to the topic is not in the workload'),
        ...assumed,
      ];
    }),
  dynamodb: (called) => unlessIdle(called, items),
  s3: (called) =>
    unlessIdle(called, ({ service, count }) => [
      used(service.action === 'read' ? 's3/get-requests' : 's3/put-requests', count, 'requests', count, null),
      ...assumedToWrite(called),
      besides('storage of the objects', 'how long they are kept is not in the workload'),
    ]),
  appconfig: (called) =>
    unlessIdle(called, ({ service, count }) => {
      const received = count.times(service.received ?? ONE);
      return [
        used('appconfig/requests', count, 'requests', count, null),
        ...(received.isZero() ? [] : [used('appconfig/configurations', received, 'configurations', received, null)]),
        ...(service.received === undefined ? ([{ type: 'assumed', id: 'appconfig-received' }] as const) : []),
      ];
    }),
} as const satisfies Record<Calls['service']['name'], (called: Calls) => readonly Metered[]>;

function unlessIdle(called: Calls, meter: (called: Calls) => readonly Metered[]): readonly Metered[] {
  return called.count.isZero() ? [] : meter(called);
}

function expressRuns({ service, count, units }: Calls): readonly Metered[] {
  const ms = increments(service.duration ?? EXPRESS_MS, EXPRESS_MS).times(EXPRESS_MS);
  const stated = service.memory ? toBytes(service.memory, units).div(units.bytesPerKB.pow(2)) : EXPRESS_MB;
  const memory = increments(stated, EXPRESS_MB).times(EXPRESS_MB);
  const gbSeconds = count.times(ms).times(memory).div(MB_MS_IN_A_GB_SECOND);
  return [
    used('step-functions/express-requests', count, 'requests', count, null),
    used(
      'step-functions/express-duration',
      gbSeconds,
      'GB-seconds',
      gbSeconds,
      `${formatQuantity(memory)} MB for ${formatQuantity(ms)} ms`,
    ),
    ...(service.memory === undefined ? ([{ type: 'assumed', id: 'express-64mb' }] as const) : []),
  ];
}

/** Records of a provisioned stream, whose shards are billed by the hour however many come. */
function records(called: Calls): readonly Metered[] {
  const { service, calls, count, units } = called;
  const { quantity, assumed } = started(called, 'sent', PAYLOAD_UNIT_KB, 'kinesis-record-fits');
  const seconds = units.hoursPerMonth.times(SECONDS_AN_HOUR);
  const bytes = sum(calls.map((one) => one.count.times(one.sent ?? ZERO)));
  const fewest = max(ONE, increments(count, seconds.times(RECORDS_A_SECOND)), increments(bytes, seconds.times(units.bytesPerKB.pow(2))));
  const shards = service.shards ?? fewest;
  const hours = shards.times(units.hoursPerMonth);
  return [
    used('kinesis/shard-hours', hours, 'hours', hours, `${formatQuantity(shards)} ${shards.eq(ONE) ? 'shard' : 'shards'}`),
    ...(service.shards === undefined ? ([{ type: 'assumed', id: 'kinesis-fewest-shards', value: formatQuantity(shards) }] as const) : []),
    ...(count.isZero()
      ? []
      : [used('kinesis/put-payload-units', count, 'records', quantity, 'one for each started 25 KB of a record'), ...assumed]),
  ];
}

function items(called: Calls): readonly Metered[] {
  const reads = called.service.action === 'read';
  const { quantity, assumed } = reads
    ? started(called, 'got', READ_UNIT_KB, 'dynamodb-item-fits')
    : started(called, 'sent', WRITE_UNIT_KB, 'dynamodb-item-fits');
  const taken: Decimal = reads ? quantity.times(HALF) : quantity;
  return [
    reads
      ? used('dynamodb/read-request-units', called.count, 'reads', taken, 'half of one for each started 4 KB of the response')
      : used('dynamodb/write-request-units', called.count, 'writes', taken, 'one for each started KB of the request'),
    { type: 'assumed', id: 'dynamodb-item-is-body' },
    ...assumed,
    ...assumedToWrite(called),
    besides('storage of the items', 'how long they are kept is not in the workload'),
  ];
}

function assumedToWrite({ service }: Calls): readonly Metered[] {
  return service.action === undefined ? [{ type: 'assumed', id: 'service-writes' }] : [];
}
