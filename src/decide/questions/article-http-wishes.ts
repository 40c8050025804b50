import { defineQuestion } from '../question.ts';

/** As the article asks it, in its decision tree (The Three API Gateway Types). */
export const articleHttpWishes = defineQuestion({
  id: 'article-http-wishes',
  ask: 'Need JWT authorization, HTTP/2, or the lowest cost?',
  because: 'the article names these as reasons for an HTTP API, which is also its default',
  features: ['auth-jwt', 'http2-clients'],
  sources: [],
});
