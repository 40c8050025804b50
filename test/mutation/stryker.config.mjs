const room = process.env.MUTATED_ROOM;
const results = `.mutation/${room}`;

/** Run by mutate.mjs, which names the room. */
export default {
  plugins: ['@stryker-mutator/vitest-runner', './test/mutation/sample.mjs'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  checkers: ['sample'],
  mutate: [`src/${room}/**/*.ts`],
  incremental: true,
  incrementalFile: `${results}.incremental.json`,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `${results}.json` },
  tempDirName: '.mutation/sandbox',
  concurrency: Number(process.env.MUTATED_AT_ONCE ?? 2),
  timeoutMS: 15_000,
  allowConsoleColors: false,
  ignorePatterns: ['dist', 'docs', 'bench', 'coverage', 'test/golden', '.mutation'],
};
