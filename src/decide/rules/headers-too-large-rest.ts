import { defineRule } from '../rule.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { sizeInWords } from '../../workload/in-words.ts';
import { toBytes } from '../../workload/units.ts';

const MOST = {
  'rest-header-size': sizeLimit('rest-header-size'),
  'rest-header-size-private': sizeLimit('rest-header-size-private'),
};

export const headersTooLargeRest = defineRule({
  id: 'headers-too-large-rest',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'Headers are larger than a REST API takes',
    rationale:
      'All headers of a request to a REST API together may have 20,480 bytes, to a private one 8,000. A token with a claim for every group of its owner, or a browser with many cookies, exceeds that for a few callers only, whom it locks out.',
    remedy:
      'Keep groups and rights out of the token and look them up instead, send a reference to the token, or drop cookies that the API does not need.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html'],
    examples: [
      { candidate: 'rest', reports: { traffic: { largestHeaders: '24 KB' } }, silent: { traffic: { largestHeaders: '4 KB' } } },
      {
        candidate: 'rest',
        reports: { traffic: { largestHeaders: '9 KB' }, needs: { 'endpoint-private': 'yes' } },
        silent: { traffic: { largestHeaders: '9 KB' }, needs: { 'endpoint-private': 'no' } },
      },
    ],
  }),
  fields: ['traffic.largestHeaders', 'needs.endpoint-private'],
  frontDoors: ['rest'],
  inspect({ workload, units, needs }) {
    const stated = workload.traffic?.largestHeaders;
    if (!stated) return [];
    const quota = needs('endpoint-private') ? 'rest-header-size-private' : 'rest-header-size';
    if (toBytes(stated, units).lte(MOST[quota](units))) return [];
    return [
      { because: `headers can have ${sizeInWords(stated)}, and the API takes ${limitInWords(quota)}`, path: ['traffic', 'largestHeaders'] },
    ];
  },
});
