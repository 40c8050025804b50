import { outcomesOf, type Outcome } from '../../app/prices/import.ts';
import { nameOf, type UpdateAnswer } from '../../app/prices/update/update.ts';
import { decimal } from '../../money/decimal.ts';
import { formatQuantity } from '../../money/format.ts';
import type { Section, Titled } from '../section.ts';
import { changesTable } from './changes.ts';
import { importSummary } from './import.ts';

export function updateTitle({ host, lists, newLists }: UpdateAnswer): Titled {
  return {
    title: "AWS's price lists",
    beside: `${host}, ${figure(lists)} ${lists === 1 ? 'list' : 'lists'}, ${figure(newLists)} of them new here`,
  };
}

/** What moved, and what was not taken. */
export function updateSections({ imported, held, absent, leftOut }: UpdateAnswer): readonly Section[] {
  const rates = imported.flatMap((one) => one.rates);
  const changes = (outcome: Outcome) => outcomesOf(rates, outcome).flatMap(({ change }) => change ?? []);
  return [
    { heading: null, lead: importSummary(rates) },
    changesTable('Moved', changes('moved')),
    changesTable('New', changes('new')),
    listOf(
      'Not taken: look at these first (--accept takes them)',
      held.map((one) => `${nameOf(one)}: ${one.reasons.join('; ')}`),
    ),
    listOf(
      'AWS has no list of',
      [...absent].map(([service, regions]) => `${service} in ${regions.join(', ')}`),
    ),
    listOf(
      'Not asked for',
      leftOut.map((service) => `${service}, whose lists have hundreds of megabytes for each Region: --service ${service}`),
    ),
  ];
}

function listOf(heading: string, list: readonly string[]): Section {
  return list.length === 0 ? { heading: null } : { heading, list };
}

const figure = (count: number) => formatQuantity(decimal(String(count)));
