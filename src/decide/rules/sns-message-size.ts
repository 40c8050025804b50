import { quotaOf } from '../../facts/quotas/index.ts';
import { sizeInWords } from '../../workload/in-words.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';

const usual = sizeLimit('sns-message');
const BY_KEY = 'Put large bodies into S3 and their keys into the message.';

export const snsMessageSize = defineRule({
  id: 'sns-message-size',
  severity: 'caution',
  topic: 'size',
  page: () => ({
    title: 'A request is larger than a message of SNS, unless set',
    rationale: `A topic takes messages of ${limitInWords('sns-message')}, and can be set to take up to 1 MB. It then delivers to SQS, Lambda and Data Firehose only, to at most 100 subscriptions.`,
    remedy: BY_KEY,
    sources: quotaOf('sns-message').sources,
    examples: [
      {
        candidate: 'rest',
        reports: { traffic: { largestRequest: '2 MB' }, backend: { service: { name: 'sns' } } },
        silent: { traffic: { largestRequest: '200 KB' }, backend: { service: { name: 'sns' } } },
      },
    ],
  }),
  fields: ['backend.service.name', 'traffic.largestRequest', 'traffic.request', 'traffic.sizes'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { backend }, units, largest }) {
    if (backend?.service?.name !== 'sns') return [];
    const found = largest('request');
    if (!found?.bytes.gt(usual(units))) return [];
    return [
      {
        because: `a request can have ${sizeInWords(found.size)}, and a topic takes messages of ${limitInWords('sns-message')} unless set`,
        path: found.path,
        ...(found.bytes.lte(units.bytesPerKB.pow(2)) ? { remedy: `${BY_KEY} Or raise MaximumMessageSize of the topic.` } : {}),
      },
    ];
  },
});
