// The composer of `optimize` against the cost function that it calls, and against estimates of the example.

/** A workload whose levers are nearly all free: eight cache sizes, a web ACL, both instruction sets, provisioned concurrency. */
const workload = (memory) => `name: a
region: us-east-1
traffic: { requests: 90M/month, request: 2 KB, response: 5 KB }
waf: { rules: 3 }
cache: { size: 0.5 GB, hitRatio: 30%, otherSizes: { '1.6': 40%, '6.1': 50%, '13.5': 60%, '28.4': 65%, '58.2': 70%, '118': 72%, '237': 74% } }
backend: { lambda: { memory: ${memory} MB, duration: 90 ms, provisioned: { concurrency: 2 } } }
`;

/** Says, for growing numbers of compositions, how long they take. One workload has about a thousand; more are those of several. */
export function benchCompositions(engine, { book, text }, say) {
  const { NOTHING_BOUND, candidateCost, estimate, monthInstead, monthOf, parseWorkload, searching } = engine;
  const free = { ...NOTHING_BOUND, free: new Set(['provisioned']) };
  const read = (yaml) => parseWorkload(yaml, { regions: book.regions });
  const example = read(text);
  const timed = (run) => {
    const started = process.hrtime.bigint();
    run();
    return Number(process.hrtime.bigint() - started);
  };
  const median = (run) => Array.from({ length: 3 }, () => timed(run)).toSorted((a, b) => a - b)[1];
  estimate(example, book);
  searching(monthOf(example, book), NOTHING_BOUND, book).thorough();
  const estimates = median(() => {
    for (let run = 0; run < 700; run += 1) estimate(example, book);
  });
  say(
    '\n| Compositions | Workloads | Time, to as many runs of the cost function (aim 1.5) | To 700 estimates of the example (aim 1, at 2,000) |',
  );
  say('|---:|---:|---:|---:|');
  for (const [workloads, keep] of [
    [1, 5],
    [2, 1],
    [20, 1],
  ]) {
    const months = Array.from({ length: workloads }, (_, index) => monthOf(read(workload(512 + 64 * index)), book));
    const isKept = (setting) =>
      keep === 1 || ((setting['stage-cache'] === 'none' || setting['stage-cache'] === '0.5') && setting.provisioned === 'kept');
    let weighed = [];
    const took = median(() => {
      weighed = months.flatMap((month) => searching(month, free, book).thorough(isKept).weighed);
    });
    const alone = median(() => {
      for (const { candidate, workload: stated } of weighed) candidateCost(candidate, monthInstead(months[0], stated), book);
    });
    say(`| ${weighed.length.toLocaleString('en-US')} | ${workloads} | ${(took / alone).toFixed(2)} | ${(took / estimates).toFixed(2)} |`);
  }
}
