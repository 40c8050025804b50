/**
 * Proves that whatever bytes stand in a workload file, the reader either understands them, and then they can be priced, or
 * lists mistakes that each have a place; it never breaks, and no text makes a quantity that is not a number.
 */
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { costOfOne } from '../answers.ts';
import { WorkloadError } from '../../src/errors/errors.ts';
import { readCount, readDuration, readMemory, readRate, readShare, readSize } from '../../src/workload/quantity.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';
import { ROOT } from '../run.ts';

/** Texts to damage: every workload of a story, and the examples. */
const CORPUS = ['test/golden', 'examples']
  .flatMap((folder) => readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => `${ROOT}${folder}/${name}`))
  .filter((path) => path.endsWith('.yaml') && !/(story|figures)\.yaml$/.test(path))
  .map((path) => readFileSync(path, 'latin1'))
  .filter((text) => text.length < 5000);

const SPLINTERS: readonly string[] =
  String.raw`{ } [ ] : , - ? !!binary !x &a *a <<: | > " ' # --- ... __proto__ constructor: traffic: sizes: ~ null
  1e400 e5 -0 ٣ 1__0 .5 0x10 NaN .inf 10^18 1e18/month 101% 🙂`
    .split(/\s+/)
    .flatMap((word) => [word, `${word} `, `\n${word}`])
    .concat('\t', '\n', '\r', '\u0000', '\ufeff', '\u0085', '\u2028', '\u001b[2J', '%YAML 1.2\n');

const damaged = fc
  .tuple(
    fc.constantFrom(...CORPUS),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 20 }), fc.constantFrom('', ...SPLINTERS)), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([text, cuts]) =>
    cuts.reduce((whole, [where, length, splinter]) => {
      const at = Math.floor(where * whole.length);
      return whole.slice(0, at) + splinter + whole.slice(at + length);
    }, text),
  );
const noise = fc.uint8Array({ maxLength: 300 }).map((bytes) => new TextDecoder().decode(bytes));
const splinters = fc.array(fc.constantFrom(...SPLINTERS), { maxLength: 30 }).map((parts) => parts.join(''));

test('any text is a workload that can be priced, or a list of mistakes with their places', () => {
  fc.assert(
    fc.property(fc.oneof({ weight: 5, arbitrary: damaged }, noise, splinters), (text) => {
      try {
        const read = parseWorkload(text, { file: 'w.yaml', regions: awsBook.regions });
        expect(costOfOne(read, awsBook).results).toHaveLength(1);
      } catch (error) {
        if (!(error instanceof WorkloadError)) throw error;
        expect(error.problems.length).toBeGreaterThan(0);
        for (const { line, column, what } of error.problems) {
          expect(
            [line ?? 0, column ?? 0].every((one) => one >= 1),
            what,
          ).toBe(true);
          expect(what).not.toMatch(/\bundefined\b|\[object /);
        }
      }
    }),
    { numRuns: 3000 },
  );
});

const figure = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(fc.constantFrom(...'0123456789.,_+-eE%KMBTs/ ', '٣', '１', '∞', '−', '\u00a0', '½', 'KB', 'min', '/month'), { maxLength: 14 })
    .map((parts) => parts.join('')),
);

test('any text is a quantity that is finite and not negative, or has a reason why it is none', () => {
  fc.assert(
    fc.property(figure, (text) => {
      for (const reading of [readCount(text), readDuration(text), readShare(text), readMemory(text), readRate(text), readSize(text)]) {
        if ('because' in reading) {
          expect(reading.because).not.toBe('');
          continue;
        }
        const { value } = reading;
        const number = 'amount' in value ? value.amount : value;
        expect(number.gte('0'), text).toBe(true);
        expect(text).toMatch(/[0-9]/);
      }
    }),
    { numRuns: 5000 },
  );
});
