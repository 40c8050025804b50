import { durationInWords } from '../../workload/in-words.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';
import { slowest } from '../subject.ts';

const most = timeLimit('express-workflow-duration');

export const stepFunctionsSyncDuration = defineRule({
  id: 'step-functions-sync-duration',
  severity: 'blocker',
  topic: 'time',
  page: () => ({
    title: 'A workflow takes longer than an Express workflow may',
    rationale: `StartSyncExecution runs Express workflows only, and those end after ${limitInWords('express-workflow-duration')}, however long the API would wait. The API itself waits ${limitInWords('http-timeout')} (HTTP) or ${limitInWords('rest-timeout-regional')}, which a REST API can raise.`,
    remedy: 'Start a Standard workflow instead: StartExecution answers at once with its ARN, by which clients ask for the result.',
    sources: [
      'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
      'https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html',
    ],
    examples: [
      {
        candidate: 'rest',
        reports: { needs: { 'int-aws-sfn-start-sync': 'yes' }, backend: { p99: '10 min' } },
        silent: { needs: { 'int-aws-sfn-start-sync': 'yes' }, backend: { p99: '2 min' } },
      },
    ],
  }),
  fields: ['needs.int-aws-sfn-start-sync', 'backend.p99'],
  frontDoors: ['rest'],
  inspect({ workload, needs }) {
    const found = slowest(workload);
    if (!found?.duration.gt(most) || !needs('int-aws-sfn-start-sync')) return [];
    return [
      {
        because: `${found.says} ${durationInWords(found.duration)}, and an Express workflow ends after ${limitInWords('express-workflow-duration')}`,
        path: found.path,
      },
    ];
  },
});
