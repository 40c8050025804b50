// Every figure of every workload that a story or an example has, at nothing, at next to nothing and beyond all bounds: it
// is refused with its place, or priced, weighed, inspected and throttled. None divides by zero, and none ends elsewhere.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { adviceOfOne, costOfOne } from '../answers.ts';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { inspect } from '../../src/decide/inspect.ts';
import { WorkloadError } from '../../src/errors/errors.ts';
import { monthOf } from '../../src/journey/month.ts';
import { portfolio } from '../../src/portfolio/portfolio.ts';
import { BOUNDS } from '../../src/reading/bounds.ts';
import { readYaml } from '../../src/reading/yaml.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';
import { ROOT } from '../run.ts';

const FIGURES = ['0', '0 ms', '0 KB', '0%', '0/s', '0/month', '1e-12', '1e-12 ms', '1e-12/month', '1e24', '1e24/month', '100%', '10240 MB'];
/** What a stream of clients does in a peak takes long by itself, and is another test's matter. */
const SLOW = /^(throttling|traffic\.(peak|burst))/;

type Path = readonly (string | number)[];
const leaves = (data: unknown, path: Path = []): readonly Path[] =>
  typeof data === 'object' && data !== null
    ? Object.entries(data).flatMap(([key, value]) => leaves(value, [...path, Array.isArray(data) ? Number(key) : key]))
    : [path];
function put(data: unknown, [key, ...rest]: Path, value: string): unknown {
  const copy = (Array.isArray(data) ? [...(data as unknown[])] : { ...(data as object) }) as Record<string | number, unknown>;
  copy[key as string] = rest.length === 0 ? value : put(copy[key as string], rest, value);
  return copy;
}

/** Two workloads for each field: one alone may lack what the field is divided by. */
const cases = new Map<string, (readonly [unknown, Path])[]>();
for (const folder of ['test/golden', 'examples'])
  for (const name of readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.yaml') || /(story|figures)\.yaml$/.test(name)) continue;
    const { outline } = readYaml(readFileSync(`${ROOT}${folder}/${name}`, 'utf8'), null, BOUNDS.workload);
    if (outline === null || workloadOf(outline.data) === null) continue;
    for (const path of leaves(outline.data)) {
      const field = path.filter((key) => typeof key === 'string').join('.');
      const known = cases.get(field) ?? [];
      if (known.length < 2 && !SLOW.test(field)) cases.set(field, [...known, [outline.data, path]]);
    }
  }

test.each([...cases])('%s', (_, found) => {
  for (const [data, path] of found)
    for (const figure of FIGURES) {
      const input = put(data, path, figure);
      const workload = workloadOf(input);
      if (workload === null) continue;
      expect(costOfOne(workload, awsBook).results).toHaveLength(1);
      expect(adviceOfOne(workload, awsBook).results).toHaveLength(1);
      inspect(monthOf(workload, awsBook), CANDIDATES);
      portfolio([{ file: 'w.yaml', workload, input }], awsBook);
    }
});

test('a session of no length is a mistake of its field', () => {
  const text = 'name: a\nregion: us-east-1\nrealtime:\n  connections: 10\n  sessionLength: 0 ms\n';
  expect(() => parseWorkload(text)).toThrow('realtime.sessionLength is "0 ms"');
});

function workloadOf(data: unknown) {
  try {
    return parseWorkload(JSON.stringify(data), { regions: awsBook.regions });
  } catch (error) {
    if (error instanceof WorkloadError) return null;
    throw error;
  }
}
