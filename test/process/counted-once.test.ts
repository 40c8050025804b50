// A workload counts once, whatever paths lead to its file: identity is the real file.
import { linkSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { advisor, folderOf, reported, shell, workload } from './files.ts';

/** A folder in which five paths lead to one file, and a loop of folders to all of them. */
function linked(): string {
  const folder = folderOf({ 'c.yaml': workload('orders') });
  symlinkSync('c.yaml', join(folder, 'b.yaml'));
  linkSync(join(folder, 'c.yaml'), join(folder, 'd.yaml'));
  mkdirSync(join(folder, 'below'));
  symlinkSync('..', join(folder, 'below', 'loop'));
  symlinkSync('../c.yaml', join(folder, 'below', 'a.yaml'));
  return folder;
}

describe('report', () => {
  test.each([
    ['two spellings of a path', 'c.yaml ./c.yaml', 'c.yaml'],
    ['a symbolic link', 'b.yaml c.yaml', 'c.yaml'],
    ['links alone', 'below/a.yaml b.yaml', 'below/a.yaml'],
    ['a hard link', 'c.yaml d.yaml', 'c.yaml'],
    ['a loop of folders', 'below/loop/below/loop/c.yaml c.yaml', 'c.yaml'],
    ['a folder with all of them', '.', './c.yaml'],
    ['a folder and a pattern', ". '**/*.yaml'", './c.yaml'],
    ['a folder by two names', 'below below/loop/below/', 'below/a.yaml'],
  ])('%s', (_, named, kept) => {
    const ran = shell(linked(), `$ADVISOR report ${named} --json`);
    expect([ran.status, reported(ran.stdout).listCost, reported(ran.stdout).files.length]).toEqual([0, '1', 1]);
    expect(ran.stderr).toMatch(/^note: .* is the same file as .*; it is read once\./m);
    expect(reported(ran.stdout).files).toEqual([kept]);
  });

  test('a file named twice by one name, and a folder that links lead back to, are nothing to speak of', () => {
    const folder = folderOf({ 'c.yaml': workload('orders') });
    symlinkSync('.', join(folder, 'loop'));
    const ran = advisor(folder, ['report', '.', './c.yaml', '--json']);
    expect(reported(ran.stdout).files).toEqual(['./c.yaml']);
    expect(ran.stderr).not.toContain('same file');
  });

  test('two workloads with the same text are two', () => {
    const ran = advisor(folderOf({ 'a.yaml': workload('orders'), 'b.yaml': workload('orders') }), ['report', '.', '--json']);
    expect(reported(ran.stdout)).toMatchObject({ listCost: '2', files: ['./a.yaml', './b.yaml'] });
  });

  test('many loops are walked once each', () => {
    const folder = folderOf({});
    for (let one = 0; one < 12; one += 1) {
      mkdirSync(join(folder, `${one}`));
      writeFileSync(join(folder, `${one}`, 'w.yaml'), workload(`w${one}`));
      for (let other = 0; other < 12; other += 1) symlinkSync(`../${other}`, join(folder, `${one}`, `to-${other}`));
    }
    const ran = advisor(folder, ['report', '.', '--json']);
    expect(reported(ran.stdout).files).toHaveLength(12);
    expect(reported(ran.stdout).files.every((file) => /^\.\/\d+\/w\.yaml$/.test(file))).toBe(true);
  });

  test('what cannot be entered or leads nowhere is said', () => {
    const folder = folderOf({ 'c.yaml': workload('orders') });
    symlinkSync('nowhere.yaml', join(folder, 'gone.yaml'));
    symlinkSync('circle.yaml', join(folder, 'circle.yaml'));
    const ran = advisor(folder, ['report', '.', '--json']);
    expect([ran.status, reported(ran.stdout).files]).toEqual([3, ['./c.yaml']]);
    expect(ran.stderr).toContain('./gone.yaml  cannot be read\n  because   there is no such file');
    expect(ran.stderr).toContain('./circle.yaml  cannot be read\n  because   its links lead in a circle');
    expect(advisor(folder, ['report', 'circle.yaml']).status).toBe(3);
  });

  test('a file whose name looks like a pattern is that file', () => {
    const ran = advisor(folderOf({ 'a[1].yaml': workload('orders') }), ['report', 'a[1].yaml', '--json']);
    expect(reported(ran.stdout).files).toEqual(['a[1].yaml']);
  });

  test('a pattern that can match nothing is said to', () => {
    const folder = folderOf({ 'c.yaml': workload('orders') });
    for (const line of [
      "$ADVISOR report '*/d.yaml'",
      '$ADVISOR report "$(printf \'*%.0s\' {1..70000})"',
      "mkdir gone; cd gone; rmdir ../gone; $ADVISOR report '*.yaml'",
    ]) {
      const ran = shell(folder, line);
      expect([ran.status, ran.stderr.slice(-150)], line).toEqual([3, expect.stringContaining('holds no workload file')]);
    }
  });
});

describe('a manifest', () => {
  test('that lists what is also named or found lays its tags over it, once', () => {
    const folder = linked();
    writeFileSync(join(folder, 'manifest.yaml'), 'workloads: [{ path: c.yaml, tags: { team: shop } }]\n');
    for (const named of [
      'manifest.yaml c.yaml',
      'manifest.yaml b.yaml',
      '. --manifest manifest.yaml',
      'd.yaml below/loop/manifest.yaml manifest.yaml',
    ]) {
      const { status, stdout } = shell(folder, `$ADVISOR report ${named} --json`);
      expect([status, reported(stdout)], named).toEqual([
        0,
        { listCost: '1', files: [expect.stringMatching(/c\.yaml$/)], tags: [{ team: 'shop' }] },
      ]);
    }
  });

  test('whose pattern finds a file twice lists it once, and says so', () => {
    const folder = linked();
    writeFileSync(join(folder, 'manifest.yml'), 'workloads: ["*.yaml"]\n');
    const ran = advisor(folder, ['report', 'manifest.yml', '--json']);
    expect([ran.status, reported(ran.stdout).files]).toEqual([0, ['c.yaml']]);
    expect(ran.stderr).toContain('note: b.yaml is the same file as c.yaml; it is read once. So it is with 1 more.');
  });

  test('that lists a file in two lines is refused, through a link too, and so are two that list it', () => {
    const folder = linked();
    writeFileSync(join(folder, 'one.yml'), 'workloads:\n  - c.yaml\n  - { path: b.yaml, tags: { team: shop } }\n');
    writeFileSync(join(folder, 'two.yml'), 'workloads: [d.yaml]\n');
    writeFileSync(join(folder, 'three.yml'), 'workloads: [below/a.yaml]\n');
    const alone = advisor(folder, ['report', 'one.yml']);
    expect([alone.status, alone.stderr]).toEqual([
      3,
      'one.yml:3:13  b.yaml is listed again\n  because   line 2 lists it as c.yaml, and it would count twice\n  write     remove it from one of the two lines\n',
    ]);
    const together = advisor(folder, ['report', '--manifest', 'two.yml', '--manifest', 'three.yml']);
    expect(together.status).toBe(3);
    expect(together.stderr).toContain('three.yml:1:13  below/a.yaml is listed again\n  because   two.yml:1 lists it as d.yaml');
  });
});

test.each(['cost', 'recommend', 'lint', 'throttle'])('%s reads a file once', (command) => {
  const ran = advisor(linked(), [command, 'b.yaml', 'c.yaml', './c.yaml', 'd.yaml', '--json']);
  expect(ran.status).toBe(0);
  expect(ran.stdout.match(/"(workload|name)": "orders"/g)?.length).toBe(
    advisor(linked(), [command, 'c.yaml', '--json']).stdout.match(/"(workload|name)": "orders"/g)?.length,
  );
  expect(ran.stderr).toMatch(/^note: b\.yaml is the same file as c\.yaml; it is read once\. So it is with 2 more\.\n/);
});

test('standard input that is a file is that file', () => {
  const folder = linked();
  const ran = advisor(folder, ['cost', '-', 'b.yaml', '--format', 'csv'], {
    stdio: [openSync(join(folder, 'c.yaml'), 'r'), 'pipe', 'pipe'],
  });
  expect(ran.stderr).toContain('note: b.yaml is the same file as standard input; it is read once.');
});

test('standard input is read once, by whatever name', () => {
  const ran = shell(linked(), 'cat c.yaml | $ADVISOR cost - /dev/stdin --format csv');
  expect([ran.status, ran.stderr]).toEqual([
    0,
    expect.stringContaining('note: /dev/stdin is the same file as standard input; it is read once.'),
  ]);
});

test('an earlier report is one month of the trend, and no workload, whatever its name', () => {
  const folder = folderOf({ 'c.yaml': workload('orders') });
  shell(folder, '$ADVISOR report c.yaml --month 2026-10 --json > october.json');
  symlinkSync('october.json', join(folder, 'earlier.json'));
  const ran = advisor(folder, ['report', '.', '--previous', 'october.json', '--previous', 'earlier.json', '--month', '2026-11', '--json']);
  expect([ran.status, reported(ran.stdout).files]).toEqual([0, ['./c.yaml']]);
  expect((JSON.parse(ran.stdout) as { trend: unknown[] }).trend).toHaveLength(2);
});
