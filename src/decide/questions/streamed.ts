import { limitInWords } from '../limit.ts';
import { defineQuestion } from '../question.ts';

const MOST = limitInWords('http-payload');

export const streamed = defineQuestion({
  id: 'streamed',
  topic: 'answers',
  ask: `Must responses be streamed, or be larger than ${MOST}?`,
  because: `REST APIs stream responses, and so return more than ${MOST}; HTTP APIs do neither`,
  features: ['response-streaming', 'sse', 'response-over-10mb'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html'],
});
