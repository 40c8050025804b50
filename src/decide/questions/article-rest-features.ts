import { defineQuestion } from '../question.ts';

/** As the article asks it, in its decision tree (The Three API Gateway Types). */
export const articleRestFeatures = defineQuestion({
  id: 'article-rest-features',
  ask: 'Need caching, body transformation, WAF, usage plans, or request validation?',
  because: 'the article sends these to a REST API',
  features: ['response-cache', 'transform-body-vtl', 'waf-native', 'usage-plans', 'validate-body'],
  sources: [],
});
