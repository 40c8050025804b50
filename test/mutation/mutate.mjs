// npm run mutate -- ROOM [--share 0.5] [--seed 2] [--at-once 1]: which small damage to a room no test of its own notices.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ORACLES = 'test/oracle/oracles.test.ts';
/** Tests in process that are about a room, and the share of its mutants that a run tries, at least 300 of them. */
const ROOMS = {
  hops: { share: 0.35, by: ['test/hops/*.test.ts', ORACLES] },
  journey: { share: 1, by: ['test/journey/*.test.ts'] },
  estimate: { share: 0.7, by: ['test/estimate/*.test.ts', ORACLES] },
  whatif: { share: 1, by: ['test/whatif/*.test.ts'] },
  throttling: { share: 0.45, by: ['test/throttling/by-hand.test.ts', 'test/throttling/aws-examples.test.ts'] },
  compose: { share: 0.6, by: ['test/compose/*.test.ts'] },
  portfolio: { share: 0.26, by: ['test/portfolio/*.test.ts', 'test/properties/diff.test.ts'] },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { share: { type: 'string' }, seed: { type: 'string' }, 'at-once': { type: 'string' } },
});
const [name] = positionals;
const room = Object.hasOwn(ROOMS, name ?? '') ? ROOMS[name] : null;
if (room === null) {
  console.error(`npm run mutate -- ROOM, where ROOM is ${Object.keys(ROOMS).join(', ')}`);
  process.exit(2);
}

const { status } = spawnSync(
  process.execPath,
  ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'test/mutation/stryker.config.mjs'],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      MUTATED_ROOM: name,
      MUTATED_BY: room.by.join(' '),
      MUTATED_SHARE: values.share ?? String(room.share),
      MUTATED_SEED: values.seed ?? '1',
      MUTATED_AT_ONCE: values['at-once'] ?? '2',
    },
  },
);
if (status !== 0) process.exit(status ?? 1);

const { files, testFiles } = JSON.parse(readFileSync(`${ROOT}.mutation/${name}.json`, 'utf8'));
const allTests = Object.values(testFiles).reduce((count, { tests }) => count + tests.length, 0);
const mutants = Object.entries(files).flatMap(([file, { mutants: found }]) => found.map((one) => ({ file, ...one })));
const tried = mutants.filter(({ status: found }) => !['CompileError', 'Ignored', 'RuntimeError'].includes(found));
// Where a damaged constant keeps a test file from loading, its tests do not run, and Stryker takes that for a survivor.
const noticed = tried.filter(
  ({ status: found, static: atLoad, testsCompleted }) =>
    found === 'Killed' || found === 'Timeout' || (found === 'Survived' && atLoad && testsCompleted < allTests),
);
for (const { file, location, mutatorName, replacement, status: found } of tried.filter((one) => !noticed.includes(one))) {
  console.log(
    `${file}:${location.start.line}:${location.start.column} ${mutatorName} ${found}: ${replacement.replaceAll(/\s+/g, ' ').slice(0, 100)}`,
  );
}
console.log(
  `${name}: ${noticed.length} of ${tried.length} mutants noticed, ${((100 * noticed.length) / tried.length).toFixed(1)}%; ${mutants.length - tried.length} not tried`,
);
