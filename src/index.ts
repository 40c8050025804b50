/**
 * apigw-advisor as a library: read a workload, open the price book, estimate, and print.
 * Decimals are exact (`Decimal`) inside, and strings in the data that `costDocument` returns.
 */
export { throttle, type WorkloadThrottling } from './advise/throttling.ts';
export { AdvisorError, PriceError, UsageError, WorkloadError, type Problem } from './errors/errors.ts';
export { cheapest, estimate, type CandidateEstimate, type EstimateOptions, type WorkloadEstimate } from './estimate/estimate.ts';
export { quote, type Quote } from './estimate/quote.ts';
export { decimal, type Decimal } from './money/decimal.ts';
export { readPriceData } from './pricebook/files.ts';
export { openPriceBook, type PriceBook } from './pricebook/price-book.ts';
export { SKUS, type Sku } from './pricebook/skus.ts';
export { costDocument } from './report/cost-json.ts';
export { throttleDocument } from './report/throttling-json.ts';
export { parseWorkload } from './workload/read.ts';
export type { Workload } from './workload/schema.ts';
