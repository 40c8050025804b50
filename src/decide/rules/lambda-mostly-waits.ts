import { decimal } from '../../money/decimal.ts';
import { durationInWords } from '../../workload/in-words.ts';
import { defineRule } from '../rule.ts';

/** A function of a web API that runs for so long, in milliseconds, waits for something most of the time. */
const LONG = decimal('1000');

export const lambdaMostlyWaits = defineRule({
  id: 'lambda-mostly-waits',
  severity: 'note',
  topic: 'choosing',
  page: () => ({
    title: 'A function is billed while it waits',
    rationale:
      'Lambda bills a function from start to end, also while it waits for a database or a model. Lambda Web Functions, public since October 2026, run an HTTP server in Node.js behind an HTTPS endpoint of their own: many requests share one environment, and CPU is billed while it works. They have no throttling by client, no authorizer but IAM, and reach their own domain by a proxy. No rates that can be cited were found: they are compared where backend.lambda.nodeServer is yes, with a total of at least so much, and never picked.',
    remedy:
      'If the function is in Node.js and mostly waits, measure it as a Web Function where your Region has them; keep the API where its authorizers, throttling or domain are needed.',
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/web-functions.html'],
    examples: [
      {
        candidate: 'http',
        reports: { backend: { lambda: { memory: '512 MB', duration: '3 s' } } },
        silent: { backend: { lambda: { memory: '512 MB', duration: '100 ms' } } },
      },
      {
        candidate: 'function-url',
        reports: { backend: { lambda: { memory: '512 MB', duration: '100 ms', nodeServer: 'yes' } } },
        silent: { backend: { lambda: { memory: '512 MB', duration: '100 ms', nodeServer: 'no' } } },
      },
    ],
  }),
  fields: ['backend.lambda.duration', 'backend.lambda.nodeServer'],
  frontDoors: ['http', 'function-url'],
  inspect({ workload: { backend }, candidate }) {
    const { duration, nodeServer } = backend?.lambda ?? {};
    if (candidate.frontDoor === 'function-url' && nodeServer === true)
      return [{ because: 'the function may be an HTTP server in Node.js', path: ['backend', 'lambda', 'nodeServer'] }];
    if (!duration?.gte(LONG) || nodeServer === false) return [];
    return [{ because: `the function runs for ${durationInWords(duration)}`, path: ['backend', 'lambda', 'duration'] }];
  },
});
