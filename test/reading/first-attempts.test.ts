/**
 * Sixty files as people write them who have read no page of ours: from CloudFormation, the Serverless Framework, Terraform, k6,
 * the AWS Pricing Calculator, or out of their heads. Each is accepted, or its answer, read once and done line by line,
 * leads to a file that is. What is done here is what the answer says, and nothing else.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { expect, test } from 'vitest';
import { WorkloadError, type Problem } from '../../src/errors/errors.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { fieldsAt } from '../../src/workload/schema-at.ts';
import { awsBook } from '../price-book.ts';

type Fields = Record<string, unknown>;
type Path = readonly (string | number)[];

const FOLDER = new URL('first-attempts/', import.meta.url);
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

const asWritten = (text: string) => parse(text, { schema: 'failsafe' }) as Fields;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const inside = (value: unknown, key: string | number) => (value as Fields | undefined)?.[key];
const at = (data: unknown, path: Path): unknown => path.reduce(inside, data);

/** The keys of a dotted path, of which some may have dots in them. */
function steps(dotted: string, data: unknown): Path {
  if (dotted === '') return [];
  const place = /^\[(\d+)\]\.?(.*)$/.exec(dotted);
  if (place) return [Number(place[1]), ...steps(place[2] ?? '', inside(data, Number(place[1])))];
  const keys = isFields(data)
    ? Object.keys(data).filter((key) => dotted === key || dotted.startsWith(`${key}.`) || dotted.startsWith(`${key}[`))
    : [];
  const key = keys.toSorted((a, b) => b.length - a.length)[0] ?? (/^[^.[]+/.exec(dotted)?.[0] as string);
  return [key, ...steps(dotted.slice(key.length).replace(/^\./, ''), inside(data, key))];
}

function remove(data: Fields, path: Path): void {
  const around = at(data, path.slice(0, -1)) as Fields | string | undefined;
  if (typeof around === 'object') Reflect.deleteProperty(around, path.at(-1) ?? '');
}

function merge(into: Fields, from: Fields): void {
  for (const [key, value] of Object.entries(from)) {
    if (isFields(value) && isFields(into[key])) merge(into[key], value);
    else into[key] = value;
  }
}

/** Does what one answer says: takes out what is no field or of no use, and writes the line where it belongs. */
function done(data: Fields, { path, what, write }: Problem): void {
  if (write === null) throw new Error(`${what}: no answer`);
  const where = steps(path ?? '', data);
  const [around, key] = [where.slice(0, -1), where.at(-1)];
  if (write.startsWith('remove ')) return remove(data, where);
  const line: unknown = asWritten(write);
  if (Array.isArray(line)) {
    const list = at(data, around) as unknown[];
    list[Number(key)] = line[0];
    return undefined;
  }
  const [name = ''] = Object.keys(line as Fields);
  const isWrong = /^\S.* is (?:not a field|not known in|a list|a section|empty|")/.test(what);
  if (isWrong && (name !== key || !isFields(at(data, where)))) remove(data, where);
  const section = at(data, around);
  const isField = fieldsAt(around).includes(name) || around[0] === 'needs';
  const belongsHere = what.endsWith(' is not a field') ? isField : isField || name === key || what.includes('" is not known in ');
  return merge(belongsHere && isFields(section) ? section : data, line as Fields);
}

function problemsOf(text: string, file: string): readonly Problem[] {
  try {
    parseWorkload(text, { file, regions: awsBook.regions });
    return [];
  } catch (error) {
    if (error instanceof WorkloadError) return error.problems;
    throw error;
  }
}

test('there are sixty and more', () => expect(NAMES.length).toBeGreaterThanOrEqual(60));

test.each(NAMES)('%s is accepted, or is once its answer was read', async (name) => {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');
  const problems = problemsOf(text, name);
  const data = asWritten(text);
  for (const problem of problems) done(data, problem);
  const mended = stringify(data, { schema: 'failsafe' });
  const told = problems.map(
    ({ line, column, what, because, write }) => `${line}:${column}  ${what}\n  because   ${because}\n  write     ${write}\n`,
  );
  await expect(`${told.join('\n')}\n--- then\n${mended}`).toMatchFileSnapshot(`first-attempts/${name.replace(/yaml$/, 'txt')}`);
  expect(problemsOf(mended, name)).toEqual([]);
});
