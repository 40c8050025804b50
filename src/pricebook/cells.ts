import { decimal, type Decimal } from '../money/decimal.ts';
import { damaged, isRecord } from './damaged.ts';

/** Where a cell is; spelled only once something is wrong with it where many are read. */
type Path = string | (() => string);

/**
 * Reads cells of the price data, as they are used. A schema over all of it would take a tenth of each start, and what is
 * not read has no part in an answer.
 */
export interface Cells {
  text(value: unknown, path: Path): string;
  amount(value: unknown, path: Path): Decimal;
  /** An amount by which something is divided. */
  positive(value: unknown, path: Path): Decimal;
  list<T>(value: readonly T[], path: Path): readonly T[];
  record<T extends object>(value: T, path: Path): T;
  refuse(value: unknown, path: Path, because: string): never;
}

const PLAIN = /^\d+(?:\.\d+)?$/;

/** @param file the name of the file, asked for when a cell is damaged. */
export function cellsOf(file: () => string): Cells {
  const refuse = (value: unknown, path: Path, because: string): never => {
    throw damaged(file(), typeof path === 'string' ? path : path(), value, because);
  };
  const text = (value: unknown, path: Path): string => {
    if (typeof value === 'string' && value !== '') return value;
    return refuse(value, path, 'words are expected here');
  };
  const amount = (value: unknown, path: Path): Decimal => {
    if (typeof value === 'string' && PLAIN.test(value)) return decimal(value);
    return refuse(value, path, 'an amount is a plain decimal in quotes, and not negative');
  };
  return {
    refuse,
    text,
    amount,
    positive(value, path) {
      const found = amount(value, path);
      return found.isZero() ? refuse(value, path, 'it divides, so it is not zero') : found;
    },
    list(value, path) {
      if (Array.isArray(value)) return value;
      return refuse(value, path, 'a list is expected here');
    },
    record(value, path) {
      if (isRecord(value)) return value;
      return refuse(value, path, 'an object is expected here');
    },
  };
}
