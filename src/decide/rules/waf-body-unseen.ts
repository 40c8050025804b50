import { CARRYING_REQUESTS, FRONT_DOORS } from '../../workload/front-doors.ts';
import { sizeInWords } from '../../workload/in-words.ts';
import { bodyLimit } from '../../hops/waf-fees.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';

const MOST = { 'waf-body': sizeLimit('waf-body'), 'waf-body-alb': sizeLimit('waf-body-alb') };

export const wafBodyUnseen = defineRule({
  id: 'waf-body-unseen',
  severity: 'caution',
  topic: 'edge',
  page: () => ({
    title: 'AWS WAF inspects only the beginning of a body',
    rationale:
      'AWS WAF gets the first 16 KB of a body, and for API Gateway and CloudFront at most 64 KB if you raise that, for a fee (waf.bodyInspection); on a load balancer 8 KB. Content after that is not inspected, unless a rule blocks oversize bodies.',
    remedy:
      'Set the oversize handling of rules that look at bodies to match, and exempt only the paths that take large bodies; move uploads to S3.',
    sources: ['https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-setting-body-inspection-limit.html'],
    examples: [
      {
        candidate: 'rest',
        reports: { traffic: { largestRequest: '2 MB' }, waf: { rules: '3' } },
        silent: { traffic: { largestRequest: '20 KB' }, waf: { rules: '3' } },
      },
      {
        candidate: 'rest',
        reports: { traffic: { largestRequest: '40 KB' }, waf: { rules: '3', bodyInspection: '32 KB' } },
        silent: { traffic: { largestRequest: '40 KB' }, waf: { rules: '3', bodyInspection: '48 KB' } },
      },
      {
        candidate: 'alb',
        reports: { traffic: { largestRequest: '20 KB' }, waf: { rules: '3' } },
        silent: { traffic: { largestRequest: '4 KB' }, waf: { rules: '3' } },
      },
    ],
  }),
  fields: ['waf', 'waf.bodyInspection', 'traffic.largestRequest', 'traffic.request', 'traffic.sizes'],
  frontDoors: CARRYING_REQUESTS,
  inspect({ workload, candidate, units, largest, hostsWebAcl }) {
    if (!workload.waf || !hostsWebAcl) return [];
    const found = largest('request');
    const sees = candidate.composition.webAcl === 'distribution' ? 'waf-body' : FRONT_DOORS[candidate.frontDoor].webAclSees;
    const set = sees === 'waf-body' ? workload.waf.bodyInspection : undefined;
    if (sees === null || !found?.bytes.gt(set === undefined ? MOST[sees](units) : bodyLimit(set, units))) return [];
    return [
      {
        because: `a request can have ${sizeInWords(found.size)}, of which AWS WAF sees ${set === undefined ? `at most ${limitInWords(sees)}` : `${set} as set`}`,
        path: found.path,
      },
    ];
  },
});
