import { decimal, type Decimal } from '../money/decimal.ts';
import { damaged, isRecord } from './damaged.ts';

/**
 * Reads cells of the price data, as they are used. A schema over all of it would take a tenth of each start, and what is
 * not read has no part in an answer.
 */
export interface Cells {
  text(value: unknown, path: string): string;
  amount(value: unknown, path: string): Decimal;
  /** An amount by which something is divided. */
  positive(value: unknown, path: string): Decimal;
  /** Two amounts, from and to. */
  range(value: readonly [string, string], path: string): readonly [string, string];
  list<T>(value: readonly T[], path: string): readonly T[];
  record<T extends object>(value: T, path: string): T;
  refuse(value: unknown, path: string, because: string): never;
}

const PLAIN = /^\d+(?:\.\d+)?$/;

export function cellsOf(file: string): Cells {
  const text = (value: unknown, path: string): string => {
    if (typeof value === 'string' && value !== '') return value;
    throw damaged(file, path, value, 'words are expected here');
  };
  const amount = (value: unknown, path: string): Decimal => {
    if (typeof value === 'string' && PLAIN.test(value)) return decimal(value);
    throw damaged(file, path, value, 'an amount is a plain decimal in quotes, and not negative');
  };
  return {
    refuse(value, path, because) {
      throw damaged(file, path, value, because);
    },
    text,
    amount,
    positive(value, path) {
      const found = amount(value, path);
      if (found.isZero()) throw damaged(file, path, value, 'it divides, so it is not zero');
      return found;
    },
    range(value, path) {
      if (!Array.isArray(value) || value.length !== 2) throw damaged(file, path, value, 'two amounts are expected here, from and to');
      value.forEach((one, index) => amount(one, `${path}[${index}]`));
      return value;
    },
    list(value, path) {
      if (Array.isArray(value)) return value;
      throw damaged(file, path, value, 'a list is expected here');
    },
    record(value, path) {
      if (isRecord(value)) return value;
      throw damaged(file, path, value, 'an object is expected here');
    },
  };
}
