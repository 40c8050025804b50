import { GUIDE } from '../../facts/quotas/quota.ts';
import { decimal, type Decimal } from '../../money/decimal.ts';
import { formatQuantity } from '../../money/format.ts';
import { sizeInWords } from '../../workload/in-words.ts';
import { requestsOf } from '../../workload/polling.ts';
import { perMonth, toBytes } from '../../workload/units.ts';
import { defineRule } from '../rule.ts';

/** What a service bills as one, in bytes, and how its unit is called. */
const MESSAGES: Readonly<Record<string, readonly [what: string, bytes: Decimal]>> = {
  sqs: ['a message of SQS', decimal('65536')],
  eventbridge: ['an event of EventBridge', decimal('65536')],
  sns: ['a message of SNS', decimal('65536')],
  kinesis: ['a record of Kinesis', decimal('25600')],
  firehose: ['a record of Data Firehose', decimal('5120')],
};
/** Fewer requests a month are not worth another form of request. */
const MANY = '10000000';
const TWO = '2';

export const oneMessageARequest = defineRule({
  id: 'one-message-a-request',
  severity: 'note',
  topic: 'integration',
  page: () => ({
    title: 'Each small request becomes a message of its own',
    rationale:
      'A direct integration makes one message, event or record of each request, and API Gateway and the service both bill it. Up to 64 KB of SQS, SNS and EventBridge are billed as one, 25 KB of Kinesis and 5 KB of Data Firehose, so that several small readings in one request cost what one does. An HTTP API cannot call SendMessageBatch.',
    remedy: 'Let clients batch: several readings in one request, which the reader of the queue, the bus or the stream splits again.',
    sources: [
      'https://aws.amazon.com/sqs/pricing/',
      'https://aws.amazon.com/eventbridge/pricing/',
      'https://aws.amazon.com/sns/pricing/',
      'https://aws.amazon.com/kinesis/data-streams/pricing/',
      'https://aws.amazon.com/firehose/pricing/',
      `${GUIDE}/http-api-develop-integrations-aws-services-reference.html`,
    ],
    examples: [
      {
        candidate: 'http',
        reports: { traffic: { requests: '50M/month', request: '2 KB' }, backend: { service: { name: 'sqs' } } },
        silent: { traffic: { requests: '1M/month', request: '2 KB' }, backend: { service: { name: 'sqs' } } },
      },
      {
        candidate: 'rest',
        reports: { traffic: { requests: '50M/month', request: '2 KB' }, backend: { service: { name: 'eventbridge' } } },
        silent: { traffic: { requests: '50M/month', request: '60 KB' }, backend: { service: { name: 'eventbridge' } } },
      },
      {
        candidate: 'rest',
        reports: { traffic: { requests: '50M/month', request: '4 KB' }, backend: { service: { name: 'kinesis' } } },
        silent: { traffic: { requests: '50M/month', request: '4 KB' }, backend: { service: { name: 'firehose' } } },
      },
    ],
  }),
  fields: ['backend.service.name', 'traffic.requests', 'traffic.request'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { backend, traffic }, units }) {
    const message = MESSAGES[backend?.service?.name ?? ''];
    if (message === undefined || !traffic?.request || traffic.request.amount.isZero()) return [];
    const requests = perMonth(requestsOf(traffic), units.hoursPerMonth);
    const [what, bytes] = message;
    const together = bytes.divToInt(toBytes(traffic.request, units));
    if (requests.lt(MANY) || together.lt(TWO)) return [];
    const because = `each of ${formatQuantity(requests)} requests a month of ${sizeInWords(traffic.request)} becomes ${what}, and up to ${formatQuantity(together)} of that size are billed as one if they come together`;
    return [{ because, path: ['traffic', 'request'] }];
  },
});
