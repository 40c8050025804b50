// What a stranger wrote stays text in the words of an answer, and an answer of any size fits.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hiddenSigns } from '../../src/documents/visible.ts';
import { bytesOf, fitted } from '../../src/mcp/fitted.ts';
import { DANGEROUS_TEXTS } from '../report/dangerous-texts.ts';
import { readMarkdown, READERS } from '../report/readers.ts';
import { call, inMemory, textOf } from './client.ts';

/** U+FFFD as such is what remains of bytes that are no text. */
const workloadOf = (name: string) =>
  JSON.stringify({
    name,
    region: 'us-east-1',
    tags: { team: name },
    traffic: { requests: '50M/month' },
    needs: { 'usage-plans': true },
  }).replaceAll('\ufffd', '\\ufffd');

test.each(['price_workload', 'lint_workload'])('%s: a dangerous name is the Markdown that a plain one is, word for text', async (tool) => {
  const client = await inMemory();
  const words = async (name: string) => textOf(await call(client, tool, { workload: workloadOf(name) }));
  const plain = JSON.stringify(readMarkdown(await words('Plainword')));
  for (const text of Object.values(DANGEROUS_TEXTS).flat()) {
    const said = await words(text);
    expect((said.match(hiddenSigns()) ?? []).filter((sign) => sign !== '\n')).toEqual([]);
    const shown = JSON.stringify(READERS.markdown.shown(text)).slice(1, -1);
    expect(JSON.stringify(readMarkdown(said)).replaceAll('\\\\u003a:', '::')).toBe(
      plain.replaceAll('Plainword', () => shown).replaceAll('\\\\u003a:', '::'),
    );
  }
});

test('whatever an answer holds, it fits where lists alone make it long, and what is left is a beginning of what was there', () => {
  const leaf = fc.oneof(fc.string({ maxLength: 40 }), fc.integer(), fc.constant(null));
  const item = fc.dictionary(fc.constantFrom('id', 'because', 'because2'), leaf, { maxKeys: 3 });
  const result = fc.record({
    summary: item,
    findings: fc.array(item, { maxLength: 60 }),
    rows: fc.array(fc.array(leaf, { maxLength: 9 }), { maxLength: 30 }),
  });
  fc.assert(
    fc.property(fc.record({ results: fc.array(result, { minLength: 1, maxLength: 12 }) }), (answer) => {
      const { value, leftOut } = fitted(answer, 2_000);
      expect(bytesOf(value)).toBeLessThanOrEqual(2_000);
      expect(value.results.length).toBeGreaterThan(0);
      for (const [index, { findings }] of value.results.entries())
        expect(findings).toEqual(answer.results[index]?.findings.slice(0, findings.length));
      expect(leftOut.length > 0).toBe(bytesOf(answer) > 2_000);
    }),
    { numRuns: 100 },
  );
});

test('texts lose their ends where there is nothing else to leave out', () => {
  const { value } = fitted({ results: [{ name: 'x'.repeat(10_000) }] }, 2_000);
  expect(value.results[0]?.name).toBe(`${'x'.repeat(200)}…`);
});
