import { expect } from 'vitest';
import { CANDIDATES } from '../../src/candidates/index.ts';
import type { Metered } from '../../src/hops/hop.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { monthOf } from '../../src/journey/month.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';

/** The way of a workload of us-east-1 through a candidate. */
export function journey(candidate: string, yaml: string, book = awsBook): Journey {
  const month = monthOf(parseWorkload(`name: a\nregion: us-east-1\n${yaml}`, {}), book);
  return month.journey(CANDIDATES.find((one) => one.id === candidate) ?? expect.fail(candidate));
}

const BACKENDS = [
  'lambda',
  'lambda-streaming',
  'function-network',
  'sqs',
  'eventbridge',
  'step-functions-standard',
  'step-functions-express',
  'kinesis',
  'firehose',
  'sns',
  'dynamodb',
  's3',
  'appconfig',
];

/** What one hop of it counts, a line for each fact. Whatever else there is to say of a fact is in its line. */
export function metered(candidate: string, hop: string, yaml: string, book = awsBook): readonly string[] {
  const found = journey(candidate, yaml, book);
  const sides = new Set(found.hops.filter((one) => one.id === hop).map((one) => one.side));
  expect([...sides]).toEqual([BACKENDS.includes(hop) ? 'backend' : 'front-door']);
  return found.metered.filter((one) => one.hop === hop).map(({ fact }) => lineOf(fact));
}

/** Only what a hop counts to be billed. */
export function billed(candidate: string, hop: string, yaml: string, book = awsBook): readonly string[] {
  return metered(candidate, hop, yaml, book)
    .filter((line) => /^[a-z0-9-]+\//.test(line))
    .map((line) => line.replace(/ \(.*/, ''));
}

function lineOf(fact: Metered): string {
  switch (fact.type) {
    case 'usage': {
      const { consumedQuantity: consumed, pricingQuantity: priced } = fact;
      const where = fact.geography ?? fact.region;
      const as = priced.eq(consumed) ? '' : ` as ${priced.toFixed()}`;
      const rest = `${fact.note === null ? '' : ` (${fact.note})`}${fact.allowance === undefined ? '' : ` allowance ${fact.allowance}`}`;
      return `${fact.sku}${where === undefined ? '' : `@${where}`} ${consumed.toFixed()} ${fact.consumedUnit}${as}${rest}`;
    }
    case 'unbilled':
      return `free ${fact.sku}${fact.geography === undefined ? '' : `@${fact.geography}`} ${fact.consumedQuantity.toFixed()} ${fact.consumedUnit} (${fact.reason})`;
    case 'not-priced':
      return `not priced: ${fact.what}, ${fact.because}${fact.field === null ? '' : ` [${fact.field}]`}`;
    case 'incomplete':
      return `incomplete ${fact.sku} ${fact.want}: ${fact.reason}`;
    case 'assumed':
      return `assumed ${fact.id}${fact.value === undefined ? '' : `: ${fact.value}`}`;
  }
}
