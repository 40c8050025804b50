// What differs on Windows and macOS, with the paths and the environment of these systems: no test here runs on them.
import { win32 } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isBelow } from '../../src/cli/files/beside.ts';
import { ownFolder } from '../../src/cli/files/data-folder.ts';
import { whyNot } from '../../src/cli/files/write-words.ts';
import { slashed } from '../../src/cli/ports.ts';
import { physical } from '../../src/export/sarif.ts';
import { run } from '../run.ts';

describe('on Windows', () => {
  test('the own folder is the same in PowerShell, where there is no HOME, and in Git Bash, where there is one', () => {
    const LOCALAPPDATA = 'C:\\Users\\Ann\\AppData\\Local';
    const own = (env: Record<string, string>) => ownFolder(env['XDG_DATA_HOME'], ['.local', 'share'], env, win32);
    expect([own({ LOCALAPPDATA }), own({ LOCALAPPDATA, HOME: 'C:\\Users\\Ann' }), own({})]).toEqual([
      `${LOCALAPPDATA}\\apigw-advisor`,
      `${LOCALAPPDATA}\\apigw-advisor`,
      null,
    ]);
  });

  test.each([
    ['C:\\apis', 'C:\\apis\\shop\\api.yaml', true],
    ['C:\\apis', 'C:\\apis', true],
    ['C:\\', 'C:\\apis', true],
    ['C:\\Apis', 'c:\\apis\\api.yaml', true],
    ['C:\\apis', 'C:\\apis-of-others\\api.yaml', false],
    ['C:\\apis', 'C:\\api.yaml', false],
    ['C:\\apis', 'D:\\apis\\api.yaml', false],
    ['\\\\server\\share\\apis', '\\\\server\\share\\apis\\api.yaml', true],
  ])('below %s lies %s: %s', (folder, path, below) => {
    expect(isBelow(folder, path, win32)).toBe(below);
  });

  test('a path is written with either sign, and said with one', () => {
    expect(slashed(['cost', 'apis\\*.yaml', '\\\\server\\share\\a.yaml', '--json'])).toEqual([
      'cost',
      'apis/*.yaml',
      '//server/share/a.yaml',
      '--json',
    ]);
  });

  test('a file of another drive has an address', () => {
    expect(physical('C:/my apis/a.yaml', null, null)).toEqual({
      physicalLocation: { artifactLocation: { uri: 'file:///C:/my%20apis/a.yaml' } },
    });
  });

  test('a file that Excel has open says so', () => {
    expect(whyNot({ code: 'EBUSY' })).toBe('another program has it open');
  });

  test('lines that end with CR and LF, and a mark of the order of bytes, are read', async () => {
    const stdin = '\ufeffname: a\r\nregion: us-east-1\r\ntraffic:\r\n  requests: 1M\r\n';
    expect((await run(['cost', '-', '--format', 'csv'], { stdin })).exitCode).toBe(0);
  });

  test('a screen without a locale is drawn in ASCII, unless it is Windows Terminal', async () => {
    const drawn = async (env: Record<string, string>) => (await run(['cost', 'examples/catalogue.yaml'], { env })).stdout;
    expect(await drawn({})).toMatch(/^[\0-\x7f]*$/);
    expect(await drawn({ WT_SESSION: '1' })).toContain('▶');
  });
});

describe('on macOS', () => {
  test('the own folder is below the home, as on Linux', () => {
    expect(ownFolder(undefined, ['.local', 'share'], { HOME: '/Users/ann' })).toBe('/Users/ann/.local/share/apigw-advisor');
  });
});
