// Many workloads as one bill: who bears what, by which dimension, within which budget and by when. By hand.
import { describe, expect, test } from 'vitest';
import { advise } from '../../src/advise/advise.ts';
import { decimal, sum } from '../../src/money/decimal.ts';
import { accountQuotasOf } from '../../src/portfolio/account-quotas.ts';
import { inOrder, inProportion } from '../../src/portfolio/allocate.ts';
import { againstBudgets } from '../../src/portfolio/budgets.ts';
import { daysOf, forecastOf, usedUpOn } from '../../src/portfolio/forecast.ts';
import { byService, groupBy, tag } from '../../src/portfolio/group.ts';
import { leftOut } from '../../src/portfolio/left-out.ts';
import { lowerBoundsOf, tagsInWords } from '../../src/portfolio/lower-bounds.ts';
import type { Portfolio } from '../../src/portfolio/portfolio.ts';
import { readInput } from '../../src/portfolio/read-input.ts';
import { assumptionsOf, notPricedOf } from '../../src/portfolio/rests-on.ts';
import { summarize } from '../../src/portfolio/summary.ts';
import { teamServices } from '../../src/portfolio/team-services.ts';
import { findingsOf, quotasOf } from '../../src/portfolio/watched.ts';
import { articleBook, awsBook } from '../price-book.ts';
import { entry, http, made } from './made.ts';

const NO_RATE = 'region: ap-east-2\ninUse: http\ntraffic: { requests: 1M, response: 0 B }';
const costs = ({ items }: Portfolio) => items.map((one) => one.cost.toFixed());

describe('a bill', () => {
  test('of 200 and 400 million HTTP requests is $570, a third and two thirds; alone they are $200 and $390', () => {
    const bill = made([http('one', 200), http('two', 400)]);
    expect([costs(bill), bill.cost.toFixed(), bill.aloneCost.toFixed(), bill.bound, bill.allocation, bill.alwaysFree]).toEqual([
      ['190', '380'],
      '570',
      '590',
      'exact',
      'proportional',
      false,
    ]);
    expect(bill.items.map((one) => [one.aloneCost.toFixed(), ...one.parts.map((part) => `${part.candidate.id} ${part.inUse}`)])).toEqual([
      ['200', 'http true'],
      ['390', 'http true'],
    ]);
  });

  test('by what it would fall by: without 200 million by $180, without 400 by $370; scaled to $570', () => {
    // 570 × 180 ÷ 550 = 186.5454…, 570 × 370 ÷ 550 = 383.4545…
    const bill = made([http('one', 200), http('two', 400)], { allocation: 'marginal' });
    expect([costs(bill), bill.cost.toFixed(), bill.allocation]).toEqual([['186.545454545455', '383.454545454545'], '570', 'marginal']);
  });

  test('of two payers is two bills', () => {
    expect(costs(made([http('one', 200, 'payer: a'), http('two', 400, 'payer: b'), http('three', 100, 'payer: a')]))).toEqual([
      '200',
      '390',
      '100',
    ]);
    // 200 and 400 without a payer are one family.
    expect(costs(made([http('one', 200), http('two', 400), http('three', 100, 'payer: a')]))).toEqual(['190', '380', '100']);
  });

  test('has the parts of a workload, in use or picked, and every gap once', () => {
    const both = entry('both', 'traffic: { requests: 1M, response: 0 B }\nrealtime: { connections: 1 }\ninUse: rest');
    const { items } = made([both]);
    expect(items[0]?.parts.map((part) => [part.carries, part.candidate.id, part.inUse])).toEqual([
      ['requests', 'rest', true],
      ['realtime', 'websocket', false],
    ]);
    const open = made([entry('open', NO_RATE), http('one', 1)]);
    expect([open.bound, open.items.map((one) => [one.bound, one.missing.map((gap) => gap.sku)])]).toEqual([
      'at-least',
      [
        ['at-least', ['apigateway/http-requests']],
        ['exact', []],
      ],
    ]);
  });

  test('subtracts allowances as it is told, or as any workload says', () => {
    const lambda = 'backend: { lambda: { memory: 128 MB, duration: 1 ms } }';
    const free = (more: string, options = {}) => {
      const bill = made([http('one', 1, lambda), http('two', 1, `${lambda}\n${more}`)], options);
      return [bill.alwaysFree, bill.cost.toFixed()];
    };
    // $2 at the gateway; of two million requests of functions at $0.20 one is free, and all of the duration.
    expect(free('alwaysFree: yes')).toEqual([true, '2.2']);
    expect(free('', { alwaysFree: true })).toEqual([true, '2.2']);
    // 2M × 1 ms of an eighth of a GB are 250 GB-seconds: $0.004166675.
    expect(free('')).toEqual([false, '2.404166675']);
    expect(free('alwaysFree: yes', { alwaysFree: false })).toEqual([false, '2.404166675']);
  });

  test('says how far it is', () => {
    const seen: number[] = [];
    made([http('one', 1), http('two', 1)], { progress: (done) => void seen.push(done) });
    expect(seen).toEqual([1, 2]);
  });

  test('that nothing carries says so', () => {
    const unmetered = [{ what: 'x', because: 'y', candidates: ['http'] }];
    expect(leftOut(advise(http('one', 1).workload, awsBook).candidates, unmetered)).toBe(unmetered);
    expect(leftOut([], [{ what: 'x', because: 'y', candidates: ['http'] }])).toEqual([
      { what: 'the whole workload', because: 'no candidate can serve it', candidates: [] },
    ]);
    const [item] = made([http('one', 1)]).items;
    const bare = { ...(item ?? expect.fail('no item')), parts: [] };
    expect(groupBy({ ...made([]), items: [bare] }, 'type').map((one) => one.value)).toEqual([null]);
  });

  test('does not depend on the order in which files are given', () => {
    const three = [http('b', 100), http('a', 150), http('c', 77)];
    const by = (entries: typeof three) =>
      new Map(made(entries, { allocation: 'marginal' }).items.map((one) => [one.workload.name, one.cost.toFixed()]));
    expect(by(three.toReversed())).toEqual(new Map([...by(three)].toReversed()));
    expect(inOrder([http('b', 1), http('a', 1), { ...http('a', 1), file: '0.yaml' }, http('c', 1), http('b', 1)])).toEqual([2, 1, 0, 4, 3]);
  });
});

describe('parts in proportion', () => {
  const parts = (total: string, ...weights: readonly string[]) =>
    inProportion(decimal(total), weights.map(decimal))?.map((one) => one.toFixed()) ?? null;
  test('add up to the last digit: what is left goes to those that lost most, of equals to the first', () => {
    expect(parts('1', '1', '1', '1')).toEqual(['0.333333333334', '0.333333333333', '0.333333333333']);
    expect(parts('2', '1', '1', '1')).toEqual(['0.666666666667', '0.666666666667', '0.666666666666']);
    // A seventh loses 1/7 of a unit, two sevenths 2/7, four 4/7.
    expect(parts('1', '1', '2', '4')).toEqual(['0.142857142857', '0.285714285714', '0.571428571429']);
    expect(parts('10', '0.5', '1.5')).toEqual(['2.5', '7.5']);
    // There is one unit of the fourteenth place, and the first has it.
    expect(parts('0.00000000000001', '1', '1')).toEqual(['0.00000000000001', '0']);
  });
  test('of no weight are none', () => {
    expect([parts('1', '0', '0'), parts('1'), parts('0', '1')]).toEqual([null, null, ['0']]);
  });
});

describe('groups', () => {
  const bill = made([
    http('one', 100, 'tags: { Team: shop, env: prod }\naccount: "1"'),
    http('two', 50, 'tags: { team: shop, environment: test, env: prod }\naccount: "2"'),
    http('three', 150, 'tags: { team: pay }'),
    entry('open', `${NO_RATE}`),
  ]);
  const by = (dimension: Parameters<typeof groupBy>[1], of = bill) =>
    groupBy(of, dimension).map(
      (one) => `${one.value ?? '-'} ${one.cost.toFixed()} ${one.share.toDecimalPlaces(3).toFixed()} ${one.workloads} ${one.bound}`,
    );

  test('by tag, whatever its case; who says nothing is a group too', () => {
    expect(by('team')).toEqual(['pay 150 0.5 1 exact', 'shop 150 0.5 2 exact', '- 0 0 1 at-least']);
    expect(by('environment')).toEqual(['- 150 0.5 2 at-least', 'prod 100 0.333 1 exact', 'test 50 0.167 1 exact']);
    expect([tag({ TEAM: 'x' }, 'team'), tag({}, 'team'), tag(undefined, 'team')]).toEqual(['x', null, null]);
  });
  test('by account, Region, type and service', () => {
    expect(by('account')).toEqual(['- 150 0.5 2 at-least', '1 100 0.333 1 exact', '2 50 0.167 1 exact']);
    expect(by('region')).toEqual(['us-east-1 300 1 3 exact', 'ap-east-2 0 0 1 at-least']);
    expect(by('type')).toEqual(['HTTP API 300 1 4 at-least']);
    expect(by('service')).toEqual(['Amazon API Gateway 300 1 4 at-least']);
    const both = made([entry('both', 'traffic: { requests: 1M, response: 0 B }\nrealtime: { connections: 1 }\ninUse: rest')]);
    expect(by('type', both)).toHaveLength(1);
    expect(by('type', both)[0]).toMatch(/^REST API \+ WebSocket API /);
  });
  test('by service follow the rows; divided otherwise, they follow them in proportion', () => {
    const lambda = 'backend: { lambda: { memory: 128 MB, duration: 0 ms } }';
    // $200 and $40; $300 and $90 and $80: the bill is $190 + $380 and $120.
    const shared = (allocation: 'proportional' | 'marginal') => made([http('one', 200, lambda), http('two', 400, lambda)], { allocation });
    expect(by('service', shared('proportional'))).toEqual(['Amazon API Gateway 570 0.826 2 exact', 'AWS Lambda 120 0.174 2 exact']);
    // By what it would fall by they are 220 and 450 of 670: $690 × 220 ÷ 670 for the first, whose rows are $190 and $40.
    const [one] = shared('marginal').items;
    const services = byService(one ?? expect.fail('no item'));
    expect([...services].map(([service, { cost }]) => `${service} ${cost.toDecimalPlaces(4).toFixed()}`)).toEqual([
      'Amazon API Gateway 187.1642',
      'AWS Lambda 39.403',
    ]);
    expect(sum([...services.values()].map(({ cost }) => cost)).toFixed()).toBe(one?.cost.toFixed());
  });
  test('of a bill of nothing have no share', () => {
    expect(by('region', made([http('none', 0)]))).toEqual(['us-east-1 0 0 1 exact']);
    expect(by('region', made([]))).toEqual([]);
  });
  test('teams by service, the most expensive first', () => {
    expect(
      teamServices(bill).map((one) => [
        one.team,
        one.cost.toFixed(),
        one.bound,
        [...one.services].map(([service, cost]) => `${service} ${cost.toFixed()}`),
      ]),
    ).toEqual([
      ['shop', '150', 'exact', ['Amazon API Gateway 150']],
      ['pay', '150', 'exact', ['Amazon API Gateway 150']],
      [null, '0', 'at-least', ['Amazon API Gateway 0']],
    ]);
  });
});

describe('a budget', () => {
  const bill = made([
    http('one', 100, 'tags: { Team: shop, env: prod }'),
    http('two', 50, 'tags: { team: shop }'),
    entry('open', `${NO_RATE}\ntags: { team: open }`),
  ]);
  const use = (monthly: string, tags: Readonly<Record<string, string>> = {}) => {
    const [one] = againstBudgets(bill, [{ tags, monthly: decimal(monthly) }]);
    return one && [one.state, one.cost.toFixed(), one.share?.toFixed() ?? null, one.workloads, one.bound];
  };
  test.each([
    ['149.99', 'over'],
    ['150', 'within'],
    ['150.01', 'within'],
  ])('of $%s for $150 is %s', (monthly, state) => {
    expect(use(monthly, { team: 'shop' })?.[0]).toBe(state);
  });
  test('is of all that carry its tags, whatever their case; without tags of everything', () => {
    expect(use('300', { TEAM: 'shop' })).toEqual(['within', '150', '0.5', 2, 'exact']);
    expect(use('300', { team: 'shop', Env: 'prod' })).toEqual(['within', '100', '0.333333333333', 1, 'exact']);
    expect(use('300', { team: 'nobody' })).toEqual(['within', '0', '0', 0, 'exact']);
    expect(use('300')).toEqual(['unknown', '150', '0.5', 3, 'at-least']);
    expect(use('100')).toEqual(['over', '150', '1.5', 3, 'at-least']);
    expect(use('0', { team: 'shop' })).toEqual(['over', '150', null, 2, 'exact']);
  });
  test('is used up on a day of the month', () => {
    const day = (monthly: string, days = 30) =>
      usedUpOn(againstBudgets(bill, [{ tags: {}, monthly: decimal(monthly) }])[0] ?? expect.fail(), { days });
    // $5 a day.
    expect([day('149'), day('75'), day('75.01'), day('5'), day('0'), day('150')]).toEqual([30, 15, 16, 1, 1, null]);
  });
});

describe('a forecast', () => {
  const at = (month: string, asOf: string) => {
    const { days, daysGone, share, cost, soFar, calendarHours, bound } = forecastOf(made([http('one', 30)]), month, asOf);
    return [days, daysGone, share.toFixed(), cost.toFixed(), soFar.toFixed(), calendarHours, bound];
  };
  test('counts whole days that are gone', () => {
    expect(at('2026-11', '2026-11-01')).toEqual([30, 0, '0', '30', '0', 720, 'exact']);
    expect(at('2026-11', '2026-11-16')).toEqual([30, 15, '0.5', '30', '15', 720, 'exact']);
    expect(at('2026-11', '2026-11-30')[1]).toBe(29);
    expect(at('2026-11', '2026-12-01')[1]).toBe(30);
    expect(at('2026-11', '2026-10-31')[1]).toBe(0);
    expect(at('2026-11', '2027-01-05')[1]).toBe(30);
  });
  test('knows how long months are', () => {
    expect(Array.from({ length: 12 }, (_, index) => daysOf(`2026-${String(index + 1).padStart(2, '0')}`))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    expect(['2024-02', '2000-02', '1900-02', '2100-02', '2025-02'].map(daysOf)).toEqual([29, 29, 28, 28, 28]);
  });
});

describe('totals that are lower bounds', () => {
  test('are each named', () => {
    const bill = made([http('one', 100, 'tags: { team: shop }'), entry('open', `${NO_RATE}\ntags: { team: open }`)]);
    const groups = Object.fromEntries(
      (['team', 'environment', 'account', 'region', 'type', 'service'] as const).map((one) => [one, groupBy(bill, one)]),
    ) as Parameters<typeof lowerBoundsOf>[1];
    const budgets = againstBudgets(bill, [
      { tags: { team: 'shop' }, monthly: decimal('1') },
      { tags: { team: 'open', a: 'b' }, monthly: decimal('1') },
      { tags: {}, monthly: decimal('1') },
    ]);
    expect(
      lowerBoundsOf(bill, groups, [{ tag: 'team', groups: groups.team }], budgets).map((one) => `${one.of} ${one.value ?? '-'}`),
    ).toEqual([
      'everything -',
      'team open',
      'environment -',
      'account -',
      'region ap-east-2',
      'type HTTP API',
      'service Amazon API Gateway',
      'tag team open',
      'budget everything',
      'workload open',
    ]);
    const exact = made([http('one', 1)]);
    expect(lowerBoundsOf(exact, groups, [], budgets)).toEqual([]);
    expect([tagsInWords({ team: 'shop', environment: 'production' }), tagsInWords({})]).toEqual([
      'team shop, environment production',
      'everything',
    ]);
  });
});

describe('limits of an account', () => {
  const peak = (name: string, rate: number, more = '') => entry(name, `inUse: http\ntraffic: { requests: 1M, peak: ${rate}/s }\n${more}`);
  const shared = (...entries: readonly ReturnType<typeof entry>[]) =>
    accountQuotasOf(made(entries).items).map(
      (one) =>
        `${one.quota} ${one.account ?? '-'} ${one.region} ${one.used.toFixed()}/${one.limit?.toFixed() ?? '?'} ${one.share?.toFixed() ?? '?'} ${one.state}, ${one.workloads} of which ${one.silent} silent`,
    );

  test('are compared with all peaks as if they came at once, for each account and Region', () => {
    expect(shared(peak('a', 4000), peak('b', 5000), peak('c', 9000, 'account: "1"'))).toEqual([
      'account-rate - us-east-1 9000/10000 0.9 near, 2 of which 0 silent',
    ]);
    expect(shared(peak('a', 4000), entry('b', 'region: eu-south-2\ninUse: http\ntraffic: { requests: 1M, peak: 9/s }'))).toEqual([]);
    expect(shared(peak('a', 100))).toEqual([]);
  });

  test('are the smallest that anybody states', () => {
    const stated = (rate: string) => `throttling: { account: { rate: ${rate}, burst: 5000 } }`;
    for (const order of [
      ['8000', '20000'],
      ['20000', '8000'],
    ])
      expect(shared(...order.map((rate, index) => peak(`w${index}`, 3000, stated(rate))))).toEqual([
        'account-rate - us-east-1 6000/8000 0.75 ok, 2 of which 0 silent',
      ]);
    expect(shared(peak('a', 3000, stated('8000')), peak('b', 3000), peak('c', 1000, stated('7999')))).toEqual([
      'account-rate - us-east-1 7000/7999 0.875109388674 near, 3 of which 0 silent',
    ]);
  });

  test('count what others use once: they may be the very ones that are added up', () => {
    const others = (name: string, rate: number, used: number) => peak(name, rate, `throttling: { accountUsedByOthers: ${used} }`);
    // 1,000 + 2,000 of their own; the first counts 1,000 + 4,000 of others.
    expect(shared(others('a', 1000, 4000), peak('b', 2000))).toEqual(['account-rate - us-east-1 5000/10000 0.5 ok, 2 of which 0 silent']);
    expect(shared(others('a', 1000, 100), peak('b', 2000))).toEqual(['account-rate - us-east-1 3000/10000 0.3 ok, 2 of which 0 silent']);
  });

  test('count who says no peak as silent; where nobody does, nothing is said', () => {
    const silent = entry('s', 'inUse: http\ntraffic: { requests: 1M }');
    expect(shared(peak('a', 1000), silent, peak('b', 1000))).toEqual(['account-rate - us-east-1 2000/10000 0.2 ok, 3 of which 1 silent']);
    expect(shared(silent, entry('t', 'inUse: rest\ntraffic: { requests: 1M }'))).toEqual([]);
    // A load balancer takes nothing of it.
    expect(shared(peak('a', 1000), entry('b', 'inUse: alb\ntraffic: { requests: 1M, peak: 9000/s }'))).toEqual([]);
  });

  test('of Lambda are executions at once, the most used first', () => {
    const lambda = 'backend: { lambda: { memory: 1 GB, duration: 1 s } }';
    expect(shared(peak('a', 300, lambda), peak('b', 400, lambda), peak('c', 100))).toEqual([
      'lambda-concurrency - us-east-1 700/1000 0.7 ok, 2 of which 0 silent',
      'account-rate - us-east-1 800/10000 0.08 ok, 3 of which 0 silent',
    ]);
  });
});

describe('what is to be watched', () => {
  const bill = made([
    entry('big', 'inUse: http\ntraffic: { requests: 100M, peak: 9500/s, response: 0 B, largestResponse: 20 MB }'),
    entry('small', 'inUse: http\ntraffic: { requests: 1M, peak: 9900/s, response: 0 B, largestResponse: 20 MB }'),
    entry('calm', 'inUse: http\ntraffic: { requests: 1M, peak: 1/s, response: 0 B }'),
  ]);
  test('quotas that are near or passed, the most used first', () => {
    expect(
      quotasOf(bill.items).map(
        ({ item, one }) => `${item.workload.name} ${one.quota} ${one.candidate} ${one.share?.toFixed()} ${one.state}`,
      ),
    ).toEqual([
      'big http-payload http 2 over',
      'small http-payload http 2 over',
      'small account-rate http 0.99 near',
      'big account-rate http 0.95 near',
    ]);
  });
  test('findings: the severest first, then of the most expensive workload, of what it is built as', () => {
    const found = findingsOf(bill.items).map(({ item, one }) => `${one.severity} ${item.workload.name}`);
    expect(found).toEqual(found.toSorted((a, b) => 'bcn'.indexOf(a.charAt(0)) - 'bcn'.indexOf(b.charAt(0))));
    expect(found.filter((one) => one.startsWith('blocker'))).toEqual(['blocker big', 'blocker small']);
    expect(new Set(findingsOf(bill.items).flatMap(({ one }) => one.candidates))).toEqual(new Set(['http']));
  });
});

describe('what all depend on', () => {
  test('stands once, the most widespread first', () => {
    const { items } = made([http('one', 1), http('two', 1, 'waf: { rules: 1 }'), http('three', 1, 'waf: { rules: 1 }')]);
    const said = assumptionsOf(items, awsBook);
    expect(said.slice(0, 2).map((one) => [one.id, one.items.length])).toEqual([
      ['binary-gigabytes', 3],
      ['http-request-metered', 3],
    ]);
    const missing = notPricedOf(items).map((one) => `${one.what} ${one.items.map((item) => item.workload.name).join()}`);
    expect(missing).toEqual(['the backend one,two,three', 'AWS WAF two,three']);
    const article = made([http('one', 1)], {}, articleBook);
    expect(assumptionsOf(article.items, articleBook)[0]?.id).toBe('decimal-gigabytes');
  });
});

test('an input is read again as it was written, and what nobody understands any more is nothing', () => {
  expect(readInput({ name: 'a', region: 'us-east-1', traffic: { requests: '1M' } })?.name).toBe('a');
  expect(readInput({ name: 'a\ufffdb', region: 'us-east-1', traffic: { requests: '1M' } })?.name).toBe('a\ufffdb');
  expect([readInput({ name: 'a' }), readInput(null), readInput('text')]).toEqual([null, null, null]);
});

describe('a report', () => {
  const options = {
    month: null,
    asOf: '2026-11-16',
    hoursPerMonth: decimal('730'),
    budgets: [],
    groupBy: [],
    previous: [],
    problems: [],
    unread: 0,
  };
  test('puts all of it together', () => {
    const bill = made([http('one', 200), http('two', 400)]);
    const report = summarize(bill, awsBook, { ...options, month: '2026-11', budgets: [{ tags: {}, monthly: decimal('600') }] });
    expect([report.month, report.previousMonth, report.change, report.trend, report.forecast?.soFar.toFixed()]).toEqual([
      '2026-11',
      null,
      null,
      [],
      '285',
    ]);
    expect(report.budgets.map((one) => one.state)).toEqual(['within']);
    expect(
      report.rates.map((one) => `${one.sku} ${one.place} ${one.tiers.map((tier) => `${tier.from} ${tier.unitPrice}`).join(', ')}`),
    ).toEqual(['apigateway/http-requests us-east-1 0 0.000001, 300000000 0.0000009']);
    expect(Object.values(report.groups).map((group) => group.length)).toEqual([1, 1, 1, 1, 1, 1]);
    expect([report.edition, report.unread, report.problems, report.asOf, report.pricesPublished.newest]).toEqual([
      'aws',
      0,
      [],
      '2026-11-16',
      '2025-10-20',
    ]);
    expect(report.savings.map(({ one }) => one.amount)).toEqual(report.savings.map(({ one }) => one.amount).toSorted((a, b) => b.cmp(a)));
  });
  test('of no month forecasts nothing', () => {
    expect(summarize(made([http('one', 1)]), awsBook, options).forecast).toBeNull();
  });
});
