import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, run } from '../run.ts';
import { MANY, manyWorkloads } from './many.ts';

const MONTH = ['--month', '2026-11', '--as-of', '2026-11-13'];

/** The page of a story with everything in it: earlier months, budgets, lower bounds, findings, a hostile name. */
export async function fullPage(): Promise<string> {
  const story = [
    'report',
    'workloads',
    ...MONTH,
    '--budgets',
    'budgets.yaml',
    '--previous',
    'september.json',
    '--previous',
    'october.json',
  ];
  return printed([...story, '--format', 'html'], `${ROOT}test/golden/report-attention`);
}

/** The page of many workloads, one of them with a name that does not end. */
export async function longPage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-'));
  mkdirSync(join(folder, 'workloads'));
  for (let index = 1; index <= 30; index += 1) {
    const name = index === 7 ? 'x'.repeat(200) : `api-${index}`;
    const team = index === 8 ? 'y'.repeat(200) : `team-${index % 12}`;
    const text = `name: ${name}\nregion: us-east-1\ntags: { team: ${team} }\ninUse: rest\ntraffic: { requests: ${index}M/month, request: 1 KB, response: 2 KB }\n`;
    writeFileSync(join(folder, 'workloads', `${index}.yaml`), text);
  }
  return printed(['report', 'workloads', ...MONTH, '--format', 'html'], folder);
}

/** The page of many workloads with everything that a report may say: an earlier month, budgets, a tag, accounts. */
export async function manyPage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-'));
  await manyWorkloads(folder);
  return printed([...MANY, '--as-of', '2026-11-13', '--format', 'html'], folder);
}

async function printed(argv: readonly string[], folder: string): Promise<string> {
  const { stdout, stderr } = await run(argv, { folder });
  if (stdout === '') throw new Error(stderr);
  return stdout;
}
