/**
 * apigw-advisor for a page: the same verbs, over price data that the page has fetched. Nothing here, nor below, imports
 * anything of Node.
 */
export { advisor, type Advisor, type Outcome, type Texts } from './app/advisor.ts';
export { contractedPrices, type ContractOptions } from './app/contract/contracted-prices.ts';
export type { CostOptions } from './app/cost/cost.ts';
export type { DiffOptions } from './app/diff/diff.ts';
export type { LintOptions } from './app/lint/lint.ts';
export type { QuoteOptions } from './app/prices/prices.ts';
export type { RecommendOptions } from './app/recommend/recommend.ts';
export type { ReportOptions } from './app/report/report.ts';
export type { ReportSource } from './app/report/sources.ts';
export type { Source } from './app/source.ts';
export type { ThrottleOptions } from './app/throttle/throttle.ts';
export type { BreakevenDocument } from './documents/breakeven/schema.ts';
export type { CostDocument } from './documents/cost/schema.ts';
export type { DiffDocument } from './documents/diff/schema.ts';
export type { ExplainDocument } from './documents/explain/schema.ts';
export type { LintDocument } from './documents/lint/schema.ts';
export type { QuoteDocument } from './documents/prices/schema.ts';
export type { RecommendDocument } from './documents/recommend/schema.ts';
export type { ReportDocument } from './documents/report/schema.ts';
export type { OptimizeDocument } from './documents/optimize/schema.ts';
export type { ThrottleDocument } from './documents/throttle/schema.ts';
export { AdvisorError, PriceError, UsageError, WorkloadError, type Problem } from './errors/errors.ts';
export { priceDataOf } from './pricebook/compiled.ts';
export type { PriceData } from './pricebook/sheet.ts';
