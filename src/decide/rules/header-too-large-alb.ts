import { FEWER_HEADERS, headersOver } from '../headers-over.ts';
import { limitInWords } from '../limit.ts';
import { defineRule } from '../rule.ts';

const together = headersOver('alb-request-headers', 'a load balancer');
const inOne = headersOver('alb-header', 'a load balancer in any one of them');

export const headerTooLargeAlb = defineRule({
  id: 'header-too-large-alb',
  severity: 'caution',
  topic: 'size',
  page: () => ({
    title: 'One header may be larger than a load balancer takes',
    rationale: `A load balancer takes ${limitInWords('alb-request-headers')} of headers together, but only ${limitInWords('alb-header')} in any one of them. Where a token or the cookies make up most of the headers, the lower limit comes first.`,
    remedy: FEWER_HEADERS,
    sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html'],
    examples: [{ candidate: 'alb', reports: { traffic: { largestHeaders: '40 KB' } }, silent: { traffic: { largestHeaders: '12 KB' } } }],
  }),
  fields: ['traffic.largestHeaders'],
  frontDoors: ['alb'],
  inspect(subject) {
    // Over the limit of all headers together, headers-too-large-alb speaks.
    return together(subject).length > 0 ? [] : inOne(subject);
  },
});
