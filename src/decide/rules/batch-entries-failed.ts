import { GATEWAYS } from '../../workload/front-doors.ts';
import { defineRule } from '../rule.ts';

const USER_GUIDES = 'https://docs.aws.amazon.com';

/** Calls that answer 200 though a part of what they carry has failed, and where the answer says so. */
const PARTIAL = {
  'int-aws-eventbridge-put': {
    call: 'PutEvents of EventBridge',
    says: 'FailedEntryCount',
    page: '/eventbridge/latest/userguide/eb-putevents.html',
  },
  'int-aws-sqs-send-batch': {
    call: 'SendMessageBatch of SQS',
    says: 'Failed',
    page: '/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html',
  },
  'int-aws-kinesis-put-records': {
    call: 'PutRecords of Kinesis',
    says: 'FailedRecordCount',
    page: '/kinesis/latest/APIReference/API_PutRecords.html',
  },
} as const;
type Partly = keyof typeof PARTIAL;

export const batchEntriesFailed = defineRule({
  id: 'batch-entries-failed',
  severity: 'caution',
  topic: 'integration',
  page: () => ({
    title: 'A status of 200 can hide failed entries',
    rationale:
      'PutEvents, SendMessageBatch and PutRecords answer 200 even if some or all of their entries were refused: throttled, or broken within the service. The answer states their number, and the caller must read it and send them again. An API that calls the service by itself passes the 200 on, and events that the client considers delivered are lost.',
    remedy:
      'Pass the body of the answer on and have clients read it, or let a response template of a REST API turn a failure into an error (responseOverride). Else put a queue in between by SendMessage, which fails as a whole, or a small function that tries again.',
    sources: [
      ...Object.values(PARTIAL).map(({ page }) => `${USER_GUIDES}${page}`),
      `${USER_GUIDES}/apigateway/latest/developerguide/apigateway-override-request-response-parameters.html`,
    ],
    examples: [
      {
        candidate: 'http',
        reports: { backend: { service: { name: 'eventbridge' } } },
        silent: { backend: { service: { name: 'sqs' } } },
      },
      {
        candidate: 'rest',
        reports: { needs: { 'int-aws-kinesis-put-records': 'yes' } },
        silent: { needs: { 'int-aws-kinesis-put-records': 'no' } },
      },
    ],
  }),
  fields: ['backend.service.name', 'needs.int-aws-eventbridge-put', 'needs.int-aws-sqs-send-batch', 'needs.int-aws-kinesis-put-records'],
  frontDoors: GATEWAYS,
  inspect({ needs, workload }) {
    const used = (Object.keys(PARTIAL) as Partly[]).filter((feature) => needs(feature));
    const [first] = used;
    if (first === undefined) return [];
    const calls = used.map((feature) => PARTIAL[feature].call).join(' and ');
    const counted = used.map((feature) => PARTIAL[feature].says).join(' and ');
    return [
      {
        because: `the API itself calls ${calls}, where a 200 may hold failed entries, and nobody reads ${counted}`,
        path: workload.needs?.[first] === true ? ['needs', first] : ['backend', 'service', 'name'],
      },
    ];
  },
});
