// The recipes of CONTRIBUTING.md, followed in memory: what the compiler names halfway, and nothing at the end.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { priceData } from '../price-book.ts';
import { ROOT } from '../run.ts';
import { forgottenOf } from './regions.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Files that the recipe under a heading lists, with the id of what is added. */
function filesOf(heading: string, id: string): readonly string[] {
  const section = new RegExp(`\n## ${heading}\n([^]*?)(?=\n## |$)`).exec(read('CONTRIBUTING.md'))?.[1] ?? '';
  return [...section.matchAll(/^- `([^`]+)`/gm)].map(([, path = '']) => path.replace(/<\w+>/, id));
}

function insert(path: string, before: string, line: string): string {
  const text = read(path);
  expect(text.split(before), `${path} has one ${before}`).toHaveLength(2);
  return text.replace(before, `${line}\n${before}`);
}

/** A file like another, of something with another name. */
const like = (path: string, names: Readonly<Record<string, string>>) =>
  Object.entries(names).reduce((text, [from, to]) => text.replaceAll(from, to), read(path));

const IMPORT = 'import type { FeatureId }';
const OF_A_FUNCTION = { FUNCTION_URL: 'TOY', 'function-url-rate': 'toy-rate', 'function-url': 'toy', functionUrl: 'toy' };

/** A front door that is much like a function URL, and bills its requests. */
const FRONT_DOOR: Readonly<Record<string, string>> = {
  'src/workload/front-doors.ts': insert(
    'src/workload/front-doors.ts',
    '} as const satisfies Record<string, FrontDoorFacts>;',
    `  toy: {
    title: 'Toy', article: 'a', short: 'toy', plural: 'toys', family: 'function', carries: 'requests', webAclSees: null,
    streams: true, billedAs: 'toy/', refusesBy: 'IAM', metrics: null, throttlesNothing: 'A toy throttles nothing.', without: null, beside: null,
  },`,
  ).replace('  URL,\n', "  URL,\n  { ...PLAIN, frontDoor: 'toy' },\n"),
  'src/facts/features/toy.ts': like('src/facts/features/function-url.ts', { FUNCTION_URL: 'TOY' }),
  'src/facts/quotas/toy.ts': like('src/facts/quotas/function-url.ts', OF_A_FUNCTION),
  'src/facts/front-doors.ts': insert(
    'src/facts/front-doors.ts',
    IMPORT,
    "import { TOY, TOY_PAGES, TOY_SETUP } from './features/toy.ts';\nimport { TOY_QUOTAS } from './quotas/toy.ts';",
  ).replace(
    'const TABLES = {',
    "const TABLES = {\n  toy: { features: TOY, pages: TOY_PAGES, setup: TOY_SETUP, quotas: [{ title: 'Toys', quotas: TOY_QUOTAS }] },",
  ),
  'src/hops/toy.ts': like('src/hops/function-url.ts', {
    ...OF_A_FUNCTION,
    'lambda/requests': 'toy/requests',
    'toy-free': 'function-url-free',
  }).replace('toy-preflights', 'function-url-preflights'),
  'src/candidates/front-doors/toy.ts': like('src/candidates/front-doors/function-url.ts', OF_A_FUNCTION),
  'src/candidates/index.ts': insert(
    'src/candidates/index.ts',
    'import { websocketParts }',
    "import { toyParts } from './front-doors/toy.ts';",
  ).replace('  rest: restParts,', '  toy: toyParts,\n  rest: restParts,'),
  'src/pricebook/skus.ts': read('src/pricebook/skus.ts').replace(
    'export const SKUS = {',
    "export const SKUS = {\n  'toy/requests': lambda('Toy requests', 'request', perRegion),",
  ),
};

const SCHEMA = 'src/workload/traffic-fields.ts';
const field = (traits: string) =>
  insert(SCHEMA, '  sameRegion: v.optional(', `  toy: v.optional(size('Size of a toy.', '2 KB'${traits})),`);
const REGIONS = 'src/facts/regions.ts';
const thing = insert(REGIONS, '} as const satisfies Record<string, { readonly what', "  toys: { what: 'toys', sources: [] },");
const region = (text: string, record: string) =>
  text.replace('export const REGIONS = {', `export const REGIONS = {\n  'xx-test-1': ${record},`);

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile.bind(ts.sys)).config as object,
  ts.sys,
  ROOT,
);

/** What the compiler says of src where some files are others: a line for each, its file first. Nothing is written. */
function compile(
  edits: Readonly<Record<string, string>>,
  before?: ts.Program,
): { readonly program: ts.Program; readonly says: readonly string[] } {
  const edited = new Map(Object.entries(edits).map(([path, text]) => [join(ROOT, path), text]));
  const host = ts.createCompilerHost(options);
  const [exists, readFile, parse] = [host.fileExists.bind(host), host.readFile.bind(host), host.getSourceFile.bind(host)];
  host.fileExists = (name) => edited.has(name) || exists(name);
  host.readFile = (name) => edited.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const text = edited.get(name);
    return text === undefined ? (before?.getSourceFile(name) ?? parse(name, ...rest)) : ts.createSourceFile(name, text, rest[0]);
  };
  const program = ts.createProgram([join(ROOT, 'src/index.ts'), join(ROOT, 'src/cli/main.ts')], { ...options, skipLibCheck: true }, host);
  const says = program.getSemanticDiagnostics().map(({ file, messageText }) => {
    const path = file?.fileName.slice(join(ROOT, '/').length) ?? '';
    return `${path}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
  return { program, says };
}

let halfway: readonly string[] = [];
let done: readonly string[] = [];

beforeAll(() => {
  // A front door with only its record, a quantity without traits, a Region and a thing that no record answers.
  const begun = {
    'src/workload/front-doors.ts': FRONT_DOOR['src/workload/front-doors.ts'] ?? '',
    [SCHEMA]: field(''),
    [REGIONS]: region(thing, '{}'),
  };
  const first = compile(begun);
  halfway = first.says;
  const answered = region(thing, '{ ...UNREAD }').replace("  portals: 'unknown',", "  portals: 'unknown',\n  toys: 'unknown',");
  done = compile({ ...FRONT_DOOR, [SCHEMA]: field(', MIX'), [REGIONS]: answered }, first.program).says;
}, 120_000);

const named = (paths: readonly string[]) =>
  [...new Set(halfway.map((line) => line.split(':')[0] ?? ''))].filter((path) => paths.includes(path));

test('whoever follows the recipes to their ends hears nothing more', () => expect(done).toEqual([]));

test('what is begun is asked for where the recipes say, and nowhere else', () => {
  const recipes = [
    ...filesOf('Add a front door', 'toy'),
    ...filesOf('Add a field to the workload file', 'toy'),
    ...filesOf('Add a Region, refresh a price', 'xx-test-1'),
  ];
  expect([...new Set(halfway.map((line) => line.split(':')[0]))].filter((path) => !recipes.includes(path ?? ''))).toEqual([]);
});

describe('a front door', () => {
  const files = filesOf('Add a front door', 'toy');

  test('is the files of the recipe, eight at most, none of them long', () => {
    expect(Object.keys(FRONT_DOOR)).toEqual(files);
    expect(files.length).toBeLessThanOrEqual(8);
    expect(Object.entries(FRONT_DOOR).filter(([, text]) => text.split('\n').length > 250)).toEqual([]);
  });

  test('that is only a record is asked for by the two lists that lead to all its files', () => {
    expect(named(files).toSorted()).toEqual(['src/candidates/index.ts', 'src/facts/front-doors.ts']);
    for (const line of halfway.filter((one) => files.includes(one.split(':')[0] ?? ''))) expect(line).toMatch(/toy/);
  });
});

describe('a field', () => {
  test('is one file, which the compiler names until it says what it is', () => {
    expect(filesOf('Add a field to the workload file', 'toy')).toEqual([SCHEMA]);
    expect(named([SCHEMA])).toEqual([SCHEMA]);
  });
});

describe('a Region', () => {
  const files = filesOf('Add a Region, refresh a price', 'xx-test-1');
  const added = { regions: [...priceData.regions, 'xx-test-1'], cloudfront: priceData.cloudfront };
  const asked = (lines: readonly string[]) => lines.map((line) => line.split(':')[0]);

  test('that has a sheet is asked for by everything else in the recipe, and one that has a record by its sheet', () => {
    expect(asked(forgottenOf(added)).toSorted()).toEqual(files.filter((path) => path !== 'pricing-data/xx-test-1.yaml').toSorted());
    expect(asked(forgottenOf(priceData, [...priceData.regions, 'xx-test-1']))).toContain('pricing-data/xx-test-1.yaml');
  });

  test('answers everything that not every Region has, and a new such thing is asked of each', () => {
    expect(named([REGIONS])).toEqual([REGIONS]);
  });
});
