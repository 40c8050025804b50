// A report of many workloads against the engine alone, in time and in memory: each a process of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const alone = fileURLToPath(new URL('./report-engine.mjs', import.meta.url));
const preload = fileURLToPath(new URL('./max-rss.cjs', import.meta.url));
const example = readFileSync(new URL('../examples/catalogue.yaml', import.meta.url), 'utf8');

/**
 * Says, for each count of workloads, what a report takes as a ratio to the engine alone, and its peak memory as one to
 * `node -e 0`: the median of so many runs.
 * @param programs `engine` is the file of bench/engine.ts, bundled.
 */
export function benchReports(counts, { bin, engine, env }, say) {
  const nothing = measure(['-e', '0'], env).memory;
  say('\n| `report` of | Format | Time, to the engine alone (aim 1.5) | Peak memory, to `node -e 0` | of the engine alone |');
  say('|---|---|---:|---:|---:|');
  for (const [count, runs] of counts) {
    const folder = workloads(count);
    const computed = measureMedian(runs, [alone, engine, folder], env);
    for (const format of ['table', 'json', 'csv', 'html']) {
      const { time, memory } = measureMedian(runs, [bin, 'report', folder, '--format', format], env);
      const ratios = [time / computed.time, memory / nothing, computed.memory / nothing].map((one) => one.toPrecision(3));
      say(`| ${count.toLocaleString('en-US')} | ${format} | ${ratios.join(' | ')} |`);
    }
    rmSync(folder, { recursive: true });
  }
}

/** Workloads of one kind that differ in name, team and volume. */
function workloads(count) {
  const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-report-'));
  for (let index = 0; index < count; index += 1) {
    const text = example
      .replace(/^name: .*$/m, `name: api-${index}`)
      .replace(/requests: [^,\n]*/, `requests: ${1_000_000 + index * 1_003}/month`);
    writeFileSync(join(folder, `api-${String(index).padStart(6, '0')}.yaml`), text);
  }
  return folder;
}

function measure(argv, env) {
  const started = process.hrtime.bigint();
  const { status, output } = spawnSync(process.execPath, ['--require', preload, ...argv], {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`${argv.join(' ')} ended with ${status}`);
  return { time: Number(process.hrtime.bigint() - started), memory: Number(String(output[3])) };
}

function measureMedian(runs, argv, env) {
  const all = Array.from({ length: runs }, () => measure(argv, env));
  const middle = (of) => all.map(of).toSorted((a, b) => a - b)[Math.floor(runs / 2)];
  return { time: middle((one) => one.time), memory: middle((one) => one.memory) };
}
