/** A price list is a stack of layers: the topmost that is not silent gives the rate, and the rate knows where it stands. */
import { describe, expect, test } from 'vitest';
import { estimate } from '../../src/estimate/estimate.ts';
import { openPriceBook, type PriceBook } from '../../src/pricebook/price-book.ts';
import { placeId, type Place } from '../../src/pricebook/place.ts';
import type { Layer, RawRate } from '../../src/pricebook/sheet.ts';
import { ALL_SKUS, type Sku } from '../../src/pricebook/skus.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { articleBook, awsBook, priceData } from '../price-book.ts';

const CONTRACT = { title: 'a contract with AWS', published: '2026-07-01', confidence: 'A' } as const;
const flat = (price: string): RawRate => ({ source: 'agreed', noUsageType: 'agreed', noRateCode: 'agreed', tiers: [{ from: '0', price }] });

function layer(
  id: string,
  kind: Layer['kind'],
  places: Readonly<Record<string, Partial<Record<Sku, RawRate>>>>,
  unavailable: Record<string, string> = {},
): Layer {
  const none = { rates: {}, unavailable: {} };
  return {
    id,
    kind,
    sources: { agreed: CONTRACT },
    fileOf: (sheet) => `${id}/${sheet}.yaml`,
    at: (place) => {
      const rates = places[placeId(place)];
      return rates && { ...none, name: placeId(place), rates: rates as Record<string, RawRate>, unavailable };
    },
  };
}

const IRELAND = { region: 'eu-west-1' };
const EUROPE = { geography: 'eu' };
const contracted = layer('contract', 'contracted', {
  'eu-west-1': { 'lambda/requests': flat('0.00000011') },
  eu: { 'cloudfront/https-requests': flat('0.0000005') },
});
const unitPrice = (book: PriceBook, sku: Sku, place: Place) => {
  const rate = book.rate(sku, place);
  return 'unavailable' in rate ? rate.unavailable : rate.tiers[0]?.unitPrice?.toFixed();
};
const from = (book: PriceBook, sku: Sku, place: Place) => {
  const rate = book.rate(sku, place);
  return 'unavailable' in rate ? null : { ...rate.from, source: rate.source.title, published: rate.source.published };
};

describe('a layer over the sheets of the package', () => {
  const book = openPriceBook({ ...priceData, added: [contracted] }, 'aws');

  test.each<[Sku, Place, string]>([
    ['lambda/requests', IRELAND, '0.00000011'],
    ['cloudfront/https-requests', EUROPE, '0.0000005'],
  ])('wins where it has a rate, in a Region or a geography: %s', (sku, place, price) => {
    expect(unitPrice(book, sku, place)).toBe(price);
    expect(unitPrice(awsBook, sku, place)).toMatch(/^0\.\d+$/);
    expect(unitPrice(awsBook, sku, place)).not.toBe(price);
    expect(from(book, sku, place)).toEqual({
      layer: 'contract',
      kind: 'contracted',
      sheet: placeId(place),
      source: CONTRACT.title,
      published: CONTRACT.published,
    });
  });

  test('falls through where it is silent: on every other sku there, and in every other place', () => {
    for (const sku of ALL_SKUS)
      for (const place of book.places(sku)) {
        const isLaid = contracted.at(place)?.rates[sku] !== undefined;
        if (!isLaid) expect(book.rate(sku, place)).toEqual(awsBook.rate(sku, place));
      }
    expect(from(book, 'lambda/requests', { region: 'us-east-1' })).toMatchObject({
      layer: 'packaged',
      kind: 'packaged',
      sheet: 'us-east-1',
    });
  });

  test('prices a workload, which is dearer or cheaper by no other row', () => {
    const workload = parseWorkload(
      'name: a\nregion: eu-west-1\ntraffic: { requests: 100M/month, request: 1 KB, response: 1 KB }\n' +
        'backend: { lambda: { memory: 256 MB, duration: 10 ms } }\n',
      {},
    );
    const [before, now] = [estimate(workload, awsBook), estimate(workload, book)].map(({ candidates }) => candidates[0]);
    const moved = now?.lineItems.filter((row, index) => !before?.lineItems[index]?.listCost?.eq(row.listCost ?? '0')) ?? [];
    expect(moved.map((row) => [row.sku, row.listCost?.toFixed(), row.published])).toEqual([['lambda/requests', '11', CONTRACT.published]]);
  });
});

test('of several layers the topmost that is not silent gives the rate, whole', () => {
  const imported = layer('offers', 'imported', { 'eu-west-1': { 'lambda/requests': flat('1'), 'alb/hours': flat('2') } });
  const book = openPriceBook({ ...priceData, added: [imported, contracted] }, 'aws');
  expect(unitPrice(book, 'lambda/requests', IRELAND)).toBe('0.00000011');
  expect([unitPrice(book, 'alb/hours', IRELAND), from(book, 'alb/hours', IRELAND)?.kind]).toEqual(['2', 'imported']);
  const other = openPriceBook({ ...priceData, added: [contracted, imported] }, 'aws');
  expect(unitPrice(other, 'lambda/requests', IRELAND)).toBe('1');
});

test('a layer that says there is no price is not silent', () => {
  const gone = layer('offers', 'imported', { 'eu-west-1': {} }, { 'alb/hours': 'gone from the price data' });
  expect(openPriceBook({ ...priceData, added: [gone] }, 'aws').rate('alb/hours', IRELAND)).toEqual({
    unavailable: 'gone from the price data',
  });
});

test('a price where the package has none', () => {
  const place = { region: 'ap-southeast-6' };
  expect(awsBook.rate('apigateway/http-requests', place)).toHaveProperty('published', false);
  const agreed = layer('contract', 'contracted', { 'ap-southeast-6': { 'apigateway/http-requests': flat('3') } });
  expect(unitPrice(openPriceBook({ ...priceData, added: [agreed] }, 'aws'), 'apigateway/http-requests', place)).toBe('3');
});

describe('the article edition is the stack of what is packaged and of the article', () => {
  test('its rates lie over those of the package, in its Region', () => {
    const place = { region: 'us-east-1' };
    expect(from(articleBook, 'apigateway/rest-requests', place)).toMatchObject({ layer: 'article', kind: 'article', sheet: 'article' });
    expect(articleBook.rate('apigateway/rest-requests', place)).toMatchObject({ ofEdition: true });
    expect(from(articleBook, 'waf/web-acl', place)).toMatchObject({ kind: 'packaged', sheet: 'us-east-1' });
    expect(articleBook.rate('waf/web-acl', place)).toMatchObject({ ofEdition: false });
    expect(from(articleBook, 'apigateway/rest-requests', IRELAND)).toMatchObject({ kind: 'packaged', sheet: 'eu-west-1' });
  });

  test('and over what is added: by its own rates it is that edition', () => {
    const place = { region: 'us-east-1' };
    const added = layer('contract', 'contracted', {
      'us-east-1': { 'apigateway/rest-requests': flat('9'), 'waf/web-acl': flat('9') },
    });
    const book = openPriceBook({ ...priceData, added: [added] }, 'article');
    expect(book.rate('apigateway/rest-requests', place)).toEqual(articleBook.rate('apigateway/rest-requests', place));
    expect(book.rate('waf/web-acl', place)).toMatchObject({ ofEdition: false, from: { kind: 'contracted' } });
  });

  test('an edition without its sheet is refused, never priced with other rates', () => {
    expect(() => openPriceBook({ ...priceData, overlays: {} }, 'article')).toThrow(/there is no article\.yaml/);
    expect(openPriceBook({ ...priceData, overlays: {} }, 'aws').edition.id).toBe('aws');
  });
});

test('a damaged cell of a layer is told with the file of the layer', () => {
  const broken = layer('contract', 'contracted', { 'eu-west-1': { 'lambda/requests': flat('-1') } });
  expect(() => openPriceBook({ ...priceData, added: [broken] }, 'aws').rate('lambda/requests', IRELAND)).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ file: 'contract/eu-west-1.yaml' })] }) as Error,
  );
});
