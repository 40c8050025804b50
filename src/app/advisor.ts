import type { Policy } from '../advise/policy.ts';
import type { BreakevenDocument } from '../documents/breakeven/schema.ts';
import type { CostDocument } from '../documents/cost/schema.ts';
import type { DiffDocument } from '../documents/diff/schema.ts';
import type { ExplainDocument } from '../documents/explain/schema.ts';
import type { LintDocument } from '../documents/lint/schema.ts';
import type { QuoteDocument } from '../documents/prices/schema.ts';
import type { RecommendDocument } from '../documents/recommend/schema.ts';
import type { ReportDocument } from '../documents/report/schema.ts';
import type { OptimizeDocument } from '../documents/optimize/schema.ts';
import type { SweepDocument } from '../documents/sweep/schema.ts';
import type { ThrottleDocument } from '../documents/throttle/schema.ts';
import type { EditionId, PriceData } from '../pricebook/sheet.ts';
import type { Answer } from './answer.ts';
import { breakeven, type BreakevenOptions } from './breakeven/breakeven.ts';
import { breakevenDocument } from './breakeven/document.ts';
import { cost, type CostOptions } from './cost/cost.ts';
import { costDocument } from './cost/document.ts';
import { diff, type DiffOptions } from './diff/diff.ts';
import { diffDocument } from './diff/document.ts';
import { scenarios } from './diff/scenarios.ts';
import { scenariosDocument } from './diff/scenarios-document.ts';
import { explain, explainDocument } from './explain/explain.ts';
import { lintDocument } from './lint/document.ts';
import { lint, type LintOptions } from './lint/lint.ts';
import { optimizeDocument } from './optimize/document.ts';
import { optimize, type OptimizeOptions } from './optimize/optimize.ts';
import { quoteDocument } from './prices/document.ts';
import { quote, quoteFor, type QuoteOptions } from './prices/prices.ts';
import { recommendDocument } from './recommend/document.ts';
import { recommend, type RecommendOptions } from './recommend/recommend.ts';
import { reportDocument } from './report/document.ts';
import { report, type ReportOptions } from './report/report.ts';
import type { ReportSource } from './report/sources.ts';
import type { Source } from './source.ts';
import { sweepDocument } from './sweep/document.ts';
import { sweep, type SweepOptions } from './sweep/sweep.ts';
import { throttleDocument } from './throttle/document.ts';
import { throttle, type ThrottleOptions } from './throttle/throttle.ts';

/** One workload as text, or several texts with the names that messages use. */
export type Texts = string | Iterable<Source>;

/** What a verb answers: the document that the command of its name prints with `--json`, and what belongs beside it. */
export interface Outcome<Document> extends Pick<Answer, 'failed' | 'remarks'> {
  readonly document: Document;
}

/**
 * Every verb as a function of texts and options, over one set of prices. What has a default on the command line has it here. Nothing is read, printed or asked of the clock.
 * Each throws an `AdvisorError` for what leaves no answer: an option that is none, or damaged price data. Mistakes of one text
 * among several stand in the document's `errors`.
 */
export interface Advisor {
  recommend(texts: Texts, options?: Partial<RecommendOptions>): Promise<Outcome<RecommendDocument>>;
  cost(texts: Texts, options?: Partial<CostOptions>): Promise<Outcome<CostDocument>>;
  /** @param now null for the same text, under other prices. */
  diff(before: string | Source, now: string | Source | null, options?: Partial<DiffOptions>): Promise<Outcome<DiffDocument>>;
  /** Several workloads side by side. */
  scenarios(texts: Iterable<Source>, options?: Partial<DiffOptions>): Promise<Outcome<DiffDocument>>;
  lint(texts: Texts, options?: Partial<LintOptions>): Promise<Outcome<LintDocument>>;
  optimize(texts: Texts, options?: Partial<OptimizeOptions>): Promise<Outcome<OptimizeDocument>>;
  breakeven(texts: Texts, options?: Partial<BreakevenOptions>): Promise<Outcome<BreakevenDocument>>;
  /** @param text one workload, over `options.over`. */
  sweep(text: string | Source, options: Partial<SweepOptions> & Pick<SweepOptions, 'over'>): Promise<Outcome<SweepDocument>>;
  throttle(texts: Texts, options?: Partial<ThrottleOptions>): Promise<Outcome<ThrottleDocument>>;
  report(texts: Iterable<ReportSource>, options: Partial<ReportOptions> & Pick<ReportOptions, 'asOf'>): Promise<Outcome<ReportDocument>>;
  quote(sku: string, quantity: string, options?: Partial<QuoteOptions>): QuoteDocument;
  /** @param amount dollars, for the greatest quantity that they buy. */
  quoteFor(sku: string, amount: string, options?: Partial<QuoteOptions>): QuoteDocument;
  explain(id: string, options?: { readonly edition?: EditionId }): ExplainDocument;
}

const DEFAULTS = { edition: 'aws', policy: 'native-first', allocation: 'proportional' } as const satisfies {
  readonly edition: EditionId;
  readonly policy: Policy;
  readonly allocation: ReportOptions['allocation'];
};

/** @param prices what the package carries (`packagedPrices`), or any other price data. */
export function advisor(prices: PriceData): Advisor {
  return {
    recommend: async (texts, options) => outcome(await recommend(sources(texts), { ...DEFAULTS, ...options }, prices), recommendDocument),
    cost: async (texts, options) => outcome(await cost(sources(texts), { ...DEFAULTS, ...options }, prices), costDocument),
    diff: async (before, now, options = {}) =>
      outcome(await diff(source(before), now === null ? null : source(now), options, prices), diffDocument),
    scenarios: async (texts, options = {}) => outcome(await scenarios([...texts], options, prices), scenariosDocument),
    lint: async (texts, options) =>
      outcome(await lint(sources(texts), { ...DEFAULTS, candidate: 'built', ...options }, prices), lintDocument),
    optimize: async (texts, options) => outcome(await optimize(sources(texts), { ...DEFAULTS, ...options }, prices), optimizeDocument),
    breakeven: async (texts, options) => outcome(await breakeven(sources(texts), { ...DEFAULTS, ...options }, prices), breakevenDocument),
    sweep: async (text, options) => outcome(await sweep(source(text), { ...DEFAULTS, ...options }, prices), sweepDocument),
    throttle: async (texts, options) => outcome(await throttle(sources(texts), { ...DEFAULTS, ...options }, prices), throttleDocument),
    report: async (texts, options) => outcome(await report(texts, { ...DEFAULTS, ...options }, prices), reportDocument),
    quote: (sku, quantity, options) => quoteDocument(quote(sku, quantity, { ...DEFAULTS, ...options }, prices)),
    quoteFor: (sku, amount, options) => quoteDocument(quoteFor(sku, amount, { ...DEFAULTS, ...options }, prices)),
    explain: (id, options) => explainDocument(explain(id, { ...DEFAULTS, ...options }, prices)),
  };
}

function outcome<A extends Answer, Document>(answer: A, write: (answer: A) => Document): Outcome<Document> {
  return { document: write(answer), failed: answer.failed, remarks: answer.remarks };
}

function source(text: string | Source): Source {
  return typeof text === 'string' ? { file: 'workload.yaml', text } : text;
}

function sources(texts: Texts): Iterable<Source> {
  return typeof texts === 'string' ? [source(texts)] : texts;
}
