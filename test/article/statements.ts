import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { parse } from 'yaml';
import { SAVINGS } from '../../src/advise/savings/index.ts';
import { QUESTIONS } from '../../src/decide/questions.ts';
import { RULES } from '../../src/decide/rules.ts';
import { QUOTAS } from '../../src/facts/quotas/index.ts';
import { ALL_SKUS } from '../../src/pricebook/skus.ts';
import { ASSUMPTIONS, type AssumptionId } from '../../src/workload/assumptions.ts';
import { FEATURE_IDS, type FeatureId } from '../../src/workload/features.ts';
import { ROOT } from '../run.ts';
import { figures, figuresBySection } from './figures.ts';

/** What became of a statement of the article. */
export const VERDICTS = {
  agrees: 'Agrees',
  incomplete: 'Incomplete',
  outdated: 'Outdated',
  wrong: 'Wrong',
  'contradicts-itself': 'Contradicts itself',
  unpublished: 'Nobody publishes it',
} as const;
export type Verdict = keyof typeof VERDICTS;

const words = v.pipe(v.string(), v.minLength(1));
const url = v.pipe(v.string(), v.regex(/^https:\/\/\S+$/));
const day = v.pipe(v.string(), v.isoDate());
const oneOf = <T extends string>(ids: readonly T[]) => v.pipe(v.picklist(ids));

const feature = oneOf(FEATURE_IDS as readonly FeatureId[]);
const door = oneOf(['rest', 'http', 'websocket', 'alb', 'function-url']);
const quota = oneOf(QUOTAS.map(({ id }) => id));
const assumption = oneOf(Object.keys(ASSUMPTIONS) as AssumptionId[]);
const figure = oneOf(figures.map(({ id }) => id));

/** The form that a key of the input names, so that a mistake is told of that form and not of all. */
function byKey<T extends Readonly<Record<string, v.GenericSchema>>>(
  forms: T,
  otherwise: keyof T,
): v.GenericSchema<v.InferInput<T[keyof T]>, v.InferOutput<T[keyof T]>> {
  const chosen = (input: unknown) =>
    Object.keys(forms).find((key) => typeof input === 'object' && input !== null && key in input) ?? otherwise;
  return v.lazy((input) => forms[chosen(input) as string] as T[keyof T]) as never;
}

/** What settles a statement: a cell of the project, a fact that has no cell yet with its page, or reasoning. */
const evidence = byKey(
  {
    feature: v.strictObject({ feature, of: v.optional(v.array(door)) }),
    quota: v.strictObject({ quota }),
    assumption: v.strictObject({ assumption }),
    figure: v.strictObject({ figure }),
    fact: v.strictObject({ fact: words, source: v.union([url, v.array(url)]), read: v.optional(day) }),
    reasoning: v.strictObject({ reasoning: words }),
  },
  'fact',
);
export type Evidence = v.InferOutput<typeof evidence>;

const workloadSchema = JSON.parse(readFileSync(join(ROOT, 'schema/workload.schema.json'), 'utf8')) as JsonSchema;

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

function isField(path: string): boolean {
  return path.split('.').reduce<JsonSchema | undefined>((schema, key) => schema?.properties?.[key], workloadSchema) !== undefined;
}

/** Where the tool uses it, beside the cells that settle it. */
const use = byKey(
  {
    feature: v.strictObject({ feature }),
    quota: v.strictObject({ quota }),
    question: v.strictObject({ question: oneOf(QUESTIONS.map(({ id }) => id)) }),
    rule: v.strictObject({ rule: oneOf(RULES.map(({ id }) => id)) }),
    sku: v.strictObject({ sku: v.picklist(ALL_SKUS) }),
    assumption: v.strictObject({ assumption }),
    figure: v.strictObject({ figure }),
    field: v.strictObject({ field: v.pipe(v.string(), v.check(isField, 'no such field of a workload')) }),
    saving: v.strictObject({ saving: oneOf(SAVINGS.map(({ id }) => id)) }),
    page: v.strictObject({
      page: v.pipe(
        v.string(),
        v.check((name) => existsSync(join(ROOT, `docs/${name}.md`)), 'no such page of docs'),
      ),
    }),
    command: v.strictObject({ command: v.picklist(readdirSync(join(ROOT, 'src/cli/commands')).map((file) => file.replace('.ts', ''))) }),
  },
  'feature',
);
export type Use = v.InferOutput<typeof use>;

const common = {
  verdict: v.picklist(Object.keys(VERDICTS) as Verdict[]),
  claims: v.optional(v.array(v.pipe(v.string(), v.regex(/^C\d{3}$/))), []),
  aws: v.pipe(v.array(evidence), v.minLength(1)),
  note: v.optional(words),
  uses: v.optional(v.array(use), []),
  nowhere: v.optional(words),
};
const sentence = v.strictObject({ says: words, ...common });
const cells = v.strictObject({ says: v.record(v.string(), words), ...common });
export type Statement = v.InferOutput<typeof sentence> | v.InferOutput<typeof cells>;

const row = byKey(
  {
    statements: v.strictObject({ row: words, statements: v.pipe(v.array(cells), v.minLength(2)) }),
    says: v.pipe(
      v.strictObject({ row: words, ...cells.entries }),
      v.transform(({ row, ...statement }) => ({ row, statements: [statement] })),
    ),
  },
  'says',
);
const step = v.pipe(
  v.strictObject({ step: words, ...sentence.entries }),
  v.transform(({ step, ...statement }) => ({ row: step, statements: [statement] })),
);
const table = byKey(
  {
    figures: v.strictObject({ table: words, figures: v.picklist(figuresBySection.map(({ section }) => section)) }),
    rows: v.strictObject({ table: words, rows: v.array(row) }),
    steps: v.strictObject({ table: words, steps: v.array(step) }),
  },
  'rows',
);
const page = v.strictObject({
  title: words,
  tables: v.array(table),
  /** Sections of figures.yaml that stand beside the tables. */
  figures: v.optional(v.array(v.picklist(figuresBySection.map(({ section }) => section))), []),
  text: v.optional(v.array(v.strictObject({ section: words, statements: v.pipe(v.array(sentence), v.minLength(1)) })), []),
});

/** A row of a table, or a step of a flowchart, with what the article states in it. */
export interface Row {
  readonly row: string;
  readonly statements: readonly Statement[];
}

/** A table on a page: either its figures (the money tables), or its rows. */
export type Table = { readonly table: string } & ({ readonly figures: string } | { readonly rows: readonly Row[] });

export interface Page {
  readonly id: string;
  readonly title: string;
  readonly tables: readonly Table[];
  readonly figures: readonly string[];
  readonly text: readonly { readonly section: string; readonly statements: readonly Statement[] }[];
}

const contents = v.array(
  v.strictObject({ id: words, heading: words, columns: v.array(words), rows: v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number)) }),
);

const folder = new URL('../../examples/article/', import.meta.url);
const read = (name: string): unknown => parse(readFileSync(new URL(name, folder), 'utf8'), { schema: 'failsafe' });

/** Every table and flowchart of the article. */
export const CONTENTS = v.parse(contents, read('tables.yaml'));

/** The parts of docs/article.md, in the order of the article. */
export const PAGES: readonly Page[] = readdirSync(fileURLToPath(new URL('pages', folder)))
  .toSorted()
  .map((file) => {
    const { tables, ...rest } = parsePage(file);
    const id = file.replace(/^\d+-|\.yaml$/g, '');
    return { id, ...rest, tables: tables.map((one) => ('steps' in one ? { table: one.table, rows: one.steps } : one)) };
  });

function parsePage(file: string): v.InferOutput<typeof page> {
  const result = v.safeParse(page, read(`pages/${file}`));
  if (result.success) return result.output;
  throw new Error(result.issues.map((issue) => `${file}: ${v.getDotPath(issue) ?? ''}: ${issue.message}`).join('\n'));
}

/** Every statement of a page, those of its tables first. */
export function statementsOf({ tables, text }: Pick<Page, 'tables' | 'text'>): readonly Statement[] {
  return [
    ...tables.flatMap((one) => ('rows' in one ? one.rows.flatMap(({ statements }) => statements) : [])),
    ...text.flatMap(({ statements }) => statements),
  ];
}
