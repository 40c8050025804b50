import { GUIDE } from '../../facts/quotas/quota.ts';
import { durationInWords } from '../../workload/in-words.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';
import { slowest } from '../subject.ts';

const most = timeLimit('rest-stream-duration');

export const streamDuration = defineRule({
  id: 'stream-duration',
  severity: 'blocker',
  topic: 'time',
  page: () => ({
    title: 'A response streams for longer than a REST API lets it',
    rationale: 'Streaming frees a REST API of its 29 seconds, but a stream ends after 15 minutes.',
    remedy: 'Let clients resume from where they were, or use a WebSocket API, whose connections live for two hours.',
    sources: [`${GUIDE}/response-transfer-mode.html`],
    examples: [
      {
        candidate: 'rest',
        reports: { traffic: { streaming: 'yes' }, backend: { p99: '20 min' } },
        silent: { traffic: { streaming: 'yes' }, backend: { p99: '5 min' } },
      },
    ],
  }),
  fields: ['backend.p99', 'backend.lambda.duration', 'traffic.streaming'],
  frontDoors: ['rest'],
  inspect({ workload, streams }) {
    if (!streams) return [];
    const found = slowest(workload);
    if (!found?.duration.gt(most)) return [];
    return [
      {
        because: `${found.says} ${durationInWords(found.duration)}, and a stream ends after ${limitInWords('rest-stream-duration')}`,
        path: found.path,
      },
    ];
  },
});
