// The bundle measures plain text by its length (build/string-width.cjs): as string-width itself does, sign by sign.
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const quick = require('../../build/string-width.cjs') as (text: string) => number;
const whole = createRequire(require.resolve('cli-table3'))('string-width') as (text: string) => number;

test('every sign is as wide as string-width says, by itself and in a text', () => {
  const signs = Array.from({ length: 0x10_000 }, (_, code) => String.fromCharCode(code));
  expect(signs.filter((sign) => quick(sign) !== whole(sign))).toEqual([]);
  for (const text of ['', 'REST API – $3.50', '\u001b[1mbold\u001b[22m', '日本語 API', 'e\u0301', '👩‍🚀 ok', '≥ $1.00 → “a”'])
    expect(quick(text)).toBe(whole(text));
});
