import { defineQuestion, derived } from '../question.ts';

export const webAcl = defineQuestion({
  id: 'web-acl',
  ask: 'Must AWS WAF inspect the requests?',
  because: 'a web ACL attaches to a REST API stage; an HTTP API cannot host one',
  features: ['waf-native'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html'],
  derive: ({ waf }) => (waf ? derived('yes', 'waf') : null),
});
