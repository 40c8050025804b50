import { FEWER_HEADERS, headersOver } from '../headers-over.ts';
import { limitInWords } from '../limit.ts';
import { defineRule } from '../rule.ts';

export const headersTooLargeAlb = defineRule({
  id: 'headers-too-large-alb',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'Headers are larger than a load balancer takes',
    rationale: `All headers of a request to a load balancer together may have ${limitInWords('alb-request-headers')}, and each of them ${limitInWords('alb-header')}; this cannot be raised. A token with a claim for every group of its owner, or a browser with many cookies, exceeds that for a few callers only, who are then refused.`,
    remedy: FEWER_HEADERS,
    sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html'],
    examples: [{ candidate: 'alb', reports: { traffic: { largestHeaders: '200 KB' } }, silent: { traffic: { largestHeaders: '12 KB' } } }],
  }),
  fields: ['traffic.largestHeaders'],
  frontDoors: ['alb'],
  inspect: headersOver('alb-request-headers', 'a load balancer'),
});
