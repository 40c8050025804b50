import { defineQuestion } from '../question.ts';

export const webAcl = defineQuestion({
  id: 'web-acl',
  topic: 'callers',
  ask: 'Must AWS WAF inspect the requests at the API itself?',
  because: 'a web ACL attaches to a REST API stage; an HTTP API cannot host one',
  features: ['waf-native'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html'],
  // A distribution that is there anyway hosts the web ACL, and then any API behind it will do.
  supplied: { by: 'edge', how: 'whose distribution hosts the web ACL' },
});
