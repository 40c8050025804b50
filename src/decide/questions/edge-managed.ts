import { defineQuestion } from '../question.ts';

export const edgeManaged = defineQuestion({
  id: 'edge-managed',
  topic: 'operations',
  ask: 'Must AWS run the CloudFront distribution for you?',
  because: 'only REST APIs can be edge-optimized; a distribution of your own works with any API',
  features: ['endpoint-edge-optimized'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html'],
  supplied: { by: 'edge', how: 'which is a distribution of your own' },
});
