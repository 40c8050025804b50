import { placeId } from '../../pricebook/place.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { isSku, SKUS, type Sku } from '../../pricebook/skus.ts';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { isDay } from '../../reading/day.ts';
import type { Mistake, Path } from '../../workload/mistakes.ts';
import { show } from '../../workload/mistakes.ts';
import { readCount } from '../../workload/quantity.ts';
import { readPrice } from './price.ts';

/** The places in which a sku could have a rate. */
export type Places = Pick<PriceBook, 'places'>;

/** Mistakes that no single field shows. Whatever is of another form is passed over: that is told already. */
export function contradictions(data: unknown, places: Places): readonly Mistake[] {
  const { valid, rates, discounts, commitments } = section(data);
  return [
    ...reversed(section(valid)),
    ...list(rates).flatMap((rate, index) => ofRate(section(rate), ['rates', index], places)),
    ...twice(list(rates)),
    ...nothing([discounts, rates, commitments]),
  ];
}

type Section = Readonly<Record<string, unknown>>;

const section = (value: unknown): Section =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Section) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isText = (value: unknown): value is string => typeof value === 'string';

function reversed({ from, until }: Section): readonly Mistake[] {
  if (!isText(from) || !isText(until) || !isDay(from) || !isDay(until) || until >= from) return [];
  return [
    {
      path: ['valid', 'until'],
      what: `valid.until is ${show(until)}, before valid.from`,
      because: `it holds from ${from} on`,
      write: `until: ${from}`,
    },
  ];
}

function nothing(terms: readonly unknown[]): readonly Mistake[] {
  const isEmpty = (term: unknown) => term === undefined || term === null || Object.keys(section(term)).length + list(term).length === 0;
  if (!terms.every(isEmpty)) return [];
  return [
    {
      path: [],
      what: 'the contract agrees on nothing',
      because: 'it has discounts, rates or commitments',
      write: 'discounts: { everything: 5% }',
    },
  ];
}

function ofRate(rate: Section, path: Path, places: Places): readonly Mistake[] {
  const { sku, price, tiers } = rate;
  const name = `rates[${path[1]}]`;
  const said = [price, tiers].filter((one) => one !== undefined).length;
  const form: readonly Mistake[] =
    said === 1
      ? []
      : [
          {
            path,
            what: `${name} has ${said === 0 ? 'no price' : 'a price and tiers'}`,
            because: 'a rate has one of the two',
            write: 'price: $0.85/M',
          },
        ];
  if (!isText(sku) || !isSku(sku)) return form;
  const steps = list(tiers).map(section);
  return [
    ...form,
    ...(isText(price) ? priced(price, [...path, 'price'], `${name}.price`, sku) : []),
    ...steps.flatMap((tier, index) =>
      isText(tier['price']) ? priced(tier['price'], [...path, 'tiers', index, 'price'], `${name}.tiers[${index}].price`, sku) : [],
    ),
    ...rising(steps, path, name),
    ...placed(rate['in'], [...path, 'in'], name, sku, places),
  ];
}

function priced(text: string, path: Path, name: string, sku: Sku): readonly Mistake[] {
  const reading = readPrice(text, sku);
  return 'value' in reading
    ? []
    : [
        {
          path,
          what: `${name} is ${show(text)}`,
          because: reading.because,
          write: `price: $0.85/${SKUS[sku].unit === 'request' ? 'M' : SKUS[sku].unit}`,
        },
      ];
}

function rising(tiers: readonly Section[], path: Path, name: string): readonly Mistake[] {
  const froms = tiers.map(({ from }) => (isText(from) ? readCount(from) : { because: '' }));
  return froms.flatMap((from, index): readonly Mistake[] => {
    const before = froms[index - 1];
    if (!('value' in from) || (before !== undefined && !('value' in before))) return [];
    if (before === undefined ? from.value.isZero() : from.value.gt(before.value)) return [];
    const what = `${name}.tiers[${index}].from is ${show(tiers[index]?.['from'])}`;
    return [
      {
        path: [...path, 'tiers', index, 'from'],
        what,
        because: 'tiers begin at 0 and rise',
        write: before === undefined ? 'from: 0' : null,
      },
    ];
  });
}

function placed(value: unknown, path: Path, name: string, sku: Sku, places: Places): readonly Mistake[] {
  const { scope } = SKUS[sku];
  if (value !== undefined && scope === 'worldwide')
    return [
      { path, at: 'key', what: `${name}.in cannot be said of ${sku}`, because: 'it costs the same in the whole world', write: 'remove it' },
    ];
  const known = places.places(sku).map(placeId);
  return list(value).flatMap((place, index): readonly Mistake[] => {
    if (!isText(place) || known.includes(place)) return [];
    const nearest = didYouMean(place, known);
    const because = scope === 'region' ? `${sku} is priced by Region` : `${sku} is priced by geography: ${known.join(', ')}`;
    return [
      {
        path: [...path, index],
        what: `${name}.in[${index}] is ${show(place)}`,
        because,
        write: nearest === null ? null : `did you mean ${nearest}?`,
      },
    ];
  });
}

/** A sku that has two prices in one place. */
function twice(rates: readonly unknown[]): readonly Mistake[] {
  const seen = new Map<string, number>();
  return rates.flatMap((rate, index): readonly Mistake[] => {
    const { sku, in: places } = section(rate);
    if (!isText(sku)) return [];
    const keys =
      places === undefined
        ? [`${sku} everywhere`]
        : list(places)
            .filter(isText)
            .map((place) => `${sku} in ${place}`);
    const known = keys.find((key) => seen.has(key));
    const earlier = seen.get(known ?? '');
    for (const key of keys) if (!seen.has(key)) seen.set(key, index);
    return known === undefined
      ? []
      : [
          {
            path: ['rates', index, 'sku'],
            what: `rates[${index}] prices ${known} again`,
            because: `rates[${earlier}] prices it`,
            write: 'remove one of the two',
          },
        ];
  });
}
