// Every rule proves itself by its examples: two workloads that differ in one field, one that it reports and one on
// which it is silent. The stories on which each rule speaks are written down, so that an over-eager one shows.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { BaseSchema } from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../src/candidates/candidate.ts';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { exampleWorkload } from '../../src/decide/example.ts';
import { BLOCKERS } from '../../src/decide/blockers.ts';
import { inspect } from '../../src/decide/inspect.ts';
import type { Example, Fields, Rule } from '../../src/decide/rule.ts';
import { RULES } from '../../src/decide/rules.ts';
import { exampleLines } from '../../src/app/explain/rule-page.ts';
import { WorkloadError } from '../../src/errors/errors.ts';
import { dotted } from '../../src/workload/mistakes.ts';
import { monthOf } from '../../src/journey/month.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { workloadSchema } from '../../src/workload/schema.ts';
import { awsBook } from '../price-book.ts';
import { ROOT } from '../run.ts';

const folder = `${ROOT}src/decide/rules`;
const candidateOf = (id: string) => CANDIDATES.find((one) => one.id === id) as Candidate;
const pairs = RULES.flatMap((rule) => rule.examples.map((example, index) => [`${rule.id} ${index + 1}`, rule, example] as const));

describe('the registry', () => {
  test('has every file of the folder, named after its rule', () => {
    const files = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''));
    const ids = RULES.map((rule) => rule.id);
    expect(
      files.filter((name) => !ids.includes(name)).map((name) => `rules/${name}.ts has no line in src/decide/rules.ts, or another id`),
    ).toEqual([]);
    expect(ids.filter((id) => !files.includes(id)).map((id) => `rule ${id} is not in a file of that name`)).toEqual([]);
    expect(ids).toEqual([...new Set(ids)].toSorted());
  });

  test('has blockers in src/decide/blockers.ts, and nothing else there; a setting that blocks chooses no type', () => {
    expect(BLOCKERS).toEqual(RULES.filter(({ severity, ofSetting }) => severity === 'blocker' && !ofSetting));
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('is written as rules are', () => {
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(rule.title).not.toMatch(/\.$/);
    // lint prints both in one line of a terminal.
    expect(`${rule.severity}  ${rule.title}`.length).toBeLessThanOrEqual(80);
    for (const sentence of [rule.rationale, rule.remedy]) expect(sentence).toMatch(/^[A-Z].*\.$/s);
    expect(rule.sources.length).toBeGreaterThan(0);
    for (const source of rule.sources)
      expect(source).toMatch(/^https:\/\/([a-z]+\.)*(amazon\.com|aws|ietf\.org|w3\.org|rfc-editor\.org)\//);
    expect(rule.frontDoors.length).toBeGreaterThan(0);
  });

  test.each(rule.fields)('reads %s, which is a field', (field) => expect(isField(workloadSchema, field.split('.'))).toBe(true));
});

describe.each(pairs)('example %s', (_, rule, example) => {
  const [difference, ...more] = differences(example.reports, example.silent);

  test('is two workloads that differ in one field, which the rule reads', () => {
    expect(difference).toBeDefined();
    expect(more).toEqual([]);
    expect(
      rule.fields.some((field) => difference === field || difference?.startsWith(`${field}.`) || difference?.startsWith(`${field}[`)),
    ).toBe(true);
  });

  test('reports on one', () => {
    const found = findings(rule, example, 'reports');
    expect(found).toHaveLength(1);
    for (const { because, path } of found) {
      expect(because).toMatch(/^[^A-Z].*[^.]$|^[A-Z]+\b.*[^.]$/);
      // It is about the API, not about the file that says so, and no more exact than one reads.
      expect(because).not.toMatch(/needs says|\.\d\d+%/);
      expect(
        isField(
          workloadSchema,
          dotted(path)
            .replace(/\[\d+\]/g, '')
            .split('.'),
        ),
      ).toBe(true);
    }
  });

  test('is silent on the other', () => expect(findings(rule, example, 'silent')).toEqual([]));

  test('is shown as YAML that says the same', () => {
    for (const side of ['reports', 'silent'] as const) {
      const text = [
        'name: example',
        ...(example[side]['region'] === undefined ? ['region: us-east-1'] : []),
        ...exampleLines(example[side], example.candidate),
      ];
      expect(parseWorkload(text.join('\n'), {})).toEqual(exampleWorkload(example[side], example.candidate));
    }
  });
});

test('on a workload that says only its traffic, no rule has anything to say', () => {
  const minimal = [
    parseWorkload('name: a\nregion: us-east-1\ntraffic: { requests: 1M }', {}),
    parseWorkload('name: a\nregion: us-east-1\nrealtime: { connections: 1K }', {}),
  ];
  const said = minimal.flatMap((workload) =>
    inspect(
      monthOf(workload, awsBook),
      CANDIDATES.filter((one) => one.applies(workload)),
    ),
  );
  expect(said.map((one) => one.rule.id)).toEqual([]);
});

test('stories and examples on which each rule speaks', async () => {
  const speaks = new Map(RULES.map((rule) => [rule.id, [] as string[]]));
  const seen = new Set<string>();
  for (const [name, text] of stories()) {
    if (seen.has(text)) continue;
    seen.add(text);
    const workload = readable(text);
    if (workload === null) continue;
    const found = inspect(
      monthOf(workload, awsBook),
      CANDIDATES.filter((one) => one.applies(workload)),
    );
    for (const { rule, candidates } of found) speaks.get(rule.id)?.push(`${name} (${candidates.join(', ')})`);
  }
  const page = [
    '# Where rules speak',
    'Written by test/decide/rules.test.ts. A story in this list that a rule is not about means that the rule is over-eager. Stories that share a workload are listed once.',
    ...[...speaks].map(([id, where]) => `## ${id}\n\n${where.length === 0 ? 'Nowhere.' : where.map((one) => `- ${one}`).join('\n')}`),
  ].join('\n\n');
  await expect(`${page}\n`).toMatchFileSnapshot('findings-on-stories.md');
});

function findings(rule: Rule, { candidate, ...sides }: Example, side: 'reports' | 'silent') {
  const workload = exampleWorkload(sides[side], candidate);
  expect(candidateOf(candidate).applies(workload)).toBe(true);
  return inspect(monthOf(workload, awsBook), [candidateOf(candidate)]).filter((one) => one.rule === rule);
}

/** Dotted paths of the values in which two examples differ. */
function differences(a: Fields, b: Fields): readonly string[] {
  const [before, after] = [leaves(a, ''), leaves(b, '')];
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
}

function leaves(value: Fields[string], path: string): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object') return new Map([[path, value]]);
  const entries = Array.isArray(value)
    ? value.map((one: Fields, index) => [`${path}[${index}]`, one] as const)
    : Object.entries(value).map(([key, one]) => [path === '' ? key : `${path}.${key}`, one] as const);
  return new Map(entries.flatMap(([key, one]) => [...leaves(one as Fields[string], key)]));
}

interface Described {
  readonly type: string;
  readonly wrapped?: Described;
  readonly entries?: Readonly<Record<string, Described>>;
  readonly item?: Described;
  readonly key?: { readonly options?: readonly string[] };
  readonly value?: Described;
  readonly options?: readonly Described[] | readonly string[];
}

/** Whether the workload schema has a field of this path; items of lists need no index. */
function isField(schema: BaseSchema<unknown, unknown, never> | unknown, [key, ...rest]: readonly string[]): boolean {
  let inner = schema as Described;
  while (inner.type === 'optional' && inner.wrapped) inner = inner.wrapped;
  if (key === undefined) return true;
  if (inner.type === 'array') return isField(inner.item, [key, ...rest]);
  if (inner.type === 'union') return (inner.options ?? []).some((one) => isField(one, [key, ...rest]));
  if (inner.type === 'record') return (inner.key?.options?.includes(key) ?? true) && isField(inner.value, rest);
  const next = inner.entries?.[key];
  return next !== undefined && isField(next, rest);
}

function stories(): readonly (readonly [string, string])[] {
  const golden = `${ROOT}test/golden`;
  const files = (root: string, name: string) => (existsSync(`${root}/${name}`) ? readdirSync(`${root}/${name}`) : []);
  const of = (root: string, name: string) =>
    files(root, name)
      .filter((file) => file.endsWith('.yaml') && file !== 'story.yaml')
      .map((file) => [`${name}/${file}`, readFileSync(`${root}/${name}/${file}`, 'utf8')] as const);
  const names = readdirSync(golden).filter((name) => existsSync(`${golden}/${name}/story.yaml`) && !name.startsWith('bad-'));
  return [...of(ROOT, 'examples'), ...names.flatMap((name) => of(golden, name))];
}

function readable(text: string) {
  try {
    return parseWorkload(text, {});
  } catch (error) {
    if (error instanceof WorkloadError) return null;
    throw error;
  }
}
