// Whoever meets an id in an answer can ask `explain` what it is: every word of a transcript that looks like an id has a page.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { pageNames, pagesOf } from '../../src/app/explain/pages.ts';
import { breakevenSchema } from '../../src/documents/breakeven/schema.ts';
import { costSchema } from '../../src/documents/cost/schema.ts';
import { diffSchema } from '../../src/documents/diff/schema.ts';
import { explainSchema } from '../../src/documents/explain/schema.ts';
import { lintSchema } from '../../src/documents/lint/schema.ts';
import { pricesDiffSchema } from '../../src/documents/prices/diff.ts';
import { pricesImportSchema } from '../../src/documents/prices/import.ts';
import { pricesListSchema, pricesQuoteSchema, pricesShowSchema } from '../../src/documents/prices/schema.ts';
import { pricesVerifySchema } from '../../src/documents/prices/verify.ts';
import { recommendSchema } from '../../src/documents/recommend/schema.ts';
import { reportSchema } from '../../src/documents/report/schema.ts';
import { gateSchema, priceAgeSchema, summarySchema, totalsSchema } from '../../src/documents/summary.ts';
import { HOPS } from '../../src/documents/terms/hops.ts';
import { scanSchema } from '../../src/documents/scan/schema.ts';
import { optimizeSchema } from '../../src/documents/optimize/schema.ts';
import { sweepSchema } from '../../src/documents/sweep/schema.ts';
import { throttleSchema } from '../../src/documents/throttle/schema.ts';
import { filesUnder } from '../house/source.ts';
import { awsBook, priceData } from '../price-book.ts';
import { ROOT } from '../run.ts';

const known = new Set(pageNames().map(({ id }) => id));
const hasPage = (id: string) => known.has(id) || pagesOf(id, awsBook).length > 0;

const SUMMARIES = [summarySchema, totalsSchema, gateSchema, priceAgeSchema];
test.each(SUMMARIES.flatMap(({ entries }) => Object.keys(entries)))('%s, a key of a summary', (key) => {
  expect(known).toContain(key);
});

/** The words of every list of words in a form. */
function wordsIn(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(wordsIn);
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, options } = schema as { readonly type?: string; readonly options?: readonly string[] };
  if (type === 'picklist') return options ?? [];
  return Object.values(schema).flatMap(wordsIn);
}

test('every hop', () => {
  const files = [...filesUnder(`${ROOT}src/hops`), ...filesUnder(`${ROOT}src/journey`)].map((path) => readFileSync(path, 'utf8'));
  const ids = files.flatMap((text) => [...text.matchAll(/\bid: '([a-z-]+)',\s+side|check\('([a-z-]+)'|hop: '([a-z-]+)'/g)].map((match) => match.slice(1).find(Boolean)));
  expect(ids.length).toBeGreaterThan(20);
  expect(ids.filter((id) => !Object.hasOwn(HOPS, id ?? ''))).toEqual([]);
});

const DOCUMENTS: readonly v.GenericSchema[] = [
  costSchema,
  diffSchema,
  lintSchema,
  recommendSchema,
  reportSchema,
  scanSchema,
  optimizeSchema,
  breakevenSchema,
  sweepSchema,
  throttleSchema,
  explainSchema,
  pricesListSchema,
  pricesQuoteSchema,
  pricesShowSchema,
  pricesVerifySchema,
  pricesImportSchema,
  pricesDiffSchema,
];
/** Kinds of pages, and editions of the form itself. */
const OF_THE_FORM = new Set(['1', '2']);
test('every word that a document has for a state or a kind', () => {
  const words = [...new Set(DOCUMENTS.flatMap(wordsIn))].filter((word) => !OF_THE_FORM.has(word));
  expect(words.length).toBeGreaterThan(50);
  expect(words.filter((word) => !hasPage(word))).toEqual([]);
});

/** Words with a hyphen, dotted paths, skus and compositions. */
const LIKE_AN_ID = /(?<![\w./@:+$-])[a-z][a-zA-Z0-9]*(?:(?:[-+./]|\[\d*\]\.)[a-zA-Z0-9]+)+(?![\w/-])/g;
/** Addresses, options, rate codes and paths of files have pages of nobody. */
const NO_ID = /\[[^\]\s]+\]\(https?:[^)]*\)|https?:\/\/\S+|\]\([^)]*\)|--[a-z-]+|apigw-advisor|\b[\w./-]+\.(?:ya?ml|json|html|csv|md|xlsx|xml|sarif|tf)\b/g;
/** Plain English, words of AWS, and names in examples of ours, that have a hyphen or a dot. Sources of prices stand beside title, date and address. */
const ENGLISH = new Set(
  (
    'access-log best-effort contract-first edge-optimized execute-api fan-out flat-rate internet-facing load-balanced load-balancer ' +
    'error.message pay-as-you-go provisioned-concurrency rate-based yaml-language-server usage-type always-free private-api sign-in cost-center flash-sale lambda-feed report-2026-11 ' +
    'vCPU-second vCPU-hour context.extendedRequestId context.integrationLatency context.requestId context.responseLatency ' +
    'requestContext.domainName x-amzn-remapped-www-authenticate'
  ).split(' '),
);

const here = import.meta.dirname;
const stories = readdirSync(here).filter((name) => existsSync(`${here}/${name}/expected.md`));
const read = (paths: readonly string[]) => paths.filter((path) => path.endsWith('.yaml')).map((path) => readFileSync(path, 'utf8'));
const examples = read(filesUnder(`${ROOT}examples`).filter((path) => !path.includes('/article/')));

/** What a story was given: what somebody called a workload, a tag or a file is theirs, and so is a slip. */
function given(story: string): string {
  const files = filesUnder(`${here}/${story}`).filter((path) => !path.endsWith('expected.md'));
  return [story, ...files, ...read(files), ...examples].join('\n');
}

test('every id in a transcript', () => {
  const apart = new Set([...awsBook.regions, ...awsBook.geographies, ...Object.keys(priceData.sources), ...ENGLISH]);
  const unknown = stories.flatMap((story) => {
    const text = stripVTControlCharacters(readFileSync(`${here}/${story}/expected.md`, 'utf8')).replaceAll(NO_ID, ' ');
    const ids = [...new Set(text.match(LIKE_AN_ID))];
    const strange = ids.filter((id) => !hasPage(id) && !apart.has(id));
    const theirs = strange.length === 0 ? '' : given(story);
    return strange.filter((id) => !id.split(/[.[\]]+/).every((key) => theirs.includes(key))).map((id) => `${id} in ${story}`);
  });
  expect(unknown).toEqual([]);
});
