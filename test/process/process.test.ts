// The built command line as a real process: pipes that close, disks that are full, colours.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkPrinted } from '../printed-json.ts';
import { ROOT } from '../run.ts';

const home = mkdtempSync(join(tmpdir(), 'apigw-advisor-'));
afterAll(() => rmSync(home, { recursive: true }));

const BIN = join(ROOT, 'bin/apigw-advisor.cjs');
const EXAMPLE = join(ROOT, 'examples/catalogue.yaml');
const env = { PATH: process.env['PATH'] ?? '', HOME: home, LANG: 'C.UTF-8' };

function advisor(argv: readonly string[], more: { env?: Record<string, string>; input?: string; cwd?: string } = {}) {
  const { env: extra, ...options } = more;
  const ran = spawnSync(process.execPath, [BIN, ...argv], { encoding: 'utf8', env: { ...env, ...extra }, ...options });
  checkPrinted(argv, ran.stdout);
  return ran;
}

test('--version prints the version of the package', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(advisor(['--version']).stdout).toBe(`${version}\n`);
  expect(advisor(['-V']).stdout).toBe(`${version}\n`);
});

test('the price book is opened, not read whole: other Regions may be missing', () => {
  mkdirSync(join(home, 'pkg'));
  execFileSync('cp', ['-r', join(ROOT, 'bin'), join(ROOT, 'dist'), join(home, 'pkg')]);
  rmSync(join(home, 'pkg/dist/pricing-data/sa-east-1.json'));
  const run = (argv: string[]) =>
    spawnSync(process.execPath, [join(home, 'pkg/bin/apigw-advisor.cjs'), ...argv], { encoding: 'utf8', env });
  expect(run(['cost', EXAMPLE, '--json']).status).toBe(0);
  const broken = run(['cost', EXAMPLE, '--region', 'sa-east-1']);
  expect(broken.status).toBe(4);
  expect(broken.stderr).toContain('the file is missing or unreadable');
});

/** Runs a shell line in which $ADVISOR is the command, and tells it as a transcript. */
function transcript(title: string, line: string): string {
  const advisor = `"${process.execPath}" "${BIN}"`;
  const told = spawnSync('bash', ['-o', 'pipefail', '-c', line.replaceAll('$ADVISOR', advisor)], { encoding: 'utf8', env, cwd: ROOT });
  const block = (name: string, text: string) => (text === '' ? [] : [`${name}:`, '', '````', text.replace(/\n$/, ''), '````', '']);
  const shown = line.replaceAll('$ADVISOR', 'apigw-advisor');
  return [
    `# ${title}`,
    '',
    `\`${shown}\``,
    '',
    ...block('stdout', told.stdout),
    ...block('stderr', told.stderr),
    `Exit code: ${told.status}`,
    '',
  ].join('\n');
}

test('a reader that has seen enough ends it quietly', async () => {
  const told = transcript('A reader that has seen enough', '$ADVISOR prices list --json | head -c 10');
  await expect(told).toMatchFileSnapshot('closed-pipe.md');
});

test.skipIf(!existsSync('/dev/full'))('a full disk is said, with exit code 2', async () => {
  const told = transcript('A full disk', '$ADVISOR cost examples/catalogue.yaml --json --as-of 2025-07-02 > /dev/full');
  await expect(told).toMatchFileSnapshot('full-disk.md');
});

test('standard input is read for -, and may be empty', () => {
  const good = advisor(['cost', '-', '--format', 'csv'], { input: 'name: a\nregion: us-east-1\ntraffic: { requests: 1M }\n' });
  expect(good.status).toBe(0);
  expect(good.stdout.split('\n')[0]).toContain('listCost');
  const empty = advisor(['cost', '-'], { input: '' });
  expect(empty.status).toBe(3);
  expect(empty.stderr).toContain('the file is empty');
});

test('a stream without end is read no further than a workload may be long', () => {
  const endless = spawnSync('bash', ['-c', `yes 'name: a' | "${process.execPath}" "${BIN}" cost -`], { encoding: 'utf8', env });
  expect(endless.status).toBe(3);
  expect(endless.stderr).toContain('standard input  is too large');
});

test.skipIf(process.platform === 'win32')('standard input that does not block is waited for', async () => {
  const fifo = join(home, 'fifo');
  execFileSync('sh', ['-c', 'mkfifo "$0"', fifo]);
  const input = openSync(fifo, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = spawn('sh', ['-c', `exec 3>"${fifo}"; echo open; sleep 1; cat "${EXAMPLE}" >&3`], { env });
  await once(writer.stdout, 'data');
  const reader = spawn(process.execPath, [BIN, 'cost', '-', '--format', 'csv'], { env, stdio: [input, 'ignore', 'ignore'] });
  expect(await once(reader, 'exit')).toEqual([0, null]);
  closeSync(input);
});

test('a pipe has no colour, FORCE_COLOR has, NO_COLOR and --no-color win', () => {
  const coloured = (extra: Record<string, string>, ...argv: string[]) =>
    advisor(['cost', EXAMPLE, ...argv], { env: extra }).stdout.includes('\u001b[');
  expect(coloured({})).toBe(false);
  expect(coloured({ FORCE_COLOR: '1' })).toBe(true);
  expect(coloured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  expect(coloured({ FORCE_COLOR: '1' }, '--no-color')).toBe(false);
});

test('init writes a workload that cost can price, and replaces nothing unless told', () => {
  const folder = mkdtempSync(join(home, 'init-'));
  expect(advisor(['init'], { cwd: folder }).status).toBe(0);
  expect(advisor(['cost', 'workload.yaml'], { cwd: folder }).status).toBe(0);
  writeFileSync(join(folder, 'workload.yaml'), 'mine');
  const refused = advisor(['init'], { cwd: folder });
  expect(refused.status).toBe(2);
  expect(readFileSync(join(folder, 'workload.yaml'), 'utf8')).toBe('mine');
  expect(advisor(['init', '--force'], { cwd: folder }).status).toBe(0);
  expect(advisor(['init', 'no/such/folder/w.yaml'], { cwd: folder }).status).toBe(2);
});

test('schema prints the file of the package', () => {
  expect(advisor(['schema']).stdout).toBe(readFileSync(join(ROOT, 'schema/workload.schema.json'), 'utf8'));
  expect(advisor(['schema', 'cost']).stdout).toBe(readFileSync(join(ROOT, 'schema/cost.schema.json'), 'utf8'));
});
