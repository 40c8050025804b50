import { defineQuestion, derived } from '../question.ts';

export const slow = defineQuestion({
  id: 'slow',
  topic: 'answers',
  ask: 'Does an answer take longer than 29 seconds?',
  because: 'the timeout of a Regional or private REST API can be raised; that of an HTTP API ends at 30 seconds',
  features: ['timeout-over-29s'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html'],
  derivedFrom: [['backend.p99', 'no, up to 29 seconds']],
  derive: ({ backend }) => (backend?.p99?.lte('29000') && !backend.lambda?.duration.gt('29000') ? derived('no', 'backend.p99') : null),
});
