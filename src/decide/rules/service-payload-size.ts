import { quotaOf, type QuotaId } from '../../facts/quotas/index.ts';
import { sizeInWords } from '../../workload/in-words.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';

/** What holds a request, and no more. */
const HOLDS = {
  dynamodb: { quota: 'dynamodb-item', what: 'an item of DynamoDB' },
  firehose: { quota: 'firehose-record', what: 'a record of Data Firehose' },
} as const satisfies Record<string, { readonly quota: QuotaId; readonly what: string }>;

const most = { dynamodb: sizeLimit('dynamodb-item'), firehose: sizeLimit('firehose-record') };

export const servicePayloadSize = defineRule({
  id: 'service-payload-size',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'A request is larger than what DynamoDB or Data Firehose takes',
    rationale: `An API passes requests of 10 MB, but an item of DynamoDB holds ${limitInWords('dynamodb-item')}, names of attributes included, and a record of Data Firehose ${limitInWords('firehose-record')}.`,
    remedy: 'Let clients upload to S3 by a presigned URL, and pass on the key of the object.',
    sources: Object.values(HOLDS).flatMap(({ quota }) => quotaOf(quota).sources),
    examples: [
      {
        candidate: 'rest',
        reports: { traffic: { largestRequest: '1 MB' }, backend: { service: { name: 'dynamodb' } } },
        silent: { traffic: { largestRequest: '1 MB' }, backend: { service: { name: 's3' } } },
      },
      {
        candidate: 'rest',
        reports: { traffic: { largestRequest: '4 MB' }, backend: { service: { name: 'firehose' } } },
        silent: { traffic: { largestRequest: '900 KB' }, backend: { service: { name: 'firehose' } } },
      },
    ],
  }),
  fields: ['backend.service.name', 'backend.service.action', 'traffic.largestRequest', 'traffic.request', 'traffic.sizes'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { backend }, units, largest }) {
    const service = backend?.service;
    if ((service?.name !== 'dynamodb' && service?.name !== 'firehose') || service.action === 'read') return [];
    const found = largest('request');
    if (!found?.bytes.gt(most[service.name](units))) return [];
    const { quota, what } = HOLDS[service.name];
    return [{ because: `a request can have ${sizeInWords(found.size)}, and ${what} holds ${limitInWords(quota)}`, path: found.path }];
  },
});
