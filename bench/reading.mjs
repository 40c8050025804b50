// npm run bench:reading [-- characters] [part of a name]: every shape of bench/shapes.mjs doubled four times, and by how much
// its reading grows with each doubling. n log n grows by 2.1 at most; a quadratic step by 4. Ratios, never milliseconds.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundled } from '../build/bundled.mjs';
import { JSON_SHAPES, YAML_SHAPES } from './shapes.mjs';

const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-bench-'));
const engine = await bundled('bench/engine.ts', join(folder, 'engine.mjs'));
const { BOUNDS, WorkloadError, decimal, parseWorkload, readJson, readYaml } = await import(pathToFileURL(engine).href);
rmSync(folder, { recursive: true });

const [most = '200000', part = ''] = process.argv.slice(2);
const sizes = [16, 8, 4, 2, 1].map((of) => Math.floor(Number(most) / of));
/** Between n log n and a quadratic step, with room for the noise of a machine. */
const TOO_MUCH = 3;

const READERS = [
  ['a workload file', YAML_SHAPES, (text) => parseWorkload(text, { regions: ['us-east-1'] })],
  ['a manifest', YAML_SHAPES, (text) => readYaml(text, null, BOUNDS.manifest)],
  ['an earlier document', JSON_SHAPES, (text) => readJson(text, null, BOUNDS.document)],
  ['an exact decimal', { 'zeros after a point': (n) => `1.${'0'.repeat(n)}`, 'digits and a letter': (n) => `${'1'.repeat(n)}x` }, decimal],
];

console.log(`Node ${process.version}, from ${sizes[0].toLocaleString('en-US')} to ${sizes.at(-1).toLocaleString('en-US')} characters.`);
console.log('\n| Read as | Shape | Grows by, each time it is doubled | Answer |\n|---|---|---:|---|');
let grew = 0;
for (const [reader, shapes, read] of READERS) {
  for (const [shape, text] of Object.entries(shapes).filter(([name]) => name.includes(part))) {
    const first = growthOf(read, text);
    // Whoever else uses the machine is not there twice.
    const { growth, answer } = first.growth > TOO_MUCH ? growthOf(read, text) : first;
    if (growth > TOO_MUCH) grew += 1;
    console.log(`| ${reader} | ${shape} | ${growth.toFixed(2)} | ${answer} |`);
  }
}
if (grew > 0) {
  console.error(`${grew} shapes grow faster than n log n`);
  process.exitCode = 1;
}

function growthOf(read, text) {
  timed(read, text(sizes[0]));
  const found = sizes.map((size) => timed(read, text(size)));
  return { growth: slope(found.map((one) => one.ms)), answer: found.at(-1).answer };
}

/** The quickest of three, since others use the machine too. */
function timed(read, text) {
  let [ms, answer] = [Infinity, ''];
  for (let run = 0; run < 3 && (run === 0 || ms < 2000); run += 1) {
    const start = performance.now();
    answer = answerOf(read, text);
    ms = Math.min(ms, performance.now() - start);
  }
  return { ms, answer };
}

function answerOf(read, text) {
  try {
    const { problems, problem } = read(text);
    return problem?.what ?? problems?.[0]?.what ?? 'read';
  } catch (error) {
    if (error instanceof RangeError && read === decimal) return 'no number';
    if (!(error instanceof WorkloadError)) throw error;
    return error.problems[0].what.slice(0, 80);
  }
}

/** The least-squares line through the logarithms, as growth for one doubling; what takes less than half a millisecond is noise. */
function slope(times) {
  const logs = times.map((ms) => Math.log2(Math.max(ms, 0.5)));
  const middle = (times.length - 1) / 2;
  const mean = logs.reduce((sum, one) => sum + one, 0) / logs.length;
  const over = logs.reduce((sum, one, index) => sum + (index - middle) * (one - mean), 0);
  const under = logs.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  return 2 ** (over / under);
}
