// Files whose names are not UTF-8 are read, and shown so that nothing is harmed: such names are bytes, not text.
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bytesOf, nameOf, pathOf } from '../../src/cli/files/path-bytes.ts';
import { ROOT } from '../run.ts';
import { advisor, folderOf, reported, shell, workload } from './files.ts';

const named = (folder: string, ...bytes: readonly number[]) =>
  Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(...bytes), Buffer.from('.yaml')]);

describe('a path as text', () => {
  test.each([
    ['plain.yaml', 'plain.yaml'],
    ['ff2e79616d6c', '\\xff.yaml'],
    ['c3a9c3', 'é\\xc3'],
    ['61eda08062', 'a\\xed\\xa0\\x80b'],
    ['f09f9880ff', '😀\\xff'],
    ['e282acefbfbd', '€\ufffd'],
  ])('%s', (hex, shown) => {
    const bytes = /^[\da-f]+$/.test(hex) ? Buffer.from(hex, 'hex') : Buffer.from(hex);
    const path = pathOf(bytes);
    expect([Buffer.from(bytesOf(path)), nameOf(path)]).toEqual([bytes, shown]);
  });
});

// Windows has no such names, macOS refuses them.
describe.skipIf(process.platform !== 'linux')('names that are not UTF-8', () => {
  const folderOfBytes = () => {
    const folder = folderOf({ 'c.yaml': workload('plain') });
    writeFileSync(named(folder, 0xff), workload('one'));
    writeFileSync(named(folder, 0xfe), workload('two'));
    mkdirSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0xe9)]));
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0xe9), Buffer.from('/deep.yaml')]), workload('deep'));
    return folder;
  };

  test.each([
    ['below a folder', '.', ['./\\xe9/deep.yaml', './\\xfe.yaml', './\\xff.yaml', './c.yaml']],
    ['by a pattern', "'**/*.yaml'", ['\\xe9/deep.yaml', '\\xfe.yaml', '\\xff.yaml', 'c.yaml']],
    ['by a pattern of the shell', '*.yaml', ['\\xfe.yaml', '\\xff.yaml', 'c.yaml']],
    ['on the command line', "$'\\xff.yaml' $'\\xe9' c.yaml", ['\\xe9/deep.yaml', '\\xff.yaml', 'c.yaml']],
    ['in a manifest', 'manifest.yml', ['\\xe9/deep.yaml', '\\xfe.yaml', '\\xff.yaml', 'c.yaml']],
  ])('%s', (_, argv, files) => {
    const folder = folderOfBytes();
    writeFileSync(join(folder, 'manifest.yml'), 'workloads: ["**/*.yaml"]\n');
    const ran = shell(folder, `rm -f ${argv === '.' ? 'manifest.yml' : ''}; $ADVISOR report ${argv} --json`);
    expect([ran.status, reported(ran.stdout).files.toSorted()]).toEqual([0, files.toSorted()]);
    expect(!ran.stdout.includes('\ufffd') && !/\\ud[89a-f]/.test(ran.stdout)).toBe(true);
  });

  test('by every command that reads', () => {
    const folder = folderOfBytes();
    for (const command of [
      'cost',
      'recommend',
      'lint',
      'throttle',
      'lint --format sarif',
      'lint --format junit',
      'diff c.yaml',
      'report --format html',
    ])
      expect(shell(folder, `$ADVISOR ${command} $'\\xff.yaml'`), command).toMatchObject({ status: 0 });
    shell(folder, "$ADVISOR report c.yaml --json > $'\\xfa.json'; echo 'budgets: [{ monthly: 500/month }]' > $'\\xfb.yml'");
    expect(shell(folder, "$ADVISOR report c.yaml --previous $'\\xfa.json' --budgets $'\\xfb.yml'").status).toBe(0);
  });

  test('of price data', () => {
    const folder = folderOf({ 'c.yaml': workload('plain') });
    shell(
      folder,
      `cp -r ${JSON.stringify(join(ROOT, 'dist/pricing-data'))} $'\\xff'; cp -r ${JSON.stringify(join(ROOT, 'pricing-data'))} $'\\xfe'`,
    );
    for (const prices of ['\\xff', '\\xfe'])
      expect(shell(folder, `$ADVISOR diff c.yaml --prices-before $'${prices}'`)).toMatchObject({
        status: 0,
        stderr: expect.not.stringContaining('apigw-advisor:') as string,
      });
  });

  test('with mistakes are named in them', () => {
    const folder = folderOf({});
    writeFileSync(named(folder, 0xff), 'name: a\nregion: us-east-1\ntraffic: {}\n');
    for (const argv of ['.', "$'\\xff.yaml'"]) {
      const ran = shell(folder, `$ADVISOR report ${argv}`);
      expect([ran.status, ran.stderr]).toEqual([3, expect.stringMatching(/^(\.\/)?\\xff\.yaml:3:\d+ /m)]);
    }
    expect(shell(folder, "$ADVISOR cost $'\\xfd.yaml'").stderr).toMatch(
      /^\\xfd\.yaml {2}cannot be read\n {2}because {3}there is no such file/,
    );
  });

  test('are written to', () => {
    const folder = folderOf({ 'c.yaml': workload('plain') });
    expect(shell(folder, "$ADVISOR init $'\\xff.yaml'").stderr).toBe('Wrote \\xff.yaml. Fill it in, then: apigw-advisor cost \\xff.yaml\n');
    expect(shell(folder, "$ADVISOR init $'\\xff.yaml'").stderr).toMatch(/^apigw-advisor: \\xff\.yaml exists already/);
    expect(shell(folder, "$ADVISOR report c.yaml --as-of 2025-11-22 --output $'\\xe9/\\xff.html'").stderr).toBe('wrote \\xe9/\\xff.html\n');
    const found = readdirSync(folder, { encoding: 'buffer' })
      .map((name) => name.toString('latin1'))
      .toSorted();
    expect(found).toEqual(['c.yaml', '\xe9', '\xff.yaml']);
  });

  test('stay where a character was meant that looks like a replaced one', () => {
    const folder = folderOf({ 'c.yaml': workload('plain') });
    renameSync(join(folder, 'c.yaml'), join(folder, '\ufffd.yaml'));
    expect(reported(advisor(folder, ['report', '\ufffd.yaml', '--json']).stdout).files).toEqual(['\ufffd.yaml']);
  });
});
