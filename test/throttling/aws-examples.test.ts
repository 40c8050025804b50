/**
 * The five examples by which AWS once explained the account's bucket of 10,000 a second and 5,000 at once, in the developer
 * guide until 2020: https://github.com/awsdocs/amazon-api-gateway-developer-guide/blob/13945642c8779810147a5b1f16054f7c2e8b64bb/doc_source/api-gateway-request-throttling.md
 * "In the first millisecond" they leave the ten tokens out of account that a millisecond refills; we do not.
 */
import { expect, test } from 'vitest';
import { decimalOf, fraction, fractionOf } from '../../src/money/fraction.ts';
import { decimal } from '../../src/money/decimal.ts';
import { requestsUntil, throttle, type Stream } from '../../src/throttling/stream.ts';

const SECOND = fraction(1n);
const account = { rate: fraction(10_000n), burst: fraction(5000n), tokens: fraction(5000n) };

/** Requests spread evenly from one millisecond to another, and none in between. */
function sent(...parts: readonly (readonly [requests: number, fromMs: number, untilMs: number])[]): Stream {
  const nothing = { from: fraction(0n), rate: fraction(0n) };
  const pieces = parts.flatMap(([requests, from, until]) => [
    { from: fraction(BigInt(from), 1000n), rate: fraction(BigInt(requests) * 1000n, BigInt(until - from)) },
    { from: fraction(BigInt(until), 1000n), rate: fraction(0n) },
  ]);
  const first = pieces[0]?.from.numerator === 0n ? pieces : [nothing, ...pieces];
  return first.filter(
    (piece, index) => decimalOf(piece.from).toFixed() !== (first[index + 1] && decimalOf(first[index + 1]!.from).toFixed()),
  );
}

function accepted(stream: Stream): string {
  expect(decimalOf(requestsUntil(stream, SECOND)).toFixed()).toBe('10000');
  const { passed } = throttle([stream], account);
  return decimalOf(requestsUntil(passed[0]!, SECOND)).toFixed();
}

test('10,000 evenly in a second: all', () => {
  expect(accepted(sent([10_000, 0, 1000]))).toBe('10000');
});

test('10,000 in the first millisecond: 5,000, and ten that are refilled in it', () => {
  expect(accepted(sent([10_000, 0, 1]))).toBe('5010');
});

test('5,000 in the first millisecond and 5,000 evenly in the rest: all', () => {
  expect(accepted(sent([5000, 0, 1], [5000, 1, 1000]))).toBe('10000');
});

test('5,000 in the first millisecond and 5,000 in the 101st: 6,000, and ten', () => {
  expect(accepted(sent([5000, 0, 1], [5000, 100, 101]))).toBe('6010');
});

test('5,000 in the first millisecond, 1,000 in the 101st and 4,000 evenly in the rest: all', () => {
  expect(accepted(sent([5000, 0, 1], [1000, 100, 101], [4000, 101, 1000]))).toBe('10000');
});

test('a fraction is a decimal to its last digit, and back', () => {
  for (const text of ['0', '12.5', '0.000000000001', '123456789012345678901234.000001']) {
    expect(decimalOf(fractionOf(decimal(text))).toFixed()).toBe(text);
  }
});
