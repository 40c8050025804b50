// Real files, and the built command line as a real process among them.
import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { ROOT } from '../run.ts';

export const BIN = join(ROOT, 'bin/apigw-advisor.cjs');
const home = mkdtempSync(join(tmpdir(), 'apigw-advisor-files-'));
afterAll(() => rmSync(home, { recursive: true }));
export const ENV = { PATH: process.env['PATH'] ?? '', HOME: home, LANG: 'C.UTF-8' };

/** A workload that costs $1 a month for each million requests of an HTTP API. */
export const workload = (name: string) => `name: ${name}\nregion: us-east-1\ninUse: http\ntraffic: { requests: 1M/month }\n`;

/** A new folder with files in it. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(home, 'in-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** What is in a folder, hidden files too, and what each holds. */
export function contents(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).filter((name) => lstatSync(join(folder, name)).isFile());
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

export function advisor(folder: string, argv: readonly string[], options: SpawnSyncOptions = {}, bin = BIN) {
  const ran = spawnSync(process.execPath, [bin, ...argv], { cwd: folder, env: ENV, timeout: 60_000, ...options, encoding: 'utf8' });
  return { status: ran.status, signal: ran.signal, stdout: ran.stdout, stderr: ran.stderr };
}

/** The same, by a line of the shell, in which $ADVISOR is the command: it passes bytes on as they are. */
export function shell(folder: string, line: string) {
  const command = `"${process.execPath}" "${BIN}"`;
  const ran = spawnSync('bash', ['-c', line.replaceAll('$ADVISOR', command)], { cwd: folder, env: ENV, encoding: 'utf8', timeout: 60_000 });
  return { status: ran.status, stdout: ran.stdout, stderr: ran.stderr };
}

/** Files and tags of the workloads of a report, and what it comes to. */
export function reported(stdout: string) {
  const { listCost, workloads } = JSON.parse(stdout) as {
    listCost: string;
    workloads: { file: string; tags: Record<string, string> | null }[];
  };
  return { listCost, files: workloads.map((one) => one.file), tags: workloads.map((one) => one.tags) };
}
