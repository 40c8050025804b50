/** Random peaks and limits as people write them. */
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { ZERO } from '../../src/money/decimal.ts';
import { fractionOf, NONE } from '../../src/money/fraction.ts';
import { limitsOf } from '../../src/throttling/limits.ts';
import { weigh, type Arrivals, type Weighed } from '../../src/throttling/weigh.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { seconds } from '../../src/workload/units.ts';

export type Draft = Readonly<Record<string, unknown>>;

/** A draft through all layers, without its retries: those take a thousand times as long. */
export function weighed(draft: Draft, frontDoor: 'rest' | 'http' = 'rest'): { readonly weighed: Weighed; readonly arrivals: Arrivals } {
  const workload = parseWorkload(JSON.stringify({ name: 'random', region: 'us-east-1', ...draft }), {});
  const { peak, requests, peakLength, burst } = workload.traffic ?? expect.fail('no traffic');
  const others = workload.throttling?.accountUsedByOthers;
  const arrivals: Arrivals = {
    mean: fractionOf(requests?.amount ?? ZERO),
    peak: fractionOf(peak?.amount ?? ZERO),
    length: peakLength ? seconds(peakLength) : null,
    burst: burst ? { requests: fractionOf(burst.requests), length: seconds(burst.length) } : null,
    others: others ? fractionOf(others) : NONE,
  };
  return { arrivals, weighed: weigh(limitsOf(frontDoor, workload), arrivals) };
}

const rps = (most: number) => fc.integer({ min: 0, max: most });
/** A bucket of one token is none of a flow: test/throttling/discrete.test.ts has it. */
export const limit = (most: number) => fc.record({ rate: rps(most), burst: rps(most).map((burst) => (burst === 1 ? 2 : burst)) });
const NAMES = ['a', 'b', 'c'];

/** Percentages of one whole, whose sum is at most 100. */
const shares = fc.array(fc.integer({ min: 1, max: 33 }), { maxLength: 3 });

const methods = shares.chain((parts) =>
  fc.tuple(
    ...parts.map((share, index) =>
      fc.option(limit(8000), { nil: {} }).map((own) => ({ name: NAMES[index] as string, share: `${share}%`, ...own })),
    ),
  ),
);

const plans = (known: readonly { readonly name: string }[]) =>
  shares.chain((parts) =>
    fc.tuple(
      ...parts.map((share, index) =>
        fc.record({
          name: fc.constant(NAMES[index] as string),
          share: fc.constant(`${share}%`),
          clients: fc.integer({ min: 1, max: 40 }),
          own: fc.option(limit(2000), { nil: {} }),
          methods: fc
            .subarray([...known])
            .chain((some) => fc.tuple(...some.map(({ name }) => limit(500).map((own) => ({ name, ...own }))))),
        }),
      ),
    ),
  );

const throttling = methods.chain((listed) =>
  plans(listed).chain((listedPlans) =>
    fc.record(
      {
        account: limit(20_000),
        accountUsedByOthers: rps(5000),
        stage: limit(9000),
        methods: fc.constant(listed),
        clients: fc.constant(listedPlans.map(({ own, ...plan }) => ({ ...plan, ...own }))),
      },
      { requiredKeys: ['methods', 'clients'] },
    ),
  ),
);

/** A peak above its mean, with a busiest moment that is busier still. */
const traffic = fc
  .tuple(rps(3000), rps(12_000), fc.integer({ min: 1, max: 60 }), fc.option(fc.tuple(rps(20_000), fc.integer({ min: 1, max: 20 }))))
  .map(([mean, more, seconds, burst]) => {
    const peak = mean + more;
    const tenths = burst && Math.min(burst[1], seconds * 10);
    return {
      requests: `${mean}/s`,
      peak: `${peak}/s`,
      peakLength: `${seconds} s`,
      ...(burst && tenths ? { burst: { requests: Math.ceil((peak * tenths) / 10) + burst[0], length: `${tenths}00 ms` } } : {}),
    };
  });

export const drafts: fc.Arbitrary<Draft> = fc.record({ traffic, throttling });
