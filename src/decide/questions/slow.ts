import { defineQuestion, derived } from '../question.ts';

export const slow = defineQuestion({
  id: 'slow',
  ask: 'Does an answer take longer than 29 seconds?',
  because: 'the timeout of a Regional or private REST API can be raised; that of an HTTP API ends at 30 seconds',
  features: ['timeout-over-29s'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html'],
  derivedFrom: [
    ['backend.p99', 'yes, over 29 seconds'],
    ['backend.lambda.duration', 'yes, over 29 seconds'],
  ],
  derive: ({ backend }) => {
    if (backend?.p99?.gt('29000')) return derived('yes', 'backend.p99');
    return backend?.lambda?.duration.gt('29000') ? derived('yes', 'backend.lambda.duration') : null;
  },
});
