import type { WorkloadThrottling } from '../../advise/throttle.ts';
import type { ThrottleAnswer } from '../../app/throttle/throttle.ts';
import { visible } from '../../documents/visible.ts';
import { drawn, each, written, type Formats } from './format.ts';

interface Printing {
  /** Seconds of the peak that are listed one by one. */
  readonly seconds: number;
  readonly color: boolean;
}

export const THROTTLE_FORMATS = {
  table: {
    write: ({ weighed }, options, ports) =>
      each(weighed, async (one) => drawn(visible(one.workload), await sectionsOf(one, options), options, ports)),
  },
  markdown: {
    write: ({ weighed }, options) => each(weighed, async (one) => written(one.workload, await sectionsOf(one, options))),
  },
  json: {
    isData: true,
    write: async (answer) => (await import('../../app/throttle/document.ts')).throttleJson(answer),
  },
} as const satisfies Formats<ThrottleAnswer, Printing>;

async function sectionsOf({ region, regionName, throttling }: WorkloadThrottling, { seconds }: Printing) {
  const { throttlingSections } = await import('../../render/throttling/section.ts');
  return [{ heading: null, words: [`${region}, ${regionName}`] }, ...throttlingSections(throttling, seconds)];
}
