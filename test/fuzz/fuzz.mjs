// npm run fuzz [-- --seconds N] [-- --seed N]: damaged files and odd command lines, one after the other, until one breaks
// what must hold of any input, or time is up. The same seed tries the same inputs in the same order.
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { rolldown } from 'rolldown';

const { values: flags } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' } } });
const seconds = Number(flags.seconds);
const seed = flags.seed === undefined ? Math.floor(Math.random() * 1_000_000_000) : Number(flags.seed);
if (!(seconds > 0) || !Number.isSafeInteger(seed)) {
  console.error('fuzz: --seconds and --seed are numbers, such as --seconds 600 --seed 7');
  process.exit(2);
}

/** Seconds after which an input is taken to never come back. Slow ones are found long before, by how long they take. */
const NEVER = 300;

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, `dist-fuzz-${process.pid}`);
process.on('exit', () => rmSync(built, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
const hunt = await bundle('test/fuzz/hunt.ts');

// The stack is as deep as that of the command itself; a thread has four times as much.
const worker = new Worker(hunt, { workerData: { seed, seconds }, resourceLimits: { stackSizeMb: 1, maxOldGenerationSizeMb: 2048 } });
let last = null;
let since = performance.now();
worker.on('message', (told) => {
  since = performance.now();
  if (told.type === 'trying') last = told;
  else if (told.type === 'failed') fail(told);
  else survived(told);
});
worker.on('error', (error) => fail({ ...last, error: error.stack ?? String(error) }));
setInterval(() => {
  if (performance.now() - since > NEVER * 1000) fail({ ...last, error: `no answer after ${NEVER} seconds` });
}, 1000).unref();

function survived({ tried, understood, minutes, kinds }) {
  const figure = (count) => Math.round(count).toLocaleString('en-US');
  for (const [kind, count] of Object.entries(kinds).toSorted()) console.log(`  ${figure(count).padStart(9)}  ${kind}`);
  console.log(
    `fuzz: ${figure(tried)} inputs, ${figure(tried / minutes)} a minute, none of which broke anything; ${Math.round((understood / tried) * 100)}% were understood, the others refused (seed ${seed})`,
  );
  worker.terminate();
}

function fail({ seed: of = seed, tried, input = null, error }) {
  console.error(`fuzz: an input breaks what must hold\n\n${error}\n`);
  console.error(`seed      ${of}: npm run fuzz -- --seed ${of}`);
  console.error(`tried     ${JSON.stringify(tried ?? null).slice(0, 2000)}`);
  if (input !== null) {
    const path = join(tmpdir(), `apigw-advisor-fuzz-${of}`);
    writeFileSync(path, input);
    console.error(`smallest  ${input.length} bytes, in ${path}`);
    if (input.length <= 2000) console.error(JSON.stringify(Buffer.from(input).toString('utf8')));
  }
  process.exit(1);
}

/** One module of the hunt and of all that it tries; each part of it keeps the place it has in the sources. */
async function bundle(input) {
  const inPlace = {
    name: 'in-place',
    transform: (code, id) =>
      code.includes('import.meta.url') ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)) : null,
  };
  const made = await rolldown({
    input: join(root, input),
    platform: 'node',
    external: /^(?:[a-z]|@(?!oxc-project))/,
    plugins: [inPlace],
    logLevel: 'warn',
  });
  await made.write({ dir: built, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs', codeSplitting: false });
  await made.close();
  return join(built, 'hunt.mjs');
}
