/**
 * Proves on random workloads that every row multiplies out to its last digit, that rows add up to every total, that no
 * request is lost on its way, and that asking for more never makes anything cheaper.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { estimate, type CandidateEstimate } from '../../src/estimate/estimate.ts';
import { requestParcels } from '../../src/hops/flow.ts';
import { route } from '../../src/hops/route.ts';
import { isNegative, plain, sum } from '../../src/money/decimal.ts';
import { requestsOf } from '../../src/workload/polling.ts';
import { perMonth } from '../../src/workload/units.ts';
import { articleBook, awsBook } from '../price-book.ts';
import { quantity } from './numerals.ts';
import { plus, scaled, times, total, written } from './scaled.ts';
import { drafts, read, type Draft } from './workloads.ts';

/** A draft, and the edition that prices it; the article knows one Region. */
const cases = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(drafts, fc.constant('aws' as const)) },
  {
    weight: 1,
    arbitrary: fc.tuple(
      drafts.map((draft): Draft => ({ ...draft, region: 'us-east-1' })),
      fc.constant('article' as const),
    ),
  },
);
const BOOKS = { aws: awsBook, article: articleBook };

test('on every row, list cost is pricing quantity times list unit price', () => {
  fc.assert(
    fc.property(cases, ([draft, edition]) => {
      const rows = estimate(read(draft), BOOKS[edition]).candidates.flatMap((one) => one.lineItems);
      for (const { sku, pricingQuantity, listUnitPrice, listCost } of rows) {
        const product = listUnitPrice && written(times(scaled(plain(pricingQuantity)), scaled(plain(listUnitPrice))));
        expect(listCost && plain(listCost), sku).toBe(product);
      }
    }),
    { numRuns: 400 },
  );
});

test('rows add up to the list cost, and so do front door and backend', () => {
  fc.assert(
    fc.property(cases, ([draft, edition]) => {
      for (const { listCost, frontDoorCost, backendCost, lineItems } of estimate(read(draft), BOOKS[edition]).candidates) {
        const rows = total(lineItems.map((one) => scaled(plain(one.listCost ?? sum([])))));
        expect(plain(listCost)).toBe(written(rows));
        expect(plain(listCost)).toBe(written(plus(scaled(plain(frontDoorCost)), scaled(plain(backendCost ?? sum([]))))));
      }
    }),
    { numRuns: 400 },
  );
});

test('a total without every price says at-least, and names the sku', () => {
  fc.assert(
    fc.property(cases, ([draft, edition]) => {
      const { candidates, notPriced } = estimate(read(draft), BOOKS[edition]);
      for (const { id, bound, missing, lineItems } of candidates) {
        const unpriced = new Set(lineItems.filter((one) => one.listCost === null).map((one) => one.sku));
        const named = new Set(missing.map((one) => one.sku));
        // Help that has no price is named, and makes a lower bound as well.
        const help = notPriced.some((one) => / needs it for |^you run them/.test(one.because) && one.candidates.includes(id));
        expect(bound).toBe(missing.length > 0 || help ? 'at-least' : 'exact');
        expect([...unpriced].filter((sku) => !named.has(sku))).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});

test('no row consumes or bills less than nothing', () => {
  fc.assert(
    fc.property(cases, ([draft, edition]) => {
      const rows = estimate(read(draft), BOOKS[edition]).candidates.flatMap((one) => one.lineItems);
      expect(rows.filter((one) => isNegative(one.consumedQuantity) || isNegative(one.pricingQuantity))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('every request ends somewhere, once', () => {
  fc.assert(
    fc.property(cases, ([draft, edition]) => {
      const workload = read(draft);
      const book = BOOKS[edition];
      if (!workload.traffic) return;
      const units = { hoursPerMonth: workload.hoursPerMonth ?? book.edition.hoursPerMonth, bytesPerKB: book.edition.bytesPerKB };
      const sent = plain(perMonth(requestsOf(workload.traffic), units.hoursPerMonth));
      const home = book.homeGeography(workload.region);
      for (const candidate of CANDIDATES.filter((one) => one.carries === 'requests' && one.applies(workload))) {
        const finished = route(requestParcels(workload.traffic, units), candidate.hops(workload, home));
        expect(written(total(finished.map((one) => scaled(plain(one.requests))))), candidate.id).toBe(sent);
        expect(finished.filter((one) => isNegative(one.requests))).toEqual([]);
        // No cache, wherever it stands, answers what a gateway refuses or a web ACL would block.
        const fromCaches = finished.filter((one) => one.fate === 'edge-hit' || one.fate === 'cache-hit');
        expect(
          fromCaches.filter((one) => one.kind !== 'good'),
          candidate.id,
        ).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
});

test('more requests or connections never lower the list cost of any candidate', () => {
  fc.assert(
    fc.property(cases, quantity, quantity, fc.constantFrom('s', 'day', 'month'), ([draft, edition], few, more, period) => {
      const first = estimate(read(busy(draft, few, period)), BOOKS[edition]).candidates;
      const second = estimate(read(busy(draft, written(plus(scaled(few), scaled(more))), period)), BOOKS[edition]).candidates;
      expect(second.map((one) => one.id)).toEqual(first.map((one) => one.id));
      expect(cheaper(first, second)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('what two APIs are counted to have each, though it is said once, is said of them', () => {
  const both = (realtime: object) => ({
    name: 'any',
    region: 'us-east-1',
    traffic: { requests: '1M/month' },
    ...realtime,
    backend: { lambda: { memory: '512 MB', duration: '100 ms', provisioned: { concurrency: '10' } } },
    observability: { xray: { sampling: '5%', retrieved: '2M/month' } },
  });
  const said = (draft: Draft) =>
    estimate(read(draft), awsBook).assumptions.flatMap(({ id, text }) => (id === 'counted-for-both' ? [text] : []));
  expect(said(both({ realtime: { connections: '100', inbound: { rate: '1/min' } } }))).toEqual([
    'What backend.lambda.provisioned, observability.xray.retrieved states exists twice: for the API of the requests, and for the API of the connections.',
  ]);
  expect(said(both({}))).toEqual([]);
});

test('so many new connections a second cost what the connections cost that they add up to, however short each is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7200 }), fc.integer({ min: 1, max: 500 }), (seconds, aSecond) => {
      const costs = [{ connectRate: `${aSecond}/s` }, { connections: `${aSecond * seconds}` }].map((many) => {
        const realtime = { ...many, sessionLength: `${seconds} s`, inbound: { rate: '10/min' } };
        const [websocket] = estimate(read({ name: 'any', region: 'us-east-1', realtime }), awsBook).candidates;
        return websocket && plain(websocket.listCost);
      });
      expect(costs[0]).toBe(costs[1]);
    }),
    { numRuns: 200 },
  );
});

/** The same workload with so much to do. */
function busy(draft: Draft, count: string, period: string): Draft {
  const { traffic, realtime } = draft;
  const rate = `${count}/${period}`;
  return {
    ...draft,
    ...(traffic ? { traffic: { ...traffic, requests: rate } } : {}),
    ...(realtime ? { realtime: { ...realtime, ...('connectRate' in realtime ? { connectRate: rate } : { connections: count }) } } : {}),
  };
}

function cheaper(first: readonly CandidateEstimate[], second: readonly CandidateEstimate[]): readonly string[] {
  return second.flatMap((one, index) => {
    const before = first[index]?.listCost;
    return before && one.listCost.lt(before) ? [`${one.id} falls from ${plain(before)} to ${plain(one.listCost)}`] : [];
  });
}
