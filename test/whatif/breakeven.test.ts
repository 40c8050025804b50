/** Proves that on either side of a break-even the other of the two is cheaper, by all that `cost` counts. */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { costOf } from '../../src/estimate/cost-in-question.ts';
import { applying, estimateOf } from '../../src/estimate/estimate.ts';
import { monthInstead, monthOf } from '../../src/journey/month.ts';
import { axisOf, varyingFields } from '../../src/whatif/axis.ts';
import { crossingsOf } from '../../src/whatif/crossings.ts';
import { costsAlong } from '../../src/whatif/points.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';

const EXAMPLES = ['catalogue', 'partners', 'uploads'].map((name) =>
  parseWorkload(readFileSync(new URL(`../../examples/${name}.yaml`, import.meta.url), 'utf8'), { regions: awsBook.regions }),
);

test('before a break-even the one is cheaper or as cheap, from it on the other', () => {
  let looked = 0;
  fc.assert(
    fc.property(fc.constantFrom(...EXAMPLES), fc.nat(), fc.nat(), fc.nat(), (workload, field, first, second) => {
      const month = monthOf(workload, awsBook);
      const fields = varyingFields(workload);
      const axis = axisOf(fields[field % fields.length] ?? '', month);
      const candidates = applying(month);
      const [one, other] = [candidates[first % candidates.length], candidates[second % candidates.length]];
      if (axis === null || !one || !other || one === other) return;
      const costAt = costsAlong(axis, month, awsBook);
      const fully = (steps: bigint, candidate: typeof one) =>
        costOf(estimateOf(monthInstead(month, axis.at(steps)).journey(candidate), awsBook));
      const found = crossingsOf((steps) => [costAt(steps, one), costAt(steps, other)], axis.lowest, axis.highest);
      for (const { at, firstIsCheaper } of found.slice(0, 3)) {
        const [cheaper, dearer] = firstIsCheaper ? [one, other] : [other, one];
        expect(fully(at, cheaper).lt(fully(at, dearer))).toBe(true);
        expect(fully(at - 1n, cheaper).gte(fully(at - 1n, dearer))).toBe(true);
        looked += 1;
      }
    }),
    { numRuns: 30 },
  );
  expect(looked).toBeGreaterThan(5);
}, 60_000);
