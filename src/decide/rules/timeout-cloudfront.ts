import { durationInWords } from '../../workload/in-words.ts';
import { decimal, type Decimal } from '../../money/decimal.ts';
import { askFor } from '../ask-for.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { farOver } from '../quota-use.ts';
import { defineRule } from '../rule.ts';
import { slowest } from '../subject.ts';

/** What CloudFront waits for the first byte, and between packets, unless set: the page below. */
const UNLESS_SET = decimal('30000');
const SETTABLE = timeLimit('cf-origin-timeout');
const WAITS = `CloudFront waits 30 seconds unless set, and at most ${limitInWords('cf-origin-timeout')} without a quota request`;
const LATER = 'Or make the operation asynchronous.';
const SOONER = 'Or send a first byte soon, and a comment or a space every few seconds.';

export const timeoutCloudfront = defineRule({
  id: 'timeout-cloudfront',
  severity: 'caution',
  topic: 'time',
  page: () => ({
    title: 'CloudFront gives up before the backend answers',
    rationale:
      'A distribution waits 30 seconds for the first byte of its origin, and as long for each later one, by default, even if the API behind it waits longer. A raised timeout of a REST API, or a stream, is of no use until the distribution has it too.',
    remedy: `Raise the response timeout of the origin, up to ${limitInWords('cf-origin-timeout')}; beyond that ask for a quota, or make the operation asynchronous.`,
    sources: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html'],
    examples: [
      { candidate: 'rest+cloudfront', reports: { backend: { p99: '45 s' } }, silent: { backend: { p99: '4 s' } } },
      {
        candidate: 'rest+cloudfront',
        reports: { traffic: { streaming: 'yes', streamPause: '200 s' }, backend: { p99: '240 s' } },
        silent: { traffic: { streaming: 'yes', streamPause: '20 s' }, backend: { p99: '240 s' } },
      },
      {
        candidate: 'function-url+cloudfront',
        reports: { traffic: { streaming: 'yes' }, backend: { lambda: { memory: '512 MB', duration: '1 s' }, p99: '240 s' } },
        silent: {
          traffic: { streaming: 'yes', streamPause: '20 s' },
          backend: { lambda: { memory: '512 MB', duration: '1 s' }, p99: '240 s' },
        },
      },
    ],
  }),
  fields: ['backend.p99', 'backend.lambda.duration', 'traffic.streaming', 'traffic.streamPause'],
  frontDoors: ['rest', 'function-url'],
  inspect({ workload, behindCloudfront, streams }) {
    if (!behindCloudfront) return [];
    const found = slowest(workload);
    const pause = workload.traffic?.streamPause;
    if (!streams) {
      if (!found || !tooLong(found.duration)) return [];
      const because = `${found.says} ${durationInWords(found.duration)}, and ${WAITS}`;
      return [{ because, path: found.path, remedy: `${raised(found.duration)} ${LATER}` }];
    }
    if (pause !== undefined) {
      if (!tooLong(pause)) return [];
      const because = `the stream can pause for ${durationInWords(pause)}, and ${WAITS}, for the first byte and between later ones`;
      return [{ because, path: ['traffic', 'streamPause'], remedy: `${raised(pause)} ${SOONER}` }];
    }
    // The first byte may come at once, or last of all.
    if (!found?.duration.gt(UNLESS_SET)) return [];
    const because = `${found.says} ${durationInWords(found.duration)}, ${WAITS}, for the first byte and between later ones, and how long the stream is silent is not stated`;
    return [{ because, path: found.path, remedy: `State traffic.streamPause, the longest silence. ${SOONER}` }];
  },
});

function tooLong(wait: Decimal): boolean {
  return wait.gt(UNLESS_SET) && !farOver(wait, SETTABLE);
}

function raised(wait: Decimal): string {
  const set = 'Raise the response timeout of the origin';
  if (wait.lte(SETTABLE)) return `${set} to more than ${durationInWords(wait)}.`;
  return `${askFor('cf-origin-timeout', wait.div('1000'))} Then raise the response timeout of the origin.`;
}
