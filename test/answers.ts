import { costDocument } from '../src/app/cost/document.ts';
import { recommendDocument } from '../src/app/recommend/document.ts';
import { throttleDocument } from '../src/app/throttle/document.ts';
import { advise } from '../src/advise/advise.ts';
import { throttle } from '../src/advise/throttle.ts';
import type { PriceBook } from '../src/pricebook/price-book.ts';
import type { Workload } from '../src/workload/schema.ts';

/** What is printed of one workload as JSON, for tests that are about its figures. */
export const costOfOne = (workload: Workload, book: PriceBook, input: unknown = null) =>
  costDocument({
    ...answer(workload, book, input),
    results: answer(workload, book, input).results.map((one) => ({ ...one, volumes: null })),
    pooled: null,
  });

export const adviceOfOne = (workload: Workload, book: PriceBook) => recommendDocument(answer(workload, book, null));

const answer = (workload: Workload, book: PriceBook, input: unknown) => {
  const advice = advise(workload, book);
  return {
    results: [{ costed: advice, input, gates: [], reasons: async () => advice }],
    gates: [],
    asOf: null,
    agreement: book.agreement,
    problems: [],
  };
};

export const throttlingOfOne = (workload: Workload, book: PriceBook) =>
  throttleDocument({ weighed: [throttle(workload, book)], problems: [] });
