import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../run.ts';

const folder = join(ROOT, 'docs/adr');

test.each(readdirSync(folder))('%s has a date, and a status that holds', (name) => {
  const [title, , dated = ''] = readFileSync(join(folder, name), 'utf8').split('\n');
  expect(title).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. \\S`));
  expect(dated).toMatch(/^\d{4}-\d\d-\d\d · (accepted|replaced on \d{4}-\d\d-\d\d by \[\d+\]\([^)]+\.md\))/);
});
