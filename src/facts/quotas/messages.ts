import { by, BODIES, REQUESTS } from './held.ts';
import { type Quota } from './quota.ts';

/** Of queues, buses, streams and workflows that an API puts something into. */
export const MESSAGE_QUOTAS = [
  {
    // 1 MiB since August 2025; text that says 256 KB is older.
    id: 'sqs-message',
    held: by(REQUESTS, 'rule sqs-message-size'),
    name: 'Message of SQS',
    value: '1',
    unit: 'MB',
    appliesTo: ['backend'],
    adjustable: 'no',
    sources: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html'],
  },
  {
    id: 'eventbridge-event',
    held: by(REQUESTS, 'rule eventbridge-event-size'),
    name: 'Event of EventBridge',
    value: '1',
    unit: 'MB',
    appliesTo: ['backend'],
    adjustable: 'no',
    note: 'announced on 29 January 2026; some pages of AWS still say 256 KB',
    sources: ['https://aws.amazon.com/blogs/compute/more-room-to-build-serverless-services-now-support-payloads-up-to-1-mb/'],
  },
  {
    id: 'kinesis-record',
    held: by(REQUESTS, 'rule kinesis-record-size'),
    name: 'Record of a Kinesis data stream, unless set',
    value: '1',
    unit: 'MB',
    appliesTo: ['backend'],
    adjustable: 'setting',
    note: 'up to 10 MB, for occasional records: a shard still takes 1 MB a second',
    sources: ['https://docs.aws.amazon.com/streams/latest/dev/large-records.html'],
  },
  {
    id: 'step-functions-input',
    held: by(BODIES, 'rule step-functions-input'),
    name: 'Input or output of a workflow',
    value: '256',
    unit: 'KB',
    appliesTo: ['backend'],
    adjustable: 'no',
    sources: ['https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html'],
  },
  {
    id: 'express-workflow-duration',
    held: by('backend.p99', 'rule step-functions-sync-duration'),
    name: 'Run of an Express workflow',
    value: '5',
    unit: 'minutes',
    appliesTo: ['backend'],
    adjustable: 'no',
    sources: ['https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html'],
  },
] as const satisfies readonly Quota[];
