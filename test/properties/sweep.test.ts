// Each point of a sweep is what cost says of the workload with that value, and each turn is one.
import { expect, test } from 'vitest';
import { advisor } from '../../src/app/advisor.ts';
import { priceData } from '../price-book.ts';

const workload = ({ requests = '40M/month', response = '5 KB', hitRatio = '80%', memory = '128 MB' }) => `
name: orders
region: us-east-1
traffic: { requests: ${requests}, request: 1 KB, response: ${response}, connections: { requestsEach: 10, duration: 30 s } }
edge: { hitRatio: ${hitRatio} }
backend: { lambda: { memory: ${memory}, duration: 100 ms } }
`;

const { sweep, cost } = advisor(priceData);
const ASKED = { all: true, points: '4' };

type Changed = Parameters<typeof workload>[0];

async function costs(changed: Changed): Promise<ReadonlyMap<string, string>> {
  const { document } = await cost(workload(changed));
  return new Map(document.results.flatMap(({ candidates }) => candidates.map(({ id, listCost }) => [id, listCost])));
}

test.each<[string, string, (value: string) => Changed]>([
  ['requests', '100K..3B', (value) => ({ requests: `${value}/month` })],
  ['response', '700B..9MB', (value) => ({ response: `${value} B` })],
  ['hitRatio', '0%..99%', (value) => ({ hitRatio: value })],
  ['memory', '128MB..10GB', (value) => ({ memory: `${value} MB` })],
])('%s over %s', async (field, range, changed) => {
  const { document } = await sweep(workload({}), { ...ASKED, over: [`${field}=${range}`] });
  const [result] = document.results;
  const points = result?.parts.flatMap((part) => part.points) ?? [];
  expect(points).toHaveLength(4);
  for (const { at, costs: swept } of points) {
    const said = await costs(changed(at[0] ?? ''));
    expect(new Map(swept.map(({ candidate, monthly }) => [candidate, monthly]))).toEqual(said);
  }
});

test('of two fields, each cell has both values', async () => {
  const { document } = await sweep(workload({}), { ...ASKED, over: ['requests=1M..1B', 'response=1KB..1MB'], points: '3' });
  const points = document.results[0]?.parts[0]?.points ?? [];
  expect(points).toHaveLength(9);
  const { at = [], costs: swept = [] } = points[5] ?? {};
  const said = await costs({ requests: `${at[0]}/month`, response: `${at[1]} B` });
  expect(new Map(swept.map(({ candidate, monthly }) => [candidate, monthly]))).toEqual(said);
});

test('one request before a turn another is the cheapest', async () => {
  const { document } = await sweep(workload({}), { over: ['requests=1M..10B'], candidate: ['http', 'alb'] });
  const [turn, ...others] = document.results[0]?.parts[0]?.turns ?? [];
  expect(others).toEqual([]);
  expect([turn?.from, turn?.to, turn?.because]).toEqual(['http', 'alb', 'costs-less']);
  const difference = async (requests: bigint) => {
    const said = await costs({ requests: `${requests}/month` });
    return Number(said.get('http')) - Number(said.get('alb'));
  };
  expect(await difference(BigInt(turn?.at ?? '0'))).toBeGreaterThan(0);
  expect(await difference(BigInt(turn?.at ?? '0') - 1n)).toBeLessThanOrEqual(0);
});

test.each([
  [['requests=1M..10B', 'response=1KB..9KB', 'request=1KB..9KB'], 'given 3 times'],
  [[], 'nothing is swept'],
  [['requests=10M..1M'], 'ends before it begins'],
  [['requests=1M'], 'has no range'],
  [['requests=a..b'], 'a is no value of traffic.requests'],
  [['hitRatio=0%..120%'], '120% is no value of edge.hitRatio'],
  [['name=1..2'], 'names no number'],
  [['response=1KB..900MB'], 'goes beyond what traffic.response can be'],
  [['requests=1M..2M', 'traffic.requests=1M..2M'], 'names traffic.requests twice'],
])('%j is refused', async (over, says) => {
  await expect(sweep(workload({}), { over })).rejects.toThrow(says);
});

test.each(['1', '501', '-3', 'many'])('%s points are refused', async (points) => {
  await expect(sweep(workload({}), { over: ['requests=1M..10B'], points })).rejects.toThrow(`--points is "${points}"`);
});
