import { FRONT_DOOR_IDS, FRONT_DOORS } from '../../workload/front-doors.ts';
import { durationInWords } from '../../workload/in-words.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';
import { slowest } from '../subject.ts';

const most = timeLimit('lambda-timeout');

export const lambdaFifteenMinutes = defineRule({
  id: 'lambda-fifteen-minutes',
  severity: 'blocker',
  topic: 'time',
  page: () => ({
    title: 'The work takes longer than a function may run',
    rationale: 'A Lambda function ends after 15 minutes, even if a caller still waits. No front door changes that.',
    remedy:
      'Split the work with Step Functions, or run it in a container that an API only starts. Lambda Managed Instances run asynchronous calls for up to 90 minutes; a caller who waits still gets 15.',
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances.html',
    ],
    examples: [
      {
        candidate: 'rest',
        reports: { backend: { lambda: { memory: '1 GB', duration: '2 min' }, p99: '20 min' } },
        silent: { backend: { lambda: { memory: '1 GB', duration: '2 min' }, p99: '4 min' } },
      },
    ],
  }),
  fields: ['backend.p99', 'backend.lambda'],
  // Where servers hold connections, no function answers.
  frontDoors: FRONT_DOOR_IDS.filter((id) => FRONT_DOORS[id].beside === null),
  inspect({ workload }) {
    const found = workload.backend?.lambda && slowest(workload);
    if (!found?.duration.gt(most)) return [];
    return [
      {
        because: `${found.says} ${durationInWords(found.duration)}, and a function ends after ${limitInWords('lambda-timeout')}`,
        path: found.path,
      },
    ];
  },
});
