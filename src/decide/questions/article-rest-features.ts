import { defineQuestion, derived } from '../question.ts';

/** As the article asks it, in its decision tree (The Three API Gateway Types). */
export const articleRestFeatures = defineQuestion({
  id: 'article-rest-features',
  ask: 'Need caching, body transformation, WAF, usage plans, or request validation?',
  because: 'the article sends these to a REST API',
  features: ['response-cache', 'transform-body-vtl', 'waf-native', 'usage-plans', 'validate-body'],
  sources: [],
  derivedFrom: [
    ['cache', 'yes, where it is stated'],
    ['waf', 'yes, where it is stated'],
  ],
  derive: ({ cache, waf }) => (cache ? derived('yes', 'cache') : waf ? derived('yes', 'waf') : null),
});
