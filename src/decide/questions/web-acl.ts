import { defineQuestion, derived } from '../question.ts';

export const webAcl = defineQuestion({
  id: 'web-acl',
  ask: 'Must AWS WAF inspect the requests at the API itself?',
  because: 'a web ACL attaches to a REST API stage; an HTTP API cannot host one',
  features: ['waf-native'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html'],
  derivedFrom: [
    ['waf', 'yes, where it is stated without edge'],
    ['edge', 'no where waf is stated or needs.waf-native is yes: its distribution hosts the web ACL'],
  ],
  // A distribution that is there anyway hosts the web ACL, and then any API behind it will do.
  derive: ({ waf, edge, needs }) => {
    if (!waf && needs?.['waf-native'] !== true) return null;
    if (edge) return derived('no', 'edge, whose distribution hosts the web ACL');
    return waf ? derived('yes', 'waf') : null;
  },
});
