// Completion in real shells: a line is typed in a terminal, then Tab, and what is on the screen is read.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT, run } from '../run.ts';
import { KEYS, type Session } from '../wizard/terminal.ts';
import { isHere, opened, SHELLS, type Shell } from './shells.ts';

const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-shells-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder with a program of that name. */
function programIn(name: string, line: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, 'apigw-advisor'), `#!/bin/sh\n${line}\n`);
  chmodSync(join(path, 'apigw-advisor'), 0o755);
  return path;
}
const advisor = programIn('bin', `exec "${process.execPath}" "${ROOT}bin/apigw-advisor.cjs" "$@"`);
const here = join(folder, 'here');
mkdirSync(join(here, 'prices'), { recursive: true });
for (const name of ['workload.yaml', 'other workload.yaml', '$(touch run).yaml'])
  writeFileSync(join(here, name), 'name: a\nregion: us-east-1\ntraffic: { requests: 1M/month, response: 2 KB }\n');

/** What is typed before Tab, and the line after it. */
const COMPLETED = [
  ['apigw-advisor rec', 'apigw-advisor recommend'],
  ['apigw-advisor prices qu', 'apigw-advisor prices quote'],
  ['apigw-advisor cost --hours', 'apigw-advisor cost --hours-per-month'],
  ['apigw-advisor cost --format ma', 'apigw-advisor cost --format markdown'],
  ['apigw-advisor cost --format=ma', 'apigw-advisor cost --format=markdown'],
  ['apigw-advisor cost wo', 'apigw-advisor cost workload.yaml'],
  ['apigw-advisor cost workload.yaml --previous ot', 'apigw-advisor cost workload.yaml --previous other\\ workload.yaml'],
  ['apigw-advisor cost --prices pr', 'apigw-advisor cost --prices prices/'],
  ['apigw-advisor cost --region sa', 'apigw-advisor cost --region sa-east-1'],
  ['apigw-advisor prices quote lambda/req', 'apigw-advisor prices quote lambda/requests'],
  ['apigw-advisor explain response-str', 'apigw-advisor explain response-streaming'],
  ['apigw-advisor explain traffic.sizes.0.sh', 'apigw-advisor explain traffic.sizes.0.share'],
  ['apigw-advisor optimize --fix front-door=res', 'apigw-advisor optimize --fix front-door=rest'],
  ['apigw-advisor lint --fail-on note,bl', 'apigw-advisor lint --fail-on note,blocker'],
  ['true && apigw-advisor cost --poli', 'true && apigw-advisor cost --policy'],
] as const;

const lineOf = (session: Session) => session.screen().findLast((line) => line.startsWith('ready>')) ?? '';
/** Clears the line, also where a list of words is open. */
const clear = (session: Session) => session.press(KEYS.ctrlC, '\u0015');

describe.each((Object.keys(SHELLS) as Shell[]).filter(isHere))('%s', (shell) => {
  test('commands, options, choices, files, folders, data', { timeout: 120_000 }, async () => {
    const session = await opened(shell, here, advisor);
    const read: string[] = [];
    for (const [typed, line] of COMPLETED) {
      await session.press(typed, KEYS.tab);
      await session.until(`ready> ${line}`).catch(() => '');
      read.push(lineOf(session).replace('ready> ', ''));
      await clear(session);
    }
    expect(read).toEqual(COMPLETED.map(([, line]) => line));
    await session.press('apigw-advisor cost --region eu-west-', KEYS.tab, KEYS.tab);
    await session.until('eu-west-2');
    await clear(session);
    // A field of the workload, after which its range is typed.
    await session.press('apigw-advisor sweep workload.yaml --over traffic.resp', KEYS.tab);
    await session.until('--over traffic.response=');
    await session.press('1KB');
    await session.until('--over traffic.response=1KB');
    session.hangUp();
  });

  test('read a second time, or with a program that fails, it says nothing', { timeout: 60_000 }, async () => {
    const session = await opened(shell, here, advisor);
    await session.press(`${SHELLS[shell].load}\r`);
    await session.press('echo read "twice"\r');
    await session.until('read twice');
    await session.press(shell === 'fish' ? `set -x PATH ${failing} $PATH\r` : `PATH="${failing}:$PATH"\r`);
    await session.press('apigw-advisor recomm', KEYS.tab);
    await session.press('end');
    await session.until('ready> apigw-advisor recommend');
    expect(session.screen().filter((line) => /refused|error|command not found|readonly|Unknown/i.test(line))).toEqual([]);
    session.hangUp();
  });
});

const failing = programIn('failing', 'echo refused >&2; exit 70');

test('nothing of what is typed is run, and no name of a file', { timeout: 60_000 }, async () => {
  if (!isHere('bash')) return;
  const session = await opened('bash', here, advisor);
  await session.press('apigw-advisor cost $(touch run) ', KEYS.tab, KEYS.tab);
  await session.press(KEYS.ctrlC, 'ls -d ru[n] || echo nothing "ran"\r');
  await session.until('nothing ran');
  session.hangUp();
});

// There is no PowerShell here to run it in.
test('the script of PowerShell asks the program, and is registered for it', async () => {
  const { stdout, exitCode } = await run(['completion', 'powershell']);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("& apigw-advisor complete '--' $QuotedArgs");
  expect(stdout).toContain("Register-ArgumentCompleter -CommandName 'apigw-advisor' -ScriptBlock $__apigw_advisorCompleterBlock");
  expect(stdout).toContain('$ShellCompDirectiveNoFileComp=4');
});
