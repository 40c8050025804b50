/**
 * apigw-advisor as a library: read a workload, open the price book, advise or estimate, and print. Nothing here reads the
 * network, the clock or the environment. Decimals are exact (`Decimal`) inside, and strings in what a `…Document` returns.
 */
export { advise, type AdviseOptions, type Pick, type Recommendation } from './advise/advise.ts';
export type { Policy } from './advise/policy.ts';
export { throttle, type WorkloadThrottling } from './advise/throttling.ts';
export type { Finding } from './decide/rule.ts';
export { AdvisorError, PriceError, UsageError, WorkloadError, type Problem } from './errors/errors.ts';
export { cheapest, estimate, type CandidateEstimate, type WorkloadEstimate } from './estimate/estimate.ts';
export { quote, type Quote } from './estimate/quote.ts';
export type { MonthOptions } from './journey/month.ts';
export { decimal, type Decimal } from './money/decimal.ts';
export { portfolio, type Portfolio, type PortfolioOptions } from './portfolio/portfolio.ts';
export { summarize, type Report, type ReportOptions } from './portfolio/summary.ts';
export { readPriceData } from './pricebook/files.ts';
export { packagedPriceBook } from './pricebook/packaged.ts';
export { openPriceBook, type PriceBook } from './pricebook/price-book.ts';
export type { Layer, PriceList } from './pricebook/price-list.ts';
export { SKUS, type Sku } from './pricebook/skus.ts';
export { costDocument } from './app/cost/document.ts';
export { recommendDocument } from './app/recommend/document.ts';
export { reportDocument } from './app/report/document.ts';
export { throttleDocument } from './app/throttle/document.ts';
export { parseWorkload } from './workload/read.ts';
export type { Workload } from './workload/schema.ts';
