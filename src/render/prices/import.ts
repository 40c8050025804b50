import { outcomesOf, type Imported, type ImportedRate, type Outcome } from '../../app/prices/import.ts';
import { decimal } from '../../money/decimal.ts';
import { formatQuantity } from '../../money/format.ts';
import type { Section } from '../section.ts';
import { changesTable, nameOf } from './changes.ts';
import { passedWords } from './verify.ts';

/** What was taken of a price list, and what was not. */
export function importSections({ rates, rows, passed, regions }: Imported): readonly Section[] {
  const of = (outcome: Outcome) => outcomesOf(rates, outcome);
  const changes = (outcome: Outcome) => of(outcome).flatMap(({ change }) => change ?? []);
  return [
    { heading: null, lead: importSummary(rates) },
    changesTable('Moved', changes('moved')),
    changesTable('New', changes('new')),
    changesTable('Not taken: what is here is newer (--older takes it)', changes('older')),
    listOf('Not taken: the rows of AWS could not be used', of('refused')),
    listOf('Not in the file, and left as they are', of('lacking')),
    { heading: null, words: [passedWords(rows, passed, 'not taken'), ...withoutSheet(regions)] },
  ];
}

const COUNTED = [
  ['moved', 'moved'],
  ['new', 'new'],
  ['equal', 'as they were'],
  ['older', 'older than those here'],
  ['refused', 'refused'],
  ['lacking', 'not in the file'],
] as const satisfies readonly (readonly [Outcome, string])[];

/** How many rates have each outcome. */
export function importSummary(rates: readonly ImportedRate[]): string {
  if (rates.length === 0) return 'No rate of ours is in it.';
  const counts = COUNTED.map(([outcome, words]) => [outcomesOf(rates, outcome).length, words] as const).filter(
    ([count, words]) => count > 0 || words === 'moved',
  );
  return `Rates: ${counts.map(([count, words]) => `${count} ${words}`).join(', ')}.`;
}

function listOf(heading: string, rates: readonly ImportedRate[]): Section {
  if (rates.length === 0) return { heading: null };
  return { heading, list: rates.map((rate) => `${nameOf(rate)}${rate.because === null ? '' : `: ${rate.because}`}`) };
}

function withoutSheet(regions: Imported['regions']): readonly string[] {
  if (regions.size === 0) return [];
  const each = [...regions].map(([region, prices]) => `${region} (${formatQuantity(decimal(String(prices)))} prices)`);
  return [`Regions that have no price sheet here, of which nothing is taken: ${each.join(', ')}.`];
}
