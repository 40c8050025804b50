import { limitInWords, timeLimit } from '../limit.ts';
import { defineQuestion, derived } from '../question.ts';

/** What an HTTP API waits: a second longer than a REST API does until its quota is raised. */
const LONGEST = timeLimit('http-timeout');
const WAITS = limitInWords('http-timeout');

export const slow = defineQuestion({
  id: 'slow',
  topic: 'answers',
  ask: `Does an answer take longer than ${WAITS}?`,
  because: `the timeout of a Regional or private REST API can be raised; that of an HTTP API ends at ${WAITS}`,
  features: ['timeout-over-29s'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html'],
  derivedFrom: [['backend.p99', `no, up to ${WAITS}`]],
  derive: ({ backend }) => (backend?.p99?.lte(LONGEST) && !backend.lambda?.duration.gt(LONGEST) ? derived('no', 'backend.p99') : null),
});
