import { sizeInWords } from '../../workload/in-words.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { decimal } from '../../money/decimal.ts';
import { defineRule } from '../rule.ts';

const usual = sizeLimit('kinesis-record');
/** What the maximum can be set to: the page below. */
const MOST_MB = decimal('10');
const BY_KEY = 'Put large bodies into S3 and their keys into the stream.';

export const kinesisRecordSize = defineRule({
  id: 'kinesis-record-size',
  severity: 'caution',
  topic: 'size',
  page: () => ({
    title: 'A request is larger than a record of Kinesis, unless set',
    rationale: `A data stream takes records of ${limitInWords('kinesis-record')}. It can be set to take up to 10 MB, for a few large records among small ones: a shard still takes 1 MB a second.`,
    remedy: BY_KEY,
    sources: ['https://docs.aws.amazon.com/streams/latest/dev/large-records.html'],
    examples: [
      {
        candidate: 'http',
        reports: { traffic: { largestRequest: '4 MB' }, needs: { 'int-aws-kinesis-put-record': 'yes' } },
        silent: { traffic: { largestRequest: '40 KB' }, needs: { 'int-aws-kinesis-put-record': 'yes' } },
      },
    ],
  }),
  fields: ['needs.int-aws-kinesis-put-record', 'traffic.largestRequest', 'traffic.request', 'traffic.sizes'],
  frontDoors: ['rest', 'http'],
  inspect({ units, largest, needs }) {
    // A batch is several records, of which nobody has said how large each is.
    if (!needs('int-aws-kinesis-put-record')) return [];
    const found = largest('request');
    if (!found?.bytes.gt(usual(units))) return [];
    return [
      {
        because: `a request can have ${sizeInWords(found.size)}, and a stream takes records of ${limitInWords('kinesis-record')} unless set`,
        path: found.path,
        ...(found.bytes.lte(units.bytesPerKB.pow(2).times(MOST_MB))
          ? { remedy: `${BY_KEY} Or raise the maximum record size of the stream.` }
          : {}),
      },
    ];
  },
});
