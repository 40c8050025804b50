// A front door that some table forgot is named here, where the compiler does not name it.
import { expect, test } from 'vitest';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { FIGURES } from '../../src/decide/figures.ts';
import { RULES } from '../../src/decide/rules.ts';
import { FEATURE_TABLES } from '../../src/facts/features/index.ts';
import { featurePages } from '../../src/facts/features/pages-of.ts';
import { FRONT_DOOR_TABLES } from '../../src/facts/front-doors.ts';
import { QUOTAS } from '../../src/facts/quotas/index.ts';
import { SKUS } from '../../src/pricebook/skus.ts';
import { FEATURE_IDS } from '../../src/workload/features.ts';
import { CARRYING_REQUESTS, COMPOSITIONS, FRONT_DOOR_IDS, FRONT_DOORS, GATEWAYS, isGateway } from '../../src/workload/front-doors.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { sources } from './source.ts';

const lacking = (has: (id: (typeof FRONT_DOOR_IDS)[number]) => boolean) => FRONT_DOOR_IDS.filter((id) => !has(id));
const HOME = { id: 'us', title: 'United States' };
/** States something of whatever makes a hop. */
const FULL = parseWorkload(
  JSON.stringify({
    name: 'full',
    region: 'us-east-1',
    traffic: { requests: '1M', fates: { blocked: '1%', preflight: '1%', unauthorized: '1%', throttled: '1%', invalid: '1%' } },
    realtime: { connections: '1K', sessionLength: '1 h' },
    needs: { 'auth-iam': 'yes', 'response-cache': 'yes' },
    waf: { rules: '1' },
    cache: { size: '0.5 GB', hitRatio: '10%' },
    backend: { lambda: { memory: '512 MB', duration: '100 ms' } },
  }),
  {},
);

test('every front door is composed into a candidate, judged by a rule, and has a limit of its own', () => {
  expect(lacking((id) => COMPOSITIONS.some(({ frontDoor }) => frontDoor === id))).toEqual([]);
  expect(lacking((id) => RULES.some(({ frontDoors }) => frontDoors.includes(id)))).toEqual([]);
  expect(lacking((id) => QUOTAS.some(({ appliesTo }) => appliesTo.includes(id)))).toEqual([]);
});

test('what a front door bills by itself is among the skus', () => {
  const skus = Object.keys(SKUS);
  expect(
    lacking((id) => FRONT_DOORS[id].billedAs === null || skus.some((sku) => sku.startsWith(String(FRONT_DOORS[id].billedAs)))),
  ).toEqual([]);
});

test('requests meet a hop that is called as the front door is: its load is found by that name', () => {
  const met = (one: (typeof CANDIDATES)[number]) => one.hops(FULL, HOME).map(({ id }) => id);
  expect(CANDIDATES.filter((one) => !met(one).includes(one.frontDoor)).map(({ id }) => id)).toEqual([]);
});

/** Pages about what is put beside a front door of whatever family. */
const OF_COMPANIONS = /AmazonCloudFront|\/waf\/|Route53|AmazonECS/;

test('what takes the place of API Gateway has pages of its own on what it has, or lacks', () => {
  const bare = FRONT_DOOR_IDS.filter((id) => !isGateway(id)).flatMap((id) =>
    FEATURE_IDS.filter((feature) => {
      const support = FEATURE_TABLES[id][feature];
      if (support.type !== 'native' && (support.type !== 'no' || support.because.startsWith('does not apply'))) return false;
      return FRONT_DOOR_TABLES[id].pages[feature] === undefined && !featurePages(feature).some((url) => OF_COMPANIONS.test(url));
    }).map((feature) => `${feature} of ${id}`),
  );
  expect(bare).toEqual([]);
});

test('a figure that is compared with a quota is in the unit of the quota', () => {
  const measured = QUOTAS.flatMap(({ id, unit, measured: figure }) => (figure === undefined ? [] : [{ id, unit, figure }]));
  expect(measured.filter(({ unit, figure }) => FIGURES[figure].unit !== unit)).toEqual([]);
  expect(Object.keys(FIGURES).filter((figure) => !measured.some((one) => one.figure === figure))).toEqual([]);
});

test('a list of all front doors, of all that carry requests or of all gateways follows from their records', () => {
  const spelt = [FRONT_DOOR_IDS, CARRYING_REQUESTS, GATEWAYS].map((ids) => `[${ids.map((id) => `'${id}'`).join(', ')}]`);
  expect(
    sources()
      .filter(({ text }) => spelt.some((list) => text.includes(`frontDoors: ${list}`) || text.includes(`appliesTo: ${list}`)))
      .map(({ path }) => path),
  ).toEqual([]);
});
