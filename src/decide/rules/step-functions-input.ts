import { sizeInWords } from '../../workload/in-words.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';

const most = sizeLimit('step-functions-input');

export const stepFunctionsInput = defineRule({
  id: 'step-functions-input',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'A request is larger than the input of a workflow',
    rationale: `Step Functions takes an input of ${limitInWords('step-functions-input')}, and a synchronous Express workflow answers with no more than that either.`,
    remedy: 'Put the body into S3, and start the workflow with the key of the object.',
    sources: ['https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html'],
    examples: [
      {
        candidate: 'http',
        reports: { traffic: { largestRequest: '1 MB' }, needs: { 'int-aws-sfn-start': 'yes' } },
        silent: { traffic: { largestRequest: '100 KB' }, needs: { 'int-aws-sfn-start': 'yes' } },
      },
    ],
  }),
  fields: ['needs.int-aws-sfn-start', 'needs.int-aws-sfn-start-sync', 'traffic.largestRequest', 'traffic.request', 'traffic.sizes'],
  frontDoors: ['rest', 'http'],
  inspect({ units, largest, needs }) {
    if (!needs('int-aws-sfn-start') && !needs('int-aws-sfn-start-sync')) return [];
    const found = largest('request');
    if (!found?.bytes.gt(most(units))) return [];
    return [
      {
        because: `a request can have ${sizeInWords(found.size)}, and a workflow takes an input of ${limitInWords('step-functions-input')}`,
        path: found.path,
      },
    ];
  },
});
