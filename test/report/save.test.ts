// A history of reports: each month is kept in a folder, and compared with the one before it that is there.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../run.ts';

let folder = '';
const made: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-save-'));
  made.push(folder);
  workload(100);
});
afterAll(() => made.forEach((one) => rmSync(one, { recursive: true })));

const keep = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const workload = (millions: number) =>
  keep('apis/shop.yaml', `name: shop\nregion: us-east-1\ninUse: http\ntraffic: { requests: ${millions}M, request: 1 KB, response: 0 B }\n`);

/** Runs a report, and keeps what it writes. */
async function report(...argv: readonly string[]) {
  const ran = await run(['report', 'apis', ...argv], { folder, columns: 80 });
  for (const [path, text] of ran.written) if (!path.endsWith('.xlsx')) keep(path, text);
  return ran;
}
const month = (of: string, ...argv: readonly string[]) => report('--month', of, '--as-of', `${of}-28`, '--save', 'kept', ...argv);

describe('--save', () => {
  test('keeps each month, and finds the one before by itself; what is printed is printed all the same', async () => {
    const first = await month('2026-09');
    expect(first.stdout).toContain('$100.00 a month for 1 workload.');
    expect(first.stdout).not.toContain('Why it moved');
    expect([...first.written.keys()]).toEqual(['kept/report-2026-09.json']);
    expect(first.stderr).toContain('wrote kept/report-2026-09.json\n');
    workload(130);
    await month('2026-10');
    workload(150);
    const third = await month('2026-11', '--full');
    expect(third.stdout).toContain('$20.00 more since 2026-10 (+15.4%)');
    // $100, $130, $150.
    expect(third.stdout).toMatch(/2026-09 .*\$100\.00[^]*2026-10 .*\+\$30\.00[^]*2026-11 .*\+\$20\.00/);
  });

  test('a month that is there is replaced, and compared with what was before it, not with itself or with what came after', async () => {
    await month('2026-09');
    await month('2026-11');
    workload(120);
    const again = await month('2026-11');
    expect(again.stdout).toContain('$20.00 more since 2026-09');
    const between = await month('2026-10');
    expect(between.stdout).toContain('since 2026-09');
    expect(between.stdout).not.toContain('2026-11');
  });

  test('without a month it is of the month of today', async () => {
    const ran = await report('--as-of', '2026-11-30', '--save', 'kept');
    expect([...ran.written.keys()]).toEqual(['kept/report-2026-11.json']);
    expect(ran.stdout).toContain('API costs, 2026-11');
    const wrong = await report('--as-of', '2026-11-31', '--save', 'kept');
    expect([wrong.exitCode, wrong.stderr]).toEqual([2, expect.stringContaining('--as-of is "2026-11-31"')]);
  });

  test('a limit on an increase has nothing to be compared with at first, which is said, and ends nothing', async () => {
    const first = await month('2026-10', '--fail-on-increase', '10%');
    expect([first.exitCode, first.stderr]).toEqual([0, expect.stringContaining('note: there is no earlier report yet')]);
    workload(120);
    const second = await month('2026-11', '--fail-on-increase', '10%');
    expect([second.exitCode, second.stderr]).toEqual([
      1,
      expect.stringContaining('failed --fail-on-increase: $120.00 a month after $100.00'),
    ]);
    expect(second.written.size).toBe(1);
    expect((await report('--fail-on-increase', '10%')).exitCode).toBe(2);
  });

  test('with --output into the same folder, its data is written once', async () => {
    const ran = await month('2026-11', '--output', './kept/');
    expect([...ran.written.keys()].map((path) => path.replace(/^.*\./, ''))).toEqual(['md', 'csv', 'json', 'html', 'xlsx']);
    expect(ran.stderr).toContain('wrote report-2026-11 into ./kept/ (.md, .csv, .json, .html, .xlsx)\n');
    const elsewhere = await month('2026-11', '--output', 'page.html');
    expect([...elsewhere.written.keys()]).toEqual(['page.html', 'kept/report-2026-11.json']);
    expect(elsewhere.stderr).toContain('wrote page.html\nwrote kept/report-2026-11.json\n');
  });

  test('a history among the workloads is none of them, this month’s included', async () => {
    const inside = (of: string) => report('--month', of, '--as-of', `${of}-28`, '--save', 'apis/kept');
    await inside('2026-10');
    await inside('2026-11');
    const again = await inside('2026-11');
    expect([again.exitCode, again.stdout]).toEqual([0, expect.stringContaining('Unchanged since 2026-10')]);
  });

  test('at most a year is looked back on, and folders below hold no history', async () => {
    const [text = ''] = [...(await month('2025-01')).written.values()];
    for (let index = 2; index <= 23; index += 1) {
      const of = index <= 12 ? `2025-${String(index).padStart(2, '0')}` : `2026-${String(index - 12).padStart(2, '0')}`;
      keep(`kept/report-${of}.json`, text.replace('"month": "2025-01"', `"month": "${of}"`));
    }
    keep('kept/old/report-2026-10.json', 'no report');
    keep('kept/notes-2026-10.json', 'no report');
    const ran = await month('2026-12', '--json');
    const { trend, change } = JSON.parse(ran.stdout) as {
      readonly trend: readonly { month: string }[];
      readonly change: { previousMonth: string };
    };
    expect([trend.length, trend[0]?.month, change.previousMonth]).toEqual([13, '2025-12', '2026-11']);
  });

  test('a damaged report of the history is named', async () => {
    keep('kept/report-2026-10.json', '{ "schemaVersion": "1"');
    const ran = await month('2026-11');
    expect([ran.exitCode, ran.stdout, ran.written.size]).toEqual([3, '', 0]);
    expect(ran.stderr).toContain('kept/report-2026-10.json:1:');
  });
});

test('a report of nothing is an error in every format', async () => {
  keep('apis/shop.yaml', 'title: no workload\n');
  for (const format of ['table', 'markdown', 'csv', 'json', 'html', 'xlsx']) {
    const ran = await report('--format', format);
    expect([format, ran.exitCode, ran.stdout, ran.bytes.size]).toEqual([format, 3, '', 0]);
    expect(ran.stderr).toContain('apis/shop.yaml  is not a workload file');
  }
});

test('a tag that no workload has is a mistake, with what may be meant', async () => {
  keep('apis/tagged.yaml', 'name: tagged\nregion: us-east-1\ntags: { CostCenter: a }\ntraffic: { requests: 1M }\n');
  const ran = await report('--group-by', 'costcentre');
  expect([ran.exitCode, ran.stderr]).toEqual([2, expect.stringContaining('write     --group-by CostCenter')]);
  // In whatever case, and a dimension of its own only once.
  expect((await report('--group-by', 'costcenter')).stdout).toContain('By the tag costcenter');
  keep('apis/team.yaml', 'name: team\nregion: us-east-1\ntags: { Team: a }\ntraffic: { requests: 1M }\n');
  expect((await report('--group-by', 'team', '--full')).stdout.match(/By (the tag )?team/gi)).toHaveLength(1);
});
