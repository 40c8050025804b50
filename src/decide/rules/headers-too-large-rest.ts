import { FEWER_HEADERS, headersOver } from '../headers-over.ts';
import { limitInWords } from '../limit.ts';
import { defineRule } from '../rule.ts';

const over = headersOver('rest-header-size', 'the API');
const overPrivate = headersOver('rest-header-size-private', 'a private API');

export const headersTooLargeRest = defineRule({
  id: 'headers-too-large-rest',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'Headers are larger than a REST API takes',
    rationale: `All headers of a request to a REST API together may have ${limitInWords('rest-header-size')}, to a private one ${limitInWords('rest-header-size-private')}. A token with a claim for every group of its owner, or a browser with many cookies, exceeds that for a few callers only, who are then refused.`,
    remedy: FEWER_HEADERS,
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html'],
    examples: [
      { candidate: 'rest', reports: { traffic: { largestHeaders: '12 KB' } }, silent: { traffic: { largestHeaders: '4 KB' } } },
      {
        candidate: 'rest',
        reports: { traffic: { largestHeaders: '9 KB' }, needs: { 'endpoint-private': 'yes' } },
        silent: { traffic: { largestHeaders: '9 KB' }, needs: { 'endpoint-private': 'no' } },
      },
    ],
  }),
  fields: ['traffic.largestHeaders', 'needs.endpoint-private'],
  frontDoors: ['rest'],
  inspect(subject) {
    return subject.needs('endpoint-private') ? overPrivate(subject) : over(subject);
  },
});
