import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../run.ts';

/** The words of a report on what `manyWorkloads` writes, with everything that a report may say. */
export const MANY =
  'report november --month 2026-11 --previous october.json --budgets budgets.yaml --group-by cost-center --real-hours'.split(' ');

/** Many workloads, whose effects, budgets, savings and tags all have something to say, under long names. */
export async function manyWorkloads(folder: string): Promise<void> {
  for (const [month, shift] of [
    ['october', 0],
    ['november', 1],
  ] as const) {
    mkdirSync(join(folder, month));
    for (let index = 0; index < 90; index += 1) {
      if (index % 15 === shift * 7) continue;
      const name = `the-api-of-the-team-for-${'very-'.repeat(index % 5)}long-names-and-数字-${index}`;
      const text = [
        `name: ${name}`,
        `region: ${index % 4 === 0 ? 'eu-central-1' : index % 9 === 0 ? 'ap-east-2' : 'us-east-1'}`,
        `account: "11112222${3330 + (index % 6)}"`,
        `tags: { team: team-${index % 9}, cost-center: cc-${index % 7} }`,
        index % 3 === 0
          ? 'inUse: rest'
          : index % 3 === 1
            ? `inUse: ${shift ? 'http' : 'rest'}`
            : 'inUse: rest+cache\ncache: { size: 0.5 GB, hitRatio: 20% }',
        `traffic: { requests: ${(index % 30) + 1 + shift * (index % 2)}M, request: 1 KB, response: ${2 + shift} KB, peak: 900/s }`,
        'backend: { lambda: { memory: 512 MB, duration: 80 ms } }',
      ];
      writeFileSync(join(folder, month, `${index}.yaml`), `${text.join('\n')}\n`);
    }
  }
  const budgets = Array.from({ length: 9 }, (_, index) => `  - { tags: { team: team-${index} }, monthly: 10/month }`);
  writeFileSync(join(folder, 'budgets.yaml'), `budgets:\n${budgets.join('\n')}\n`);
  const october = await run(['report', 'october', '--month', '2026-10', '--json'], { folder });
  writeFileSync(join(folder, 'october.json'), october.stdout);
}
