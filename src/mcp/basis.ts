import { contractData } from '../app/contract/document.ts';
import type { CostDocument } from '../documents/cost/schema.ts';
import type { EditionId, SourceSheet } from '../pricebook/sheet.ts';
import type { Ground } from './tool.ts';

/** What stands first in every answer: by what it goes. */
interface Basis extends Pick<CostDocument, 'contract'> {
  readonly edition: EditionId;
  readonly asOf: string;
  readonly lists: readonly {
    readonly list: 'packaged' | 'imported';
    readonly imported: string | null;
    readonly oldest: string | null;
    readonly newest: string | null;
  }[];
}

export function basisOf({ prices, edition, asOf }: Ground): Basis {
  const imported = (prices.added ?? []).filter(({ kind }) => kind === 'imported');
  return {
    edition,
    asOf,
    lists: [
      { list: 'packaged', imported: null, ...spanOf(prices.sources) },
      ...imported.map(({ sources }) => ({
        list: 'imported' as const,
        imported: daysOf(sources, ({ imported: on }) => on).at(-1) ?? null,
        ...spanOf(sources),
      })),
    ],
    ...contractData(prices.agreement ?? null),
  };
}

function spanOf(sources: SourceSheet) {
  const dated = daysOf(sources, ({ published }) => (published === 'undated' ? undefined : published));
  return { oldest: dated[0] ?? null, newest: dated.at(-1) ?? null };
}

function daysOf(sources: SourceSheet, of: (source: SourceSheet[string]) => string | undefined): readonly string[] {
  return Object.values(sources)
    .flatMap((one) => of(one) ?? [])
    .toSorted();
}
