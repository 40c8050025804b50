import { chosenText } from '../../portfolio/diff/chosen.ts';
import { formatMoney, formatQuantity, formatUnitPrice } from '../../money/format.ts';
import type { Decimal } from '../../money/decimal.ts';
import { missingOf, type CandidateChange, type Diff } from '../../portfolio/diff/diff.ts';
import { DIFF_EFFECTS, type DiffEffect } from '../../portfolio/diff/effects.ts';
import { CAUSES, isUnchanged, type Cause } from '../../portfolio/diff/rows.ts';
import type { Side } from '../../portfolio/diff/side.ts';
import { SKUS } from '../../pricebook/skus.ts';
import { importedWords, published } from '../../estimate/disclose.ts';
import { wantText } from '../cost/words.ts';
import { amountCell, causeText, changeCell, contractWords, quantityCell, rowChangeCell, rowTitle, signed, totalText } from './words.ts';
import { counted } from '../report/words.ts';
import type { Section } from '../section.ts';

export { diffTitle } from './words.ts';

const MONEY = { fit: true, align: 'right' } as const;
type Width = 'wide' | 'narrow';

/** A comparison in the order in which one reads it: the change, its inputs, why, row by row, prices, the other candidates. */
export function diffSections(diff: Diff, width: Width): readonly Section[] {
  const { before, now, compared, total } = diff;
  return [
    {
      heading: null,
      lead: totalText(total),
      words: [`${sideText(before)} → ${sideText(now)}`, ...contractWords(now), ...compared.map(chosenText)],
    },
    inputs(diff),
    ...compared.flatMap((one) => [why(one, diff, compared.length > 1), rows(one, width, compared.length > 1)]),
    prices(diff),
    candidates(diff),
    { heading: 'Totals are lower bounds, because', list: lowerBounds(compared) },
  ].filter(({ lead, words = [], list = [], table }) => lead !== undefined || words.length + list.length + (table?.rows.length ?? 0) > 0);
}

function sideText({ file, region, book, hoursPerMonth, candidates: all }: Side): string {
  const prices = book.edition.id === 'article' ? 'prices of the article edition' : 'AWS list prices';
  const imported = importedWords(published(all.flatMap((one) => one.rows)));
  return `${file} (${region}, ${book.contract === null ? prices : 'contracted prices'}${imported}, ${hoursPerMonth.toFixed()} hours)`;
}

function inputs({ inputs: all, before, now }: Diff): Section {
  const silent = [before, now].find((side) => side.workload === null);
  return {
    heading: 'Inputs',
    words: silent === undefined ? [] : [`${silent.file} does not hold its workload file, so fields of it cannot be compared.`],
    table: {
      columns: [{ head: 'Field' }, { head: 'Before' }, { head: 'Now' }],
      rows: all.map((one) => [one.field, one.before ?? 'not stated', one.now ?? 'not stated']),
    },
  };
}

/** From the earlier total to the one of now, by the effects of a report where they are known, else by cause. */
function why(one: CandidateChange, { before, now }: Diff, titled: boolean): Section {
  const { causes, effects } = one;
  const moves: readonly (readonly [string, string, Decimal])[] =
    effects === null
      ? (Object.keys(CAUSES) as Cause[]).map((cause) => [cause, CAUSES[cause], causes[cause]] as const)
      : (Object.keys(DIFF_EFFECTS) as DiffEffect[]).map((effect) => [effect, DIFF_EFFECTS[effect], effects[effect]] as const);
  const moved = moves.filter(([, , amount]) => !amount.isZero());
  return {
    heading: `Why it moved${titled ? `, ${titleOf(one)}` : ''}`,
    table: {
      columns: [{ head: effects === null ? 'Cause' : 'Effect', fit: true }, { head: 'That is' }, { head: 'A month', ...MONEY }],
      rows:
        moved.length === 0
          ? []
          : [
              [before.name === now.name ? 'Before' : before.name, '', one.before === null ? '–' : formatMoney(one.from, one.fromBound)],
              ...moved.map(([name, what, amount]) => [name, what, signed(amount)]),
              ['Now', '', one.now === null ? '–' : formatMoney(one.to, one.toBound)],
            ],
    },
  };
}

function rows(one: CandidateChange, width: Width, titled: boolean): Section {
  const changed = one.rows.filter((row) => !isUnchanged(row));
  const same = one.rows.length - changed.length;
  const wide = width === 'wide';
  return {
    heading: `Row by row${titled ? `, ${titleOf(one)}` : ''}`,
    table: {
      columns: [
        { head: 'What' },
        { head: 'Cause', fit: true },
        ...(wide
          ? [
              { head: 'Quantity before', ...MONEY },
              { head: 'Quantity now', ...MONEY },
            ]
          : []),
        { head: 'Before', ...MONEY },
        { head: 'Now', ...MONEY },
        ...(wide ? [{ head: 'Of it by price', ...MONEY }] : []),
        { head: 'Change', ...MONEY },
      ],
      rows: changed.map((row) => {
        return [
          rowTitle(row, one.rows),
          causeText(row),
          ...(wide ? [quantityCell(row.before), quantityCell(row.now)] : []),
          amountCell(row.before),
          amountCell(row.now),
          ...(wide ? [row.causes.price.isZero() ? '–' : signed(row.causes.price)] : []),
          rowChangeCell(row),
        ];
      }),
    },
    after: same === 0 || changed.length === 0 ? [] : [`${counted(same, 'row')} ${same === 1 ? 'is' : 'are'} as before.`],
  };
}

function prices({ rates: all }: Diff): Section {
  const rates = all.filter((one) => one.reached);
  const beyond = all.length - rates.length;
  return {
    heading: 'Prices',
    table: {
      columns: [{ head: 'Price of' }, { head: 'Where' }, { head: 'Before', ...MONEY }, { head: 'Now', ...MONEY }],
      rows: rates.map(({ sku, placeBefore, placeNow, tierFrom, before, now, unit }) => [
        `${SKUS[sku].title}${tierFrom.isZero() ? '' : `, over ${formatQuantity(tierFrom)}`}`,
        placeBefore === placeNow ? placeNow : `${placeBefore} → ${placeNow}`,
        priceCell(before, unit),
        priceCell(now, unit),
      ]),
    },
    after: rates.length === 0 || beyond === 0 ? [] : [`${counted(beyond, 'more price')} in tiers that neither side reaches, in --json.`],
  };
}

function priceCell(price: Decimal | null, unit: string): string {
  return price === null ? 'no price' : price.isZero() ? 'free' : formatUnitPrice(price, unit);
}

function candidates({ candidates: all }: Diff): Section {
  return {
    heading: 'Every candidate',
    table: {
      columns: [{ head: 'Candidate' }, { head: 'Before', ...MONEY }, { head: 'Now', ...MONEY }, { head: 'Change', ...MONEY }],
      rows: all
        .toSorted((a, b) => Number(a.now === null) - Number(b.now === null) || a.to.cmp(b.to))
        .map((one) => [
          titleOf(one),
          one.before === null ? '–' : formatMoney(one.from, one.fromBound),
          one.now === null ? '–' : formatMoney(one.to, one.toBound),
          one.before === null || one.now === null ? '–' : changeCell(one),
        ]),
    },
  };
}

function titleOf({ before, now }: CandidateChange): string {
  return (now ?? before)?.title ?? '';
}

function lowerBounds(compared: readonly CandidateChange[]): readonly string[] {
  return compared.flatMap((one) =>
    missingOf(one).map((gap) => `${gap.sku}: ${gap.want ? wantText({ ...gap, want: gap.want }) : gap.reason.replace(/\.$/, '')}.`),
  );
}
