import type { Tool } from './tool.ts';

/** A tool by its name: what it takes and how it answers is loaded where it is called, or all are listed. */
export interface Named {
  readonly name: string;
  load(): Promise<Tool>;
}

/** In the order in which a client lists them. */
export const TOOLS: readonly Named[] = [
  { name: 'recommend_api_type', load: async () => (await import('./tools/recommend-api-type.ts')).recommendApiType },
  { name: 'price_workload', load: async () => (await import('./tools/price-workload.ts')).priceWorkload },
  { name: 'compare_workloads', load: async () => (await import('./tools/compare-workloads.ts')).compareWorkloads },
  { name: 'optimize', load: async () => (await import('./tools/optimize.ts')).optimize },
  { name: 'check_budget', load: async () => (await import('./tools/check-budget.ts')).checkBudget },
  { name: 'quote_rate', load: async () => (await import('./tools/quote-rate.ts')).quoteRate },
  { name: 'lint_workload', load: async () => (await import('./tools/lint-workload.ts')).lintWorkload },
  { name: 'scan_template', load: async () => (await import('./tools/scan-template.ts')).scanTemplate },
  { name: 'explain', load: async () => (await import('./tools/explain.ts')).explain },
];
