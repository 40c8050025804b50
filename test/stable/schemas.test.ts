// What published schemas promise is kept in test/stable/published, and nothing of it may be broken within a version. What is new is
// added with `npx vitest run test/stable -u`; a break needs a new schemaVersion (of a document) or major version (of an input) first.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COUNTED_NAMES, MILLISECONDS, MULTIPLIERS, PATTERNS, PERIOD_NAMES, RATE_NAMES } from '../../src/workload/unit-words.ts';
import { ROOT } from '../run.ts';
import { breaks } from './breaks.ts';
import { promisedBy } from './promised.ts';
import { readRecord, written, type Recorded } from './record.ts';

const INPUTS = ['contract', 'workload'];
const folder = join(ROOT, 'schema');
const names = readdirSync(folder).map((file) => file.replace('.schema.json', ''));
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };
const recordOf = (name: string) => join(ROOT, 'test/stable/published', `${name}.txt`);

function schemaOf(name: string): Recorded {
  const promised = promisedBy(JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')) as object);
  if (INPUTS.includes(name)) return { side: 'input', version: Number.parseInt(version, 10), promised };
  const [stated = '""'] = promised.get('schemaVersion')?.kinds ?? [];
  return { side: 'document', version: Number(JSON.parse(stated)), promised };
}

describe('keeps what was published', () => {
  test.each(names)('schema/%s.schema.json', async (name) => {
    const now = schemaOf(name);
    const before = existsSync(recordOf(name)) ? readRecord(readFileSync(recordOf(name), 'utf8')) : null;
    expect(before === null ? [] : breaks(before, now)).toEqual([]);
    await expect(written(now)).toMatchFileSnapshot(recordOf(name));
  });

  test('no schema is withdrawn', () => {
    const kept = readdirSync(join(ROOT, 'test/stable/published')).filter(
      (file) => !['ids.txt', 'exit-codes.txt', 'quantities.txt'].includes(file),
    );
    expect(kept.filter((file) => !names.includes(file.replace('.txt', '')))).toEqual([]);
  });

  test('a record says all that a schema promises', () => {
    for (const name of names) {
      const { promised, ...all } = schemaOf(name);
      const limitsOf = (limits: readonly string[]) => (all.side === 'input' ? limits.toSorted() : []);
      const sorted = [...promised].map(
        ([path, { required, kinds, limits }]) => [path, { required, kinds: kinds.toSorted(), limits: limitsOf(limits) }] as const,
      );
      expect(readRecord(written(schemaOf(name))), name).toEqual({ ...all, promised: new Map(sorted) });
    }
  });

  test('words after a number', async () => {
    const counts = [...MULTIPLIERS.keys(), ...COUNTED_NAMES, 'USD', '$', '%', 'percent'];
    const rates = [...PERIOD_NAMES.keys()].flatMap((period) => [`/${period}`, ` per ${period}`, ` requests/${period}`, `K/${period}`]);
    const sizes = ['B', 'KB', 'kB', 'MB', 'GB', 'KiB', 'MiB', 'GiB', 'bytes', 'kilobytes', 'mb', 'gb'];
    const words = [...new Set([...counts, ...rates, ...RATE_NAMES.keys(), ...MILLISECONDS.keys(), ...sizes])];
    const takes = (kind: string, word: string) =>
      new RegExp(PATTERNS[kind as keyof typeof PATTERNS]()).test(`5${/^[/ ]/.test(word) ? '' : ' '}${word}`);
    const path = recordOf('quantities');
    const before = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : [];
    const lost = before.filter((line) => !takes(line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)));
    expect(lost.map((line) => `${line} is understood no more`)).toEqual([]);
    const lines = Object.keys(PATTERNS).flatMap((kind) => words.filter((word) => takes(kind, word)).map((word) => `${kind} ${word}`));
    await expect(`${[...new Set([...before, ...lines])].toSorted().join('\n')}\n`).toMatchFileSnapshot(path);
  });
});
