import { defineQuestion } from '../question.ts';

export const streamed = defineQuestion({
  id: 'streamed',
  topic: 'answers',
  ask: 'Must responses be streamed, or be larger than 10 MB?',
  because: 'REST APIs stream responses, and so return more than 10 MB; HTTP APIs do neither',
  features: ['response-streaming', 'sse', 'response-over-10mb'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html'],
});
