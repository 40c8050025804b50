/** Schemas of what tools take and answer, which a client may read; `detail: "full"` answers in the form of the document named so. */
export const SCHEMAS = {
  workload: 'Every field of a workload',
  recommend: 'What recommend_api_type answers with detail "full"',
  cost: 'What price_workload and check_budget answer with detail "full"',
  diff: 'What compare_workloads answers with detail "full"',
  optimize: 'What optimize answers with detail "full"',
  'prices-quote': 'What quote_rate answers with detail "full"',
  lint: 'What lint_workload answers with detail "full"',
  scan: 'What scan_template answers with detail "full"',
  explain: 'What explain answers',
} as const;

const PREFIX = 'apigw-advisor://schema/';

export const resources = Object.entries(SCHEMAS).map(([name, description]) => ({
  uri: `${PREFIX}${name}`,
  name: `${name}.schema.json`,
  description,
  mimeType: 'application/schema+json',
}));

/** The name of a schema by its address; null where there is none. */
export function schemaNamed(uri: string): keyof typeof SCHEMAS | null {
  const name = uri.startsWith(PREFIX) ? uri.slice(PREFIX.length) : '';
  return Object.hasOwn(SCHEMAS, name) ? (name as keyof typeof SCHEMAS) : null;
}
