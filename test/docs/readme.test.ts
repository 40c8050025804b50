// What README shows is what the commands print: each console block is run and compared, up to a closing "…".
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ROOT, run } from '../run.ts';

const readme = readFileSync(`${ROOT}README.md`, 'utf8');
const blocks = [...readme.matchAll(/```console\n\$ apigw-advisor ([^\n]+)\n([\s\S]*?)```/g)].map((match) => [match[1] as string, match[2] as string] as const);

describe('README', () => {
  test('has blocks to check, and the two commands of a fresh machine on its first screen', () => {
    expect(blocks.length).toBeGreaterThanOrEqual(3);
    const firstScreen = readme.split('\n').slice(0, 40).join('\n');
    expect(firstScreen).toContain('npm ci && npm start');
    expect(firstScreen).toContain('npm ci && npm test');
  });

  test.each(blocks)('$ apigw-advisor %s', async (command, printed) => {
    const { stdout, stderr } = await run(command.split(' '));
    const actual = stdout === '' ? stderr : stdout;
    if (!printed.endsWith('…\n')) expect(actual).toBe(printed);
    else expect(actual.startsWith(printed.slice(0, -2))).toBe(true);
  });
});
