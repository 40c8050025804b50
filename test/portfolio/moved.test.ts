// Why a bill moved, from month to month and from file to file: each step by hand.
import { describe, expect, test } from 'vitest';
import type { EarlierReport } from '../../src/documents/report/read.ts';
import type { MonthOptions } from '../../src/journey/month.ts';
import { readEarlier } from '../../src/documents/cost/read.ts';
import { decimal, sum } from '../../src/money/decimal.ts';
import { changeSince, type Change } from '../../src/portfolio/change.ts';
import { boundOfChange, diffOf, missingOf } from '../../src/portfolio/diff/diff.ts';
import { inputChanges } from '../../src/portfolio/diff/inputs.ts';
import { earlierSide } from '../../src/portfolio/diff/earlier-side.ts';
import { isUnchanged } from '../../src/portfolio/diff/rows.ts';
import type { Portfolio } from '../../src/portfolio/portfolio.ts';
import { earlierBy } from '../../src/portfolio/earlier-groups.ts';
import { groupBy, type Grouping } from '../../src/portfolio/group.ts';
import { ratesUsed, withEarlierRates } from '../../src/portfolio/earlier-rates.ts';
import { byMonth, trendOf } from '../../src/portfolio/trend.ts';
import type { PriceBook } from '../../src/pricebook/price-book.ts';
import type { Sku } from '../../src/pricebook/skus.ts';
import { costOfOne } from '../answers.ts';
import { articleBook, awsBook } from '../price-book.ts';
import { entry, http, made, side } from './made.ts';

const HTTP = 'apigateway/http-requests';

/** The price book with all prices of some skus so many times as high; null where nobody publishes them. */
function dearer(prices: Readonly<Partial<Record<Sku, string | null>>>): PriceBook {
  return {
    ...awsBook,
    rate(sku, place) {
      const rate = awsBook.rate(sku, place);
      const by = prices[sku];
      if (by === undefined || 'unavailable' in rate) return rate;
      if (by === null) return { unavailable: 'nobody says' };
      return { ...rate, tiers: rate.tiers.map((tier) => ({ ...tier, unitPrice: tier.unitPrice && tier.unitPrice.times(by) })) };
    },
  };
}

/** A portfolio as a report records it. */
function recorded(bill: Portfolio, more: Partial<EarlierReport> = {}, book = awsBook): EarlierReport {
  return {
    isContracted: false,
    month: '2026-10',
    hoursPerMonth: '730',
    alwaysFree: bill.alwaysFree,
    cost: bill.cost.toFixed(),
    bound: bill.bound,
    workloads: bill.items.map(({ file, workload, input, parts, cost, bound }) => ({
      file,
      workload: workload.name,
      account: workload.account ?? null,
      region: workload.region,
      tags: { ...workload.tags },
      input,
      parts: parts.map(({ carries, candidate }) => ({ carries, candidate: candidate.id })),
      cost: cost.toFixed(),
      bound,
    })),
    services: groupBy(bill, 'service').map(({ value, cost }) => ({ value, cost: cost.toFixed() })),
    rates: [
      ...ratesUsed(
        bill.items.flatMap((one) => one.lineItems),
        book,
      ),
    ],
    ...more,
  };
}

const effects = (effects: Readonly<Record<string, { isZero(): boolean; toFixed(): string }>>) =>
  Object.entries(effects).flatMap(([name, amount]) => (amount.isZero() ? [] : [`${name} ${amount.toFixed()}`]));
const gist = ({ from, to, effects: all, items }: Change) => [
  `${from.toFixed()} → ${to.toFixed()}`,
  ...effects(all),
  ...items.map((one) => `${one.workload} ${one.state} ${one.from.toFixed()} → ${one.to.toFixed()}: ${effects(one.effects).join(', ')}`),
];
type Entries = Parameters<typeof made>[0];
const since = (before: Entries, now: Entries, book = awsBook, options: MonthOptions = {}, more: Partial<EarlierReport> = {}) =>
  changeSince(recorded(made(before), more), made(now, options, book), book, options);

describe('what a part of the bill was before', () => {
  const tagged = (name: string, millions: number, team: string, center: string) =>
    http(name, millions, `tags: { team: ${team}, Cost-Center: ${center} }\naccount: "${millions}"`);
  const before = made([tagged('one', 200, 'shop', 'a'), tagged('gone', 100, 'old', 'b')]);
  const now = made([tagged('one', 200, 'shop', 'b'), tagged('new', 300, 'media', 'a')]);
  const groups = (dimension: Grouping, more: Partial<EarlierReport> = {}) =>
    groupBy(now, dimension, earlierBy(recorded(before, more), dimension)).map(
      ({ value, cost, before: was, workloads }) => `${value ?? '-'} ${was?.toFixed() ?? '?'} → ${cost.toFixed()} of ${workloads}`,
    );

  // 500 million are 300M × $1.00 + 200M × $0.90 = $480: two fifths and three fifths.
  test('is told by the tags, the account and the Region that it had then; what is no longer there costs nothing', () => {
    expect(groups('team')).toEqual(['media 0 → 288 of 1', 'shop 200 → 192 of 1', 'old 100 → 0 of 0']);
    expect(groups('tag:cost-center')).toEqual(['a 200 → 288 of 1', 'b 100 → 192 of 1']);
    expect(groups('account')).toEqual(['300 0 → 288 of 1', '200 200 → 192 of 1', '100 100 → 0 of 0']);
    expect(groups('region')).toEqual(['us-east-1 300 → 480 of 2']);
    expect(groups('type')).toEqual(['HTTP API 300 → 480 of 2']);
    expect(groups('service')).toEqual(['Amazon API Gateway 300 → 480 of 2']);
  });
  test('is not known of services where the report does not say, nor of anything without one', () => {
    expect(earlierBy(recorded(before, { services: null }), 'service')).toBeNull();
    expect(earlierBy(null, 'team')).toBeNull();
    expect(groupBy(now, 'team').map((one) => one.before)).toEqual([null, null]);
  });
  test('changes of all parts add up to the change of the bill', () => {
    for (const dimension of ['team', 'environment', 'account', 'region', 'type', 'service', 'tag:cost-center'] as const) {
      const all = groupBy(now, dimension, earlierBy(recorded(before), dimension));
      expect(sum(all.map((one) => one.cost.minus(one.before ?? '0'))).toFixed()).toBe(now.cost.minus(before.cost).toFixed());
    }
  });
});

describe('from month to month', () => {
  test('more requests are volume', () => {
    expect(gist(since([http('one', 200)], [http('one', 400)]))).toEqual(['200 → 390', 'volume 190', 'one kept 200 → 390: volume 190']);
  });

  test('larger ones are the mix, another type is design, and other prices of what was there come last', () => {
    const of = (type: string, size: string, requests: string) =>
      entry('one', `inUse: ${type}\ntraffic: { requests: ${requests}, request: ${size}, response: 0 B }`);
    // 100M at $1; of 513 KB they are 200M; as a REST API 100M at $3.50; and that a tenth dearer.
    expect(gist(since([of('http', '1 KB', '100M')], [of('http', '513 KB', '100M')]))[1]).toBe('mix 100');
    expect(gist(since([of('http', '1 KB', '50M')], [of('rest', '513 KB', '100M')], dearer({ 'apigateway/rest-requests': '1.1' })))).toEqual(
      [
        '50 → 385',
        'volume 50',
        'mix 100',
        // What was not needed then had no price then: that of now is taken for both.
        'design 185',
        'one kept 50 → 385: volume 50, mix 100, design 185',
      ],
    );
    expect(gist(since([http('one', 50)], [http('one', 100)], dearer({ [HTTP]: '2' }))).slice(0, 3)).toEqual([
      '50 → 200',
      'volume 50',
      'price 100',
    ]);
  });

  test('what is gone and what is new moves what others bear of the tiers they fill together', () => {
    // 200M and 200M are $390. Without two, one is $200; with 300M of three they are $480: $192 and $288.
    expect(gist(since([http('one', 200), http('two', 200)], [http('one', 200), http('three', 300)]))).toEqual([
      '390 → 480',
      'removed -190',
      'added 280',
      'one kept 195 → 192: removed 5, added -8',
      'three added 0 → 288: added 288',
      'two removed 195 → 0: removed -195',
    ]);
  });

  test('another length of the month is counting', () => {
    const alb = entry(
      'one',
      'inUse: alb\ntraffic: { requests: 0, request: 0 B, response: 0 B }\nloadBalancer: { zones: 2, internetFacing: no }',
    );
    // An hour of an ALB is $0.0225.
    expect(gist(since([alb], [alb], awsBook, { hoursPerMonth: decimal('700') }))).toEqual([
      '16.425 → 15.75',
      'counting -0.675',
      'one kept 16.425 → 15.75: counting -0.675',
    ]);
  });

  test('allowances subtracted from now on are counting too', () => {
    const lambda = (more: string) => http('one', 1, `backend: { lambda: { memory: 128 MB, duration: 0 ms } }\n${more}`);
    expect(gist(since([lambda('')], [lambda('alwaysFree: yes')])).slice(0, 2)).toEqual(['1.2 → 1', 'counting -0.2']);
  });

  test('what the tool itself counted otherwise is the model', () => {
    const then = recorded(made([http('one', 200)]));
    const [one] = then.workloads;
    const otherwise = { ...then, workloads: one ? [{ ...one, cost: '150' }] : [] };
    expect(gist(changeSince(otherwise, made([http('one', 200)]), awsBook)).slice(0, 2)).toEqual(['150 → 200', 'model 50']);
    // An input that nobody understands any more costs nothing at each step but those of now.
    const lost = { ...then, workloads: one ? [{ ...one, input: { nonsense: 1 } }] : [] };
    expect(gist(changeSince(lost, made([http('one', 200)]), awsBook))).toEqual([
      '200 → 200',
      'model -200',
      'design 200',
      'one kept 200 → 200: model -200, design 200',
    ]);
  });

  test('another way of sharing out is allocation', () => {
    const both = [http('one', 200), http('two', 400)];
    const change = changeSince(recorded(made(both)), made(both, { allocation: 'marginal' }), awsBook);
    expect(gist(change)).toEqual([
      '570 → 570',
      'one kept 190 → 186.545454545455: allocation -3.454545454545',
      'two kept 380 → 383.454545454545: allocation 3.454545454545',
    ]);
  });

  test('workloads are the same by name and account; those of one name in the order of their files', () => {
    expect(gist(since([http('one', 100, 'account: "1"')], [http('one', 100, 'account: "2"')])).slice(1)).toEqual([
      'removed -100',
      'added 100',
      'one added 0 → 100: added 100',
      'one removed 100 → 0: removed -100',
    ]);
    const twice = [http('one', 100), { ...http('one', 50), file: 'b.yaml' }];
    expect(gist(since(twice, [http('one', 100), { ...http('one', 70), file: 'b.yaml' }]))).toEqual([
      '150 → 170',
      'volume 20',
      'one kept 100 → 100: ',
      'one kept 50 → 70: volume 20',
    ]);
  });

  test('says what is a lower bound at either end, and where it stands', () => {
    const open = entry('open', 'region: ap-east-2\ninUse: http\ntraffic: { requests: 1M, response: 0 B }');
    const change = since([open, http('gone', 1)], [http('one', 1), open]);
    expect([change.fromBound, change.toBound]).toEqual(['at-least', 'at-least']);
    expect(change.items.map((one) => [one.workload, one.file, one.fromBound, one.toBound])).toEqual([
      ['one', 'one.yaml', 'exact', 'exact'],
      ['open', 'open.yaml', 'at-least', 'at-least'],
      ['gone', 'gone.yaml', 'exact', 'exact'],
    ]);
    const better = since([http('one', 1)], [http('one', 1)]);
    expect([better.fromBound, better.toBound]).toEqual(['exact', 'exact']);
  });
});

describe('the prices of an earlier report', () => {
  const rate = (book: PriceBook, region = 'us-east-1') => {
    const found = book.rate(HTTP, { region });
    return 'unavailable' in found
      ? found.unavailable
      : found.tiers.map((tier) => `${tier.from.toFixed()} ${tier.unitPrice?.toFixed() ?? tier.unavailable}`);
  };
  const priced = (tiers: { from: string; unitPrice: string | null }[], place = 'us-east-1', book = awsBook) =>
    withEarlierRates(book, { rates: [{ sku: HTTP, place, tiers }] });

  test('stand in for those of today, where it needed them', () => {
    const then = priced([
      { from: '0', unitPrice: '2' },
      { from: '10', unitPrice: null },
    ]);
    expect(rate(then)).toEqual(['0 2', '10 not published then']);
    expect(rate(then, 'eu-west-1')).toEqual(rate(awsBook, 'eu-west-1'));
    const found = then.rate(HTTP, { region: 'us-east-1' });
    expect('tiers' in found && [found.from, found.usageType, found.tiers.map((tier) => tier.skuPriceId)]).toEqual([
      { layer: 'earlier', kind: 'imported', sheet: 'an earlier report' },
      'USE1-ApiGatewayHttpRequest',
      [null, null],
    ]);
  });
  test('are there even if nobody publishes one today; what had none then has none', () => {
    const elsewhere = priced([{ from: '0', unitPrice: '2' }], 'ap-east-2');
    expect(rate(elsewhere, 'ap-east-2')).toEqual(['0 2']);
    const found = elsewhere.rate(HTTP, { region: 'ap-east-2' });
    expect('tiers' in found && [found.usageType, found.source.published, found.ofEdition, found.sku, found.tiers[0]?.source.id]).toEqual([
      null,
      'undated',
      true,
      HTTP,
      'earlier',
    ]);
    expect(rate(priced([{ from: '0', unitPrice: null }]))).toBe('not published then');
    expect(
      rate(
        priced([
          { from: '0', unitPrice: null },
          { from: '1', unitPrice: '3' },
        ]),
      ),
    ).toEqual(['0 not published then', '1 3']);
  });
  test('are recorded for every row, each once, in order', () => {
    const rows = (['lambda/requests', HTTP, HTTP] as const).map((sku) => ({ sku, place: { region: 'us-east-1' } }));
    expect(
      ratesUsed([...rows, { sku: HTTP, place: { region: 'ap-east-2' } }], awsBook).map(
        (one) => `${one.sku} ${one.place} ${one.tiers.length}`,
      ),
    ).toEqual([`${HTTP} us-east-1 2`, 'lambda/requests us-east-1 1']);
  });
});

describe('a trend', () => {
  const at = (month: string | null, cost: string) => recorded(made([http('one', 1)]), { month, cost });
  test('is by month, those of no month first, and this one last', () => {
    const earlier = [at('2026-10', '3'), at(null, '9'), at('2025-12', '1'), at('2026-02', '2'), at(null, '8')];
    expect(byMonth(earlier).map((one) => one.cost)).toEqual(['9', '8', '1', '2', '3']);
    expect(
      trendOf(earlier, '2026-11', made([http('one', 4)])).map((one) => `${one.month ?? '-'} ${one.cost.toFixed()} ${one.bound}`),
    ).toEqual(['- 9 exact', '- 8 exact', '2025-12 1 exact', '2026-02 2 exact', '2026-10 3 exact', '2026-11 4 exact']);
    expect(trendOf([], '2026-11', made([]))).toEqual([]);
  });
});

describe('from file to file', () => {
  const api = (millions: number, more = '', type: string | null = 'http') =>
    entry('one', `${type === null ? '' : `inUse: ${type}\n`}traffic: { requests: ${millions}M, response: 0 B }\n${more}`);
  type Given = Parameters<typeof side>;
  const diff = (before: Given, now: Given, asked: string | null = null) => diffOf(side(...before), side(...now), asked);
  const rowsOf = ({ compared }: ReturnType<typeof diff>) =>
    compared.flatMap(({ rows }) =>
      rows.map(
        (one) =>
          `${one.hop} ${one.sku} ${one.before?.cost.toFixed() ?? '-'} → ${one.now?.cost.toFixed() ?? '-'}: ${effects(one.causes).join(', ')}`,
      ),
    );

  test('quantities move first, at the earlier prices, then prices', () => {
    const found = diff([api(200)], [api(400), {}, dearer({ [HTTP]: '2' })]);
    expect(rowsOf(found)).toEqual([`http ${HTTP} 200 → 780: input 190, price 390`]);
    expect([found.total.from.toFixed(), found.total.to.toFixed(), found.total.bound]).toEqual(['200', '780', 'exact']);
    expect(found.compared.map((one) => [one.by, one.carries, one.before?.id, one.now?.id, one.effects && effects(one.effects)])).toEqual([
      ['in-use', 'requests', 'http', 'http', ['volume 190', 'price 390']],
    ]);
    expect(found.inputs).toEqual([{ field: 'traffic.requests', before: '200M', now: '400M' }]);
    expect(found.rates.map((one) => `${one.tierFrom.toFixed()}: ${one.before?.toFixed()} → ${one.now?.toFixed()} ${one.reached}`)).toEqual([
      '0: 0.000001 → 0.000002 true',
      '300000000: 0.0000009 → 0.0000018 true',
    ]);
  });

  test('a tier that neither side gets to is told as such, at its border too', () => {
    const reached = (millions: number) => diff([api(1)], [api(millions), {}, dearer({ [HTTP]: '2' })]).rates.map((one) => one.reached);
    expect([reached(299), reached(300), reached(301)]).toEqual([
      [true, false],
      [true, false],
      [true, true],
    ]);
  });

  test('what is there on one side only was added or removed, at the earlier prices', () => {
    const waf = 'waf: { webAcls: 1, rules: 2, managedGroups: 0 }';
    const cheap = dearer({ 'waf/web-acl': '2' });
    expect(rowsOf(diff([api(1, '', 'rest')], [api(1, waf, 'rest'), {}, cheap], 'rest'))).toEqual([
      'rest apigateway/rest-requests 3.5 → 3.5: ',
      'waf waf/web-acl - → 10: price 5, added 5',
      'waf waf/rules - → 2: added 2',
      'waf waf/requests - → 0.6: added 0.6',
    ]);
    expect(rowsOf(diff([api(1, waf, 'rest')], [api(1, '', 'rest')], 'rest'))).toEqual([
      'waf waf/web-acl 5 → -: removed -5',
      'waf waf/rules 2 → -: removed -2',
      'waf waf/requests 0.6 → -: removed -0.6',
      'rest apigateway/rest-requests 3.5 → 3.5: ',
    ]);
  });

  test('compares what is in use, one side’s word for both, or what recommend picks for each', () => {
    const of = (before: string | null, now: string | null, asked: string | null = null) =>
      diff([api(1, '', before)], [api(1, '', now)], asked).compared.map(
        (one) => `${one.by} ${one.before?.id ?? '-'} ${one.now?.id ?? '-'}`,
      );
    expect(of('rest', 'http')).toEqual(['in-use rest http']);
    expect(of('rest', null)).toEqual(['in-use rest rest']);
    expect(of(null, 'rest')).toEqual(['in-use rest rest']);
    expect(of(null, null)).toEqual(['pick http http']);
    expect(of('rest', 'rest', 'alb')).toEqual(['asked alb alb']);
    expect(of('rest', 'rest', 'rest+cache')).toEqual(['in-use rest rest']);
    // Nothing is in use of what is not there any more.
    expect(
      diff([api(1, 'cache: { size: 0.5 GB, hitRatio: 1% }', 'rest+cache')], [api(1, '', null)]).compared.map((one) => [
        one.by,
        one.before?.id,
        one.now?.id,
      ]),
    ).toEqual([['in-use', 'rest+cache', 'http']]);
    // In ap-east-2 no HTTP API has a price: REST does, but has its data transfer out unpriced, which is nothing here.
    const elsewhere = (yaml: string) => entry('one', `region: ap-east-2\n${yaml}`);
    const stream = 'traffic: { requests: 1M, streaming: yes }\nwaf: { rules: 1 }';
    const firsts = diff([elsewhere(stream)], [elsewhere(stream)]).compared;
    expect(firsts.map((one) => [one.by, one.before?.id])).toEqual([['pick', 'rest']]);
  });

  test('requests and connections are compared apart and add up', () => {
    const both = (millions: number, connections: number) =>
      entry(
        'one',
        `traffic: { requests: ${millions}M, response: 0 B }\nrealtime: { connections: ${connections}, hoursPerDay: 24, sessionLength: 2 h }\nhoursPerMonth: 500`,
      );
    // 100 connections are 3M minutes at $0.25 a million.
    const found = diff([both(1, 100)], [both(2, 200)]);
    expect(found.compared.map((one) => `${one.carries} ${one.from.toFixed()} → ${one.to.toFixed()}`)).toEqual([
      'requests 1 → 2',
      'realtime 0.75 → 1.5',
    ]);
    expect([found.total.from.toFixed(), found.total.to.toFixed()]).toEqual(['1.75', '3.5']);
  });

  test('from nothing, it is what it costs now', () => {
    const now = side(api(200));
    const { total, compared } = diffOf({ ...now, workload: null, input: null, candidates: [], subject: [] }, now, null);
    expect([total.from.toFixed(), total.to.toFixed(), total.fromBound, compared[0]?.now?.id]).toEqual(['0', '200', 'exact', 'http']);
  });

  test('other units, other months and other bytes are counting', () => {
    const found = (before: Given, now: Given) => {
      const [one] = diff(before, now, 'http').compared;
      return one?.effects ? effects(one.effects) : null;
    };
    const large = entry('one', 'traffic: { requests: 1M, request: 512.1 KB, response: 0 B }');
    expect(found([large], [large, {}, articleBook])).toEqual([]);
    // 524,000 bytes are one increment of 512 × 1,024 bytes, and two of 512 × 1,000.
    const bytes = entry('one', 'traffic: { requests: 1M, request: 524000 B, response: 0 B }');
    expect(found([bytes], [bytes, {}, articleBook])).toEqual(['counting 1']);
    const hourly = entry('one', 'traffic: { requests: 1000000/hour, response: 0 B }');
    expect(found([hourly, { hoursPerMonth: decimal('100') }], [hourly, { hoursPerMonth: decimal('200') }])).toEqual(['counting 100']);
    expect(found([api(1)], [api(1)])).toEqual([]);
  });

  test('says how sure a difference is', () => {
    expect([
      boundOfChange('exact', 'exact'),
      boundOfChange('exact', 'at-least'),
      boundOfChange('at-least', 'exact'),
      boundOfChange('at-least', 'at-least'),
    ]).toEqual(['exact', 'at-least', 'at-most', 'of-what-is-known']);
    const gap = dearer({ [HTTP]: null });
    const bounds = (before: Given, now: Given) => {
      const { total, compared } = diff(before, now, 'http');
      return [total.fromBound, total.toBound, total.bound, compared[0]?.bound];
    };
    expect(bounds([api(1)], [api(1), {}, gap])).toEqual(['exact', 'at-least', 'at-least', 'at-least']);
    expect(bounds([api(1), {}, gap], [api(1)])).toEqual(['at-least', 'exact', 'at-most', 'at-most']);
    expect(bounds([api(1), {}, gap], [api(2), {}, gap])).toEqual(['at-least', 'at-least', 'of-what-is-known', 'of-what-is-known']);
    // Both lack the same, by whatever name.
    expect(bounds([api(1), {}, gap], [api(1), {}, gap])).toEqual(['at-least', 'at-least', 'exact', 'exact']);
    expect(bounds([api(1), {}, gap], [{ ...api(1), input: { name: 'other' } }, {}, gap])[3]).toBe('exact');
    expect(bounds([api(1), {}, awsBook], [api(1), {}, articleBook])[3]).toBe('exact');
  });

  test('lacks of a size are the same only in the same workload', () => {
    const streams = (requests: string, more = '') =>
      entry('one', `inUse: rest\ntraffic: { requests: ${requests}, streaming: yes }\n${more}`);
    const bound = (before: Given, now: Given) => diff(before, now).total.bound;
    expect(bound([streams('1M')], [streams('1M')])).toBe('exact');
    expect(bound([streams('1M')], [streams('1M', 'tags: { team: shop }\naccount: "1"\npayer: "2"')])).toBe('exact');
    expect(bound([streams('1M')], [streams('2M')])).toBe('of-what-is-known');
    expect(bound([streams('1M')], [streams('1M'), {}, articleBook])).toBe('of-what-is-known');
    const missing = missingOf({ before: diff([streams('1M')], [streams('1M')]).compared[0]?.before ?? null, now: null });
    expect(missing.map((one) => one.sku)).toEqual(['apigateway/rest-requests']);
    const [one] = diff([streams('1M')], [streams('1M')]).compared;
    expect(missingOf(one ?? expect.fail()).map((gap) => gap.sku)).toEqual(['apigateway/rest-requests']);
  });

  test('a row is unchanged by its quantity and its prices', () => {
    const [same, more] = [diff([api(1)], [api(1)]), diff([api(1)], [api(2)])].map(({ compared }) => compared[0]?.rows[0]);
    expect([same && isUnchanged(same), more && isUnchanged(more), same && isUnchanged({ ...same, before: null })]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('another Region is another price, and another geography the same rows', () => {
    const of = (region: string) => entry('one', `region: ${region}\ninUse: http\ntraffic: { requests: 10M, response: 0 B }`);
    // $1.00 and, in Ireland, $1.11 a million.
    const found = diff([of('us-east-1')], [of('eu-west-1')]);
    expect(rowsOf(found)).toEqual([`http ${HTTP} 10 → 11.1: price 1.1`]);
    expect(found.rates.map((one) => `${one.placeBefore} → ${one.placeNow} ${one.before?.toFixed()} → ${one.now?.toFixed()}`)[0]).toBe(
      'us-east-1 → eu-west-1 0.000001 → 0.00000111',
    );
    const edge = (region: string, more = '') =>
      entry('one', `region: ${region}\ntraffic: { requests: 10M, request: 0 B, response: 0 B }\nedge: { hitRatio: 0%${more} }`);
    const viewers = diff([edge('us-east-1')], [edge('eu-west-1')], 'http+cloudfront').compared[0]?.rows.find(
      ({ sku }) => sku === 'cloudfront/https-requests',
    );
    // $1.00 and, in Europe, $1.20 a million.
    expect([viewers?.geography, viewers?.before?.cost.toFixed(), viewers?.now?.cost.toFixed(), viewers && effects(viewers.causes)]).toEqual(
      ['eu', '10', '12', ['price 2']],
    );
  });
});

describe('what is said of inputs', () => {
  const of = (yaml: string, options: MonthOptions = {}, book = awsBook) => side(entry('one', yaml), options, book);
  test('what decides prices first, then the fields of the file', () => {
    const before = of(
      'traffic: { requests: 1M, sizes: [{ share: 50%, request: 1 KB }, { share: 50%, request: 2 KB }] }\nhoursPerMonth: 700\ntags: { team: a }',
    );
    const now = of(
      'region: eu-west-1\nhoursPerMonth: 720\ntraffic: { requests: 2M, sizes: [{ share: 40%, request: 1 KB }, { share: 60%, request: 2 KB }] }\nalwaysFree: yes',
      {},
      articleBook,
    );
    const found = inputChanges(before, { ...now, pricesOf: 'mine' });
    expect(found.map((one) => `${one.field}: ${one.before ?? '-'} → ${one.now ?? '-'}`)).toEqual([
      'region: us-east-1 → eu-west-1',
      'edition: aws → article',
      'prices: installed → mine',
      'hoursPerMonth: 700 → 720',
      'bytesPerKB: 1024 → 1000',
      'alwaysFree: no → yes',
      'traffic.requests: 1M → 2M',
      'traffic.sizes[0].share: 50% → 40%',
      'traffic.sizes[1].share: 50% → 60%',
      'tags.team: a → -',
    ]);
    expect(inputChanges(before, before)).toEqual([]);
    expect(inputChanges({ ...before, workload: null }, { ...of('traffic: { requests: 9M }', { hoursPerMonth: decimal('700') }) })).toEqual(
      [],
    );
  });
});

describe('an earlier document', () => {
  const printed = (yaml: string, input: unknown, book = awsBook) => {
    const { workload } = entry('one', yaml);
    const [result] = readEarlier(JSON.stringify(costOfOne(workload, book, input)), 'cost.json');
    return result ?? expect.fail('no result');
  };
  const yaml = 'traffic: { requests: 400M, response: 0 B }\nwaf: { rules: 1 }';
  const { input } = entry('one', yaml);

  test('is a side with its own prices, today’s beyond them, and what it was made of', () => {
    const double = dearer({ [HTTP]: '2' });
    const found = earlierSide('cost.json', printed(yaml, input, double), awsBook);
    expect([
      found.name,
      found.region,
      found.pricesOf,
      found.hoursPerMonth.toFixed(),
      found.alwaysFree,
      found.workload?.name,
      found.file,
    ]).toEqual(['one', 'us-east-1', 'cost.json', '730', false, 'one', 'cost.json']);
    const rate = (sku: Sku) => {
      const there = found.book.rate(sku, { region: 'us-east-1' });
      return 'tiers' in there ? there.tiers.map((tier) => tier.unitPrice?.toFixed()) : there.unavailable;
    };
    expect([rate(HTTP), rate('lambda/requests')]).toEqual([['0.000002', '0.0000018'], ['0.0000002']]);
    // Of REST one tier was reached that the document names, and one above it is today's.
    expect(rate('apigateway/rest-requests')).toEqual(['0.0000035', '0.0000028', '0.00000238', '0.00000151']);
    expect(found.candidates.map((one) => `${one.id} ${one.whole} ${one.bound}`).slice(0, 2)).toEqual([
      'rest true exact',
      'http false exact',
    ]);
    expect(
      found.candidates[1]?.rows.map((row) => `${row.sku} ${row.tierFrom?.toFixed() ?? '-'} ${row.cost?.toFixed()} ${row.published}`),
    ).toEqual([`${HTTP} 0 600 null`, `${HTTP} 300000000 180 null`]);
  });
  test('that does not hold its input has no workload, and all of it counts as whole', () => {
    const found = earlierSide('cost.json', printed(yaml, null), awsBook);
    expect([found.workload, found.input, found.candidates.every((one) => one.whole)]).toEqual([null, null, true]);
    expect(earlierSide('cost.json', { ...printed(yaml, null), input: { nonsense: 1 } }, awsBook).input).toBeNull();
    expect(diffOf(found, side(entry('one', yaml)), 'http').compared[0]?.effects).toBeNull();
  });
  test('of allowances, of a Region by flag, of candidates and skus that are no more', () => {
    const result = printed(yaml, input);
    const free = { ...result, assumptions: [{ id: 'always-free-on' }], region: 'eu-west-1' };
    const found = earlierSide('cost.json', free, awsBook);
    expect([found.alwaysFree, found.workload?.region]).toEqual([true, 'eu-west-1']);
    const [first] = result.candidates;
    if (!first) expect.fail('no candidate');
    const [row] = first.lineItems;
    if (!row) expect.fail('no row');
    const odd = earlierSide(
      'cost.json',
      {
        ...result,
        candidates: [
          { ...first, id: 'soap' },
          { ...first, lineItems: [{ ...row, sku: 'soap/envelopes' }, row] },
        ],
      },
      awsBook,
    );
    expect(odd.candidates.map((one) => [one.id, one.rows.length])).toEqual([['rest', 1]]);
  });
  test('of what had no rate then has none, and of a tier without a price neither', () => {
    const elsewhere = 'region: ap-east-2\ntraffic: { requests: 1M, response: 0 B }';
    const found = earlierSide('cost.json', printed(elsewhere, entry('one', elsewhere).input), awsBook);
    expect(found.book.rate(HTTP, { region: 'ap-east-2' })).toEqual({ unavailable: 'not published then' });
  });
});
