// The tables of facts are whole: every cell has a page of AWS behind it, or says why nobody knows.
import { describe, expect, test } from 'vitest';
import { QUESTIONS } from '../../src/decide/questions.ts';
import { COLD_STARTS, GATEWAY_OVERHEAD } from '../../src/facts/delays.ts';
import { EXCLUSIONS } from '../../src/facts/exclusions/index.ts';
import { articleSupport } from '../../src/facts/features/article.ts';
import { FEATURE_TABLES } from '../../src/facts/features/index.ts';
import { featurePages } from '../../src/facts/features/pages-of.ts';
import { FRONT_DOORS, type FrontDoor } from '../../src/workload/front-doors.ts';
import { articleQuota } from '../../src/facts/quotas/article.ts';
import { PLANS as PLAN_ALLOWANCES } from '../../src/facts/cloudfront-plans.ts';
import { quotaOf, QUOTAS } from '../../src/facts/quotas/index.ts';
import { quotaIn } from '../../src/facts/quotas/quota-in.ts';
import { factsOf, REGIONAL, REGIONS, type Regional } from '../../src/facts/regions.ts';
import { SUPPLIERS } from '../../src/facts/suppliers.ts';
import { nativeBy, supportFor, type Support } from '../../src/facts/support.ts';
import { FEATURE_IDS, FEATURES, type FeatureId } from '../../src/workload/features.ts';
import { CONTENTS, PAGES } from '../article/statements.ts';
import { priceData } from '../price-book.ts';
import { forgottenOf } from './regions.ts';
import { exampleWorkload } from '../../src/decide/example.ts';

const provisosOf = (support: Support) => ('provisos' in support && support.provisos ? support.provisos : []);
const workloadIn = (region: string) => exampleWorkload({ region }, 'rest');

const DOORS = Object.keys(FEATURE_TABLES) as FrontDoor[];
const cells = FEATURE_IDS.flatMap((feature) =>
  DOORS.map((door) => ({ cell: `${feature} of ${door}`, feature, door, support: FEATURE_TABLES[door][feature] as Support })),
);
const PAGE_OF_AWS = /^https:\/\/(docs\.aws\.amazon\.com|aws\.amazon\.com)\/[^\s#]+$/;

test('every feature has pages of AWS behind it, each once', () => {
  expect(FEATURE_IDS.filter((feature) => featurePages(feature).length === 0)).toEqual([]);
  expect(FEATURE_IDS.filter((feature) => new Set(featurePages(feature)).size < featurePages(feature).length)).toEqual([]);
  expect(FEATURE_IDS.flatMap(featurePages).filter((url) => !PAGE_OF_AWS.test(url))).toEqual([]);
});

/** Pages that speak of load balancers, or of what is put beside one. */
const OF_BALANCERS = /elasticloadbalancing|AmazonCloudFront|\/waf\/|Route53|AmazonECS/;

test('what a load balancer has by itself, or lacks, is on a page about load balancers', () => {
  const bare = cells.filter(
    ({ door, feature, support }) =>
      door === 'alb' &&
      (support.type === 'native' || (support.type === 'no' && !support.because.startsWith('does not apply'))) &&
      !featurePages(feature).some((url) => OF_BALANCERS.test(url)),
  );
  expect(bare.map(({ cell }) => cell)).toEqual([]);
});

/** Pages that speak of functions and their URLs, or of what is put in front of one. */
const OF_FUNCTION_URLS = /\/lambda\/latest\/|AmazonCloudFront/;

test('what a function URL has by itself, or lacks, is on a page about functions or CloudFront', () => {
  const bare = cells.filter(
    ({ door, feature, support }) =>
      door === 'function-url' &&
      (support.type === 'native' || (support.type === 'no' && !support.because.startsWith('does not apply'))) &&
      !featurePages(feature).some((url) => OF_FUNCTION_URLS.test(url)),
  );
  expect(bare.map(({ cell }) => cell)).toEqual([]);
});

test('what is asked or can be needed exists, and every question names what answers it', () => {
  const asked = QUESTIONS.flatMap(({ id, features }) =>
    features.filter((feature) => !(feature in FEATURES)).map((feature) => `${id}: ${feature}`),
  );
  expect(asked).toEqual([]);
  expect(QUESTIONS.filter(({ features }) => features.length === 0).map(({ id }) => id)).toEqual([]);
});

test('dates are dates, and words are short and plain', () => {
  const words = cells.flatMap(({ cell, support }) =>
    [...Object.entries({ ...support, provisos: '-' }), ...provisosOf(support).map(({ says }) => ['says', says] as const)]
      .filter(([key]) => key !== 'type')
      .map(([key, text]) => ({ cell, key, text: text as string })),
  );
  expect(words.filter(({ key, text }) => key === 'since' && !/^20\d\d-\d\d-\d\d$/.test(text))).toEqual([]);
  expect(words.filter(({ text }) => text.trim() !== text || text === '' || /\.$|\n|\s{2}/.test(text))).toEqual([]);
  expect(words.filter(({ text }) => text.length > 200).map(({ cell }) => cell)).toEqual([]);
});

test('every supplier supplies something', () => {
  const used = new Set<string | null>([
    ...DOORS.map((door) => FRONT_DOORS[door].beside),
    ...EXCLUSIONS.flatMap(({ becomes }) => (typeof becomes === 'object' && becomes.type === 'via' ? [becomes.by] : [])),
    ...FEATURE_IDS.flatMap((feature) =>
      DOORS.flatMap((door) => [FEATURE_TABLES[door][feature] as Support, articleSupport(door, feature).support]).flatMap((support) =>
        support.type === 'via' ? [support.by as string] : [],
      ),
    ),
  ]);
  expect(Object.keys(SUPPLIERS).filter((one) => !used.has(one))).toEqual([]);
});

test('where the article differs it is cited, and where it is silent it is not', () => {
  const wrong = FEATURE_IDS.flatMap((feature: FeatureId) =>
    DOORS.map((door) => ({ feature, door, ...articleSupport(door, feature) })).filter(
      ({ said, section, support, door }) =>
        (said === 'silent') !== (section === undefined) ||
        (said === 'differs') === (JSON.stringify(support) === JSON.stringify(FEATURE_TABLES[door][feature])),
    ),
  );
  expect(wrong).toEqual([]);
});

describe('quotas', () => {
  test('each has its own id, a page of AWS, and a code in the form of Service Quotas if it has one', () => {
    expect(new Set(QUOTAS.map(({ id }) => id)).size).toBe(QUOTAS.length);
    expect(QUOTAS.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(QUOTAS.filter(({ sources }) => sources.length === 0 || sources.some((url) => !PAGE_OF_AWS.test(url)))).toEqual([]);
    expect(QUOTAS.filter(({ code }) => code !== undefined && !/^L-[0-9A-F]{8}$/.test(code))).toEqual([]);
  });

  test('each is a plain decimal, or says that AWS sets none', () => {
    expect(QUOTAS.filter(({ value, note }) => (value === null ? note === undefined : !/^\d+(\.\d+)?$/.test(value)))).toEqual([]);
  });

  test('the notes on flat-rate plans give the figures by which the plans are judged', () => {
    const note = (id: 'cf-plan-requests' | 'cf-plan-data') => quotaOf(id).note ?? '';
    const figures = (text: string, unit: RegExp) => [...text.matchAll(unit)].map(([, figure, size]) => `${figure}${size}`);
    const { free, pro, business, premium, 'premium-600tb': most } = PLAN_ALLOWANCES;
    const millions = [free, pro, business, premium].map((plan) => `${plan.requests.div('1e6').toFixed()}M`);
    expect(figures(note('cf-plan-requests'), /(\d+)([MB])/g)).toEqual([...millions, `${most.requests.div('1e9').toFixed()}B`]);
    expect([free.gigabytes, pro.gigabytes, business.gigabytes, premium.gigabytes, most.gigabytes].map((gb) => gb.toFixed())).toEqual([
      '100',
      '51200',
      '51200',
      '51200',
      '614400',
    ]);
    expect(note('cf-plan-data')).toMatch(/100 GB with Free, 50 TB with Pro and Business, 50 to 600 TB with Premium/);
  });

  test('names and notes are short and plain', () => {
    const texts = QUOTAS.flatMap(({ name, note }) => [name, note ?? '']);
    expect(texts.filter((text) => text.length > 110 || /\.$|\n|\s{2}|^\s|\s$/.test(text))).toEqual([]);
  });

  test('the rate and burst of an account are known in every Region that has prices', () => {
    for (const [id, usual, low] of [
      ['account-rate', '10000', '2500'],
      ['account-burst', '5000', '1250'],
    ] as const) {
      const there = new Map(priceData.regions.map((region) => [region, quotaIn(id, region)]));
      const count = (value: string) => [...there.values()].filter((one) => one.type === 'limit' && one.value === value).length;
      expect([count(usual), count(low)]).toEqual([21, 15]);
      expect([...there].filter(([, one]) => one.type === 'unknown').map(([region]) => region)).toEqual([]);
    }
  });

  test('no Region is listed twice for one quota, or without prices', () => {
    for (const { regional } of QUOTAS) {
      const listed = regional?.defaults.flatMap(({ regions }) => regions) ?? [];
      expect(new Set(listed).size).toBe(listed.length);
      expect(listed.filter((region) => !priceData.regions.includes(region))).toEqual([]);
    }
  });

  test('a Region that nobody lists is never given the usual value, and no limit is not an unknown one', () => {
    expect(quotaIn('account-rate', 'xx-nowhere-1')).toMatchObject({ type: 'unknown' });
    expect(quotaIn('ws-concurrent', 'us-east-1')).toMatchObject({ type: 'none' });
    expect(quotaIn('ws-concurrent', 'us-east-1', 'article')).toMatchObject({ type: 'limit', value: '500' });
    expect(quotaIn('http-timeout', 'us-east-1')).toMatchObject({ value: '30' });
    expect(quotaIn('http-timeout', 'us-east-1', 'article')).toMatchObject({ value: '29' });
  });

  test('where the article differs it is cited, and where it is silent it is not', () => {
    const wrong = QUOTAS.map((quota) => ({ today: quota, ...articleQuota(quota.id) })).filter(
      ({ today, quota, said, section }) =>
        (said === 'silent') !== (section === undefined) ||
        (said === 'differs') === (['value', 'unit', 'adjustable', 'note'] as const).every((key) => quota[key] === today[key]),
    );
    expect(wrong).toEqual([]);
  });
});

describe('Regions', () => {
  const things = Object.keys(REGIONAL) as Regional[];

  test('every Region has a sheet, a record, and exactly one CloudFront geography', () => {
    expect(forgottenOf(priceData)).toEqual([]);
    expect(Object.keys(REGIONS).toSorted()).toEqual([...priceData.regions]);
    expect(Object.values(priceData.cloudfront.geographies).flatMap((one) => one.regions)).toHaveLength(priceData.regions.length);
  });

  test('what not every Region has depends on a page of AWS, is somewhere and elsewhere not, and something depends on it', () => {
    for (const thing of things) {
      const { sources } = REGIONAL[thing];
      expect(sources.filter((url) => !PAGE_OF_AWS.test(url))).toEqual([]);
      const answers = new Set(Object.values(REGIONS).map((facts) => facts[thing]));
      expect([...answers]).toContain('yes');
      expect(answers.size, thing).toBeGreaterThan(1);
    }
    const cells = DOORS.flatMap((door) => Object.values(FEATURE_TABLES[door]) as Support[]);
    const used = cells.flatMap((support) => (support.type === 'native' && support.regional ? [support.regional] : []));
    // A function URL is a front door of its own, and a distribution part of a composition: rules and candidates ask for them.
    expect(things.filter((thing) => !used.includes(thing))).toEqual(['functionUrls', 'distributions']);
  });

  test('a Region without a record has nothing for certain: unknown, and neither yes nor no', () => {
    expect(new Set(Object.values(factsOf('xx-nowhere-1')))).toEqual(new Set(['unknown']));
    for (const thing of things)
      expect(supportFor(nativeBy(thing), workloadIn('xx-nowhere-1'))).toEqual({
        type: 'unknown',
        because: `no page of AWS says whether xx-nowhere-1 has ${REGIONAL[thing].what}`,
      });
  });

  test('GovCloud lacks what AWS says that it lacks, and private integrations of HTTP APIs in its east', () => {
    const lacks = (region: string) => things.filter((thing) => factsOf(region)[thing] === 'no');
    expect(lacks('us-gov-west-1')).toEqual(['functionUrls', 'cloudMapLinks', 'edgeOptimized', 'enhancedTls', 'distributions', 'portals']);
    expect(lacks('us-gov-east-1')).toEqual([
      'functionUrls',
      'vpcLinks',
      'cloudMapLinks',
      'edgeOptimized',
      'enhancedTls',
      'distributions',
      'portals',
    ]);
    expect(supportFor(FEATURE_TABLES.http['int-vpc-alb'], workloadIn('us-gov-east-1'))).toEqual({
      type: 'no',
      because: 'us-gov-east-1 has no VPC links of version 2',
    });
    expect(supportFor(FEATURE_TABLES.http['int-vpc-alb'], workloadIn('us-gov-west-1')).type).toBe('native');
  });

  test('the 13 Regions without function URLs are those of the pages of AWS', () => {
    const count = (there: string) => Object.values(REGIONS).filter(({ functionUrls }) => functionUrls === there).length;
    expect([count('yes'), count('no'), count('unknown')]).toEqual([23, 13, 0]);
  });
});

test('delays are those that the article prints, under the heading that is cited', () => {
  const printed = (heading: string) => {
    const table = PAGES.flatMap(({ tables }) => tables).find((one) => one.table === CONTENTS.find((of) => of.heading === heading)?.id);
    const rows = table && 'rows' in table ? table.rows : [];
    const ranges = (said: unknown) =>
      [...JSON.stringify(said).matchAll(/([\d,]+)-([\d,]+) ms/g)].map(([, ...range]) => range.join('-').replaceAll(',', ''));
    return rows.map(({ statements }) => ranges(statements)).filter((found) => found.length > 0);
  };
  const { rest, http } = GATEWAY_OVERHEAD;
  const overhead = (['p50', 'p99'] as const).map((at) => [rest, http].map((one) => one?.[at].join('-')));
  expect([rest?.section, http?.section]).toEqual(['Performance Comparison', 'Performance Comparison']);
  expect(printed('Performance Comparison')).toEqual(overhead);
  expect(printed(COLD_STARTS.section)).toEqual(Object.values(COLD_STARTS.byRuntime).map((range) => [range.join('-'), range.join('-')]));
});
