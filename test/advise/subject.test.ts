// Every command speaks of the same candidates: what is asked for or in use, else what `recommend` picks.
import { describe, expect, test } from 'vitest';
import { advisor } from '../../src/app/advisor.ts';
import { priceData } from '../price-book.ts';

const { cost, recommend, diff, lint, report } = advisor(priceData);

const LAMBDA = 'backend: { lambda: { memory: 256 MB, duration: 30 ms } }';
const TRAFFIC = 'traffic: { requests: 20M/month, request: 2 KB, response: 4 KB }';
const CHAT = 'realtime: { connections: 500, hoursPerDay: 8, inbound: { rate: 6/hour, size: 1 KB } }';
const WORKLOADS: Readonly<Record<string, string>> = {
  'nothing asked for': `${TRAFFIC}\n${LAMBDA}`,
  'a need of REST APIs': `${TRAFFIC}\n${LAMBDA}\nneeds: { usage-plans: yes }`,
  'a REST API in use': `${TRAFFIC}\n${LAMBDA}\ninUse: rest`,
  'in use, without what is needed': `${TRAFFIC}\n${LAMBDA}\ninUse: http\nneeds: { endpoint-private: yes }`,
  'requests and connections': `${TRAFFIC}\n${CHAT}\n${LAMBDA}`,
  'requests in use, and connections': `${TRAFFIC}\n${CHAT}\n${LAMBDA}\ninUse: rest`,
};

describe.each(Object.entries(WORKLOADS))('%s', (_, fields) => {
  const text = `name: orders\nregion: eu-west-1\n${fields}\n`;
  const source = { file: 'orders.yaml', text };

  test.each(['native-first', 'cheapest'] as const)('%s', async (policy) => {
    const [costed, advised, linted, reported, compared] = await Promise.all([
      cost(text, { policy }),
      recommend(text, { policy }),
      lint(text, { policy }),
      report([source], { policy, asOf: '2026-11-22' }),
      diff(text, text.replace('20M', '30M'), { policy }),
    ]);
    const { summary } = costed.document.results[0]!;
    const subject = summary.subject.map((one) => one.candidate);
    expect(advised.document.results[0]?.summary).toEqual(summary);
    expect(advised.document.results[0]?.picks.map((one) => one.candidate)).toEqual(summary.pick);
    expect(reported.document.workloads[0]?.parts.map((one) => one.candidate)).toEqual(subject);
    expect(reported.document.workloads[0]?.listCost).toBe(summary.monthly);
    expect(compared.document.results[0]?.summary.subject.map((one) => one.before)).toEqual(subject);
    expect(compared.document.results[0]?.summary.before).toBe(summary.monthly);
    expect(linted.document.results[0]?.candidates).toEqual(subject);
    // What is needed and the subject lacks is a blocker wherever findings are told.
    const unmet = advised.document.results[0]?.candidates.some(
      (one) => subject.includes(one.id) && one.fits.some(({ support }) => support === 'no'),
    );
    for (const findings of [advised.document.results[0]?.findings, linted.document.results[0]?.findings, reported.document.findings])
      expect(findings?.some((one) => one.rule === 'need-unmet')).toBe(unmet);
  });

  test('--candidate takes the place of its half', async () => {
    const [costed, advised] = await Promise.all([
      cost(text, { candidate: 'function-url' }),
      recommend(text, { candidate: 'function-url' }),
    ]);
    expect(costed.document.results[0]?.summary.subject[0]).toEqual({ carries: 'requests', candidate: 'function-url', by: 'asked' });
    expect(advised.document.results[0]?.summary).toEqual(costed.document.results[0]?.summary);
  });
});
