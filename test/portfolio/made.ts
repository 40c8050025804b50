import type { MonthOptions } from '../../src/journey/month.ts';
import { parse } from 'yaml';
import { portfolio, type Portfolio, type PortfolioOptions } from '../../src/portfolio/portfolio.ts';
import { pricedSide, type Side } from '../../src/portfolio/diff/side.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';

/** A workload of us-east-1, unless it says otherwise, as a file holds it. */
export function entry(name: string, yaml: string, file = `${name}.yaml`) {
  const text = `name: ${name}\n${/^region:/m.test(yaml) ? '' : 'region: us-east-1\n'}${yaml}`;
  return { file, workload: parseWorkload(text, {}), input: parse(text) as unknown };
}

/** An HTTP API of so many million requests without a body: $1.00 each up to 300, and $0.90 beyond. */
export const http = (name: string, millions: number, more = '') =>
  entry(name, `inUse: http\ntraffic: { requests: ${millions}M, response: 0 B }\n${more}`);

export function made(entries: readonly ReturnType<typeof entry>[], options: PortfolioOptions = {}, book = awsBook): Portfolio {
  return portfolio(entries, book, options);
}

/** One side of a comparison. */
export function side({ file, workload, input }: ReturnType<typeof entry>, options: MonthOptions = {}, book = awsBook): Side {
  return pricedSide(file, { workload, input }, { book, pricesOf: null, ...options });
}
