import { sizeInWords } from '../../workload/in-words.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';

const QUOTAS = { alb: 'waf-body-alb', others: 'waf-body' } as const;
const most = { alb: sizeLimit(QUOTAS.alb), others: sizeLimit(QUOTAS.others) };

export const wafBodyUnseen = defineRule({
  id: 'waf-body-unseen',
  severity: 'caution',
  topic: 'edge',
  page: () => ({
    title: 'AWS WAF sees only the beginning of a body',
    rationale:
      'AWS WAF is handed the first 16 KB of a body, and for API Gateway and CloudFront at most 64 KB if you raise that, for a fee; on a load balancer 8 KB. What an attacker puts behind that passes unseen, unless a rule blocks oversize bodies.',
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
        candidate: 'alb',
        reports: { traffic: { largestRequest: '20 KB' }, waf: { rules: '3' } },
        silent: { traffic: { largestRequest: '4 KB' }, waf: { rules: '3' } },
      },
    ],
  }),
  fields: ['waf', 'traffic.largestRequest', 'traffic.request', 'traffic.sizes'],
  frontDoors: ['rest', 'http', 'alb', 'function-url'],
  inspect({ workload, candidate, units, largest, hostsWebAcl }) {
    if (!workload.waf || !hostsWebAcl) return [];
    const found = largest('request');
    const host = candidate.frontDoor === 'alb' ? 'alb' : 'others';
    if (!found?.bytes.gt(most[host](units))) return [];
    return [
      {
        because: `a request can have ${sizeInWords(found.size)}, of which AWS WAF sees at most ${limitInWords(QUOTAS[host])}`,
        path: found.path,
      },
    ];
  },
});
