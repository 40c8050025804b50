/** Proves the break-even of provisioned concurrency: kept exactly that busy, it costs what on demand costs. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidateCost } from '../../src/estimate/candidate-cost.ts';
import { provisionedBreakeven } from '../../src/estimate/provisioned.ts';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { monthOf } from '../../src/journey/month.ts';
import { decimal, ZERO, type Decimal } from '../../src/money/decimal.ts';
import { awsBook } from '../price-book.ts';
import { read } from './workloads.ts';

const byId = (id: string) => CANDIDATES.find((one) => one.id === id) ?? expect.fail(id);
const MS_A_MONTH = decimal('730').times('3600000');

test('at the break-even it costs what on demand costs, below more and above less', () => {
  const architecture = fc.constantFrom('x86', 'arm64');
  const starts = fc.option(
    fc.record({ share: fc.constantFrom('1%', '7.5%'), duration: fc.integer({ min: 1, max: 3000 }).map((ms) => `${ms} ms`) }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...awsBook.regions),
      architecture,
      fc.integer({ min: 128, max: 10_240 }),
      fc.integer({ min: 20, max: 900 }),
      fc.integer({ min: 1, max: 50 }),
      starts,
      (region, instructions, memory, ms, concurrency, coldStarts) => {
        const lambda = {
          memory: `${memory} MB`,
          duration: `${ms} ms`,
          architecture: instructions,
          ...(coldStarts ? { coldStarts } : {}),
        };
        const at = (requests: string, provisioned: object) =>
          read({
            region,
            traffic: { requests: `${requests}/month`, request: '1 KB', response: '0 B' },
            backend: { lambda: { ...lambda, ...provisioned } },
          });
        const kept = { provisioned: { concurrency: String(concurrency) } };
        const stated = at('1', kept).backend?.lambda;
        const busy = stated && provisionedBreakeven(stated, region, awsBook);
        if (!busy) throw new Error('every Region has these prices');
        const saving = (part: Decimal) => {
          const requests = MS_A_MONTH.times(String(concurrency)).times(part).div(String(ms)).toFixed(6);
          const [warm, cold] = [kept, {}].map((provisioned) =>
            candidateCost(byId('http'), monthOf(at(requests, provisioned), awsBook), awsBook),
          );
          return warm && cold ? cold.minus(warm) : null;
        };
        if (busy === 'never') {
          expect(saving(decimal('1'))?.lt(ZERO) ?? true).toBe(true);
          return;
        }
        expect(saving(busy)?.abs().lt('0.0001') ?? true).toBe(true);
        expect(saving(busy.times('0.9'))?.lt(ZERO) ?? true).toBe(true);
        if (busy.lt('0.9')) expect(!(saving(busy.times('1.1'))?.lt(ZERO) ?? false)).toBe(true);
      },
    ),
    { numRuns: 100 },
  );
});
