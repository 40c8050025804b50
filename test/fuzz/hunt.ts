/** The hunt itself, in a thread of its own so that whoever started it can end it when one input never comes back. */
import { rmSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import * as fc from 'fast-check';
import setup from '../build.setup.ts';
import { bake, cases, type Case } from './cases.ts';
import { corpora, folderOfNeighbours, GOOD } from './corpus.ts';
import { judge } from './judge.ts';
import { smallest } from './smallest.ts';

/** What the hunt is told, and what it tells. */
const { seed, seconds } = workerData as { readonly seed: number; readonly seconds: number };
export type Told =
  /** `input` where it is not what the case alone comes to. */
  | { readonly type: 'trying'; readonly seed: number; readonly tried: Case; readonly input?: Uint8Array }
  | { readonly type: 'failed'; readonly seed: number; readonly tried: Case; readonly input: Uint8Array | null; readonly error: string }
  | {
      readonly type: 'survived';
      readonly tried: number;
      readonly understood: number;
      readonly minutes: number;
      readonly kinds: Readonly<Record<string, number>>;
    };
// A thread has no origin, unlike a window.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const tell = (told: Told) => parentPort?.postMessage(told);

/** Cases of one seed. A failure names the seed it is of, so that it comes again at once. */
const BATCH = 200;

// Some cases are run by the command as it is installed.
setup();
const folder = await folderOfNeighbours();
const corpus = await corpora();
let tried = 0;
let understood = 0;
const kinds: Record<string, number> = {};

/** A case of which nothing is wrong. */
const USUAL: Case = {
  by: 'command',
  file: 'workload',
  argv: ['recommend', 'set/w.yaml', '--json'],
  recipe: { from: 0, edits: [], form: 'json', cuts: [] },
};

/** Milliseconds of the processor that a case takes. */
async function effort(one: Case, bytes: Buffer): Promise<number> {
  const before = process.cpuUsage();
  await judge(one, bytes, folder);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What this machine takes for it, the median of a few. */
const usual = await (async () => {
  const took: number[] = [];
  for (let round = 0; round < 15; round += 1) took.push(await effort(USUAL, Buffer.from(GOOD)));
  return took.toSorted((a, b) => a - b)[7] as number;
})();

/** Generous, and in proportion to the input: what is slower than that does not grow as it should. */
const bound = (bytes: number) => usual * (100 + bytes / 2000);

async function examine(one: Case, bytes: Buffer): Promise<void> {
  const started = performance.now();
  if ((await judge(one, bytes, folder)) === 'understood') understood += 1;
  if (performance.now() - started < bound(bytes.length)) return;
  // The machine may have been busy with something else.
  const took = await effort(one, bytes);
  if (took > bound(bytes.length))
    throw new Error(`${bytes.length} bytes take ${Math.round(took / usual)} times as long as a usual workload of ${GOOD.length} bytes`);
}

const baked = (one: Case) => ('file' in one ? bake(one.recipe, corpus[one.file]) : Buffer.alloc(0));

async function hunt(): Promise<void> {
  const began = performance.now();
  const end = began + seconds * 1000;
  for (let batch = seed; performance.now() < end; batch += 1) {
    const details = await fc.check(
      fc.asyncProperty(cases, async (one) => {
        tell({ type: 'trying', seed: batch, tried: one });
        tried += 1;
        const kind = 'file' in one ? `${one.by} ${one.file}` : one.by;
        kinds[kind] = (kinds[kind] ?? 0) + 1;
        await examine(one, baked(one));
      }),
      // Shrinking ends at some time, whether or not it is done.
      { seed: batch, numRuns: BATCH, interruptAfterTimeLimit: 120_000, markInterruptAsFailure: false },
    );
    if (!details.failed) continue;
    const one = details.counterexample?.[0] as Case;
    const whole = baked(one);
    const input =
      'file' in one
        ? await smallest(whole, (bytes) => {
            tell({ type: 'trying', seed: batch, tried: one, input: bytes });
            return examine(one, bytes);
          })
        : null;
    const error = details.errorInstance instanceof Error ? (details.errorInstance.stack ?? '') : String(details.errorInstance);
    tell({ type: 'failed', seed: batch, tried: one, input, error });
    return;
  }
  tell({ type: 'survived', tried, understood, minutes: (performance.now() - began) / 60_000, kinds });
}

try {
  await hunt();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
