// To need a feature that only the feature tables reads changes no cost, quota or blocker: those that more is read of are listed.
import { expect, test } from 'vitest';
import { assess, assessAlso } from '../../src/advise/assess.ts';
import { isFelt } from '../../src/decide/felt.ts';
import { monthInstead, monthOf } from '../../src/journey/month.ts';
import { FEATURE_IDS, type FeatureId } from '../../src/workload/features.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';
import { sources } from './source.ts';

test('every need that hops, quotas, rules or throttling read is listed', () => {
  const rooms = ['candidates', 'hops', 'journey', 'decide', 'throttling', 'estimate', 'workload'];
  const read = sources()
    .filter(({ room, path }) => rooms.includes(room) && path !== 'decide/felt.ts' && !path.startsWith('decide/questions/'))
    .flatMap(({ text }) => [...text.matchAll(/\b(?:needs|has|of)\('([a-z0-9-]+)'\)/g)].map((match) => match[1] as FeatureId));
  expect(read.length).toBeGreaterThan(20);
  expect([...new Set(read)].filter((feature) => FEATURE_IDS.includes(feature) && !isFelt(feature))).toEqual([]);
});

const WORKLOADS = [
  'traffic: { requests: 100M/month, peak: 400/s, request: 2 KB, response: 5 KB }\nbackend: { lambda: { memory: 512 MB, duration: 100 ms }, p99: 28 s }',
  'traffic: { requests: 5M/month, request: 2 KB, response: 5 KB, largestRequest: 9 MB, largestHeaders: 9 KB }\nbackend: { vpc: { balancer: alb } }',
  'traffic: { requests: 9M/month, request: 1 KB, response: 1 KB }\nedge: { hitRatio: 20% }\nwaf: { rules: 2 }\nauth: { jwt: { algorithm: RS256 } }',
];

test.each(WORKLOADS)('what is taken over of a workload is what would be worked out again: %s', (text) => {
  const workload = parseWorkload(`name: a\nregion: us-east-1\n${text}`, {});
  const month = monthOf(workload, awsBook);
  const before = assess(month, awsBook).candidates;
  for (const feature of FEATURE_IDS) {
    const other = monthInstead(month, { ...workload, needs: { [feature]: true } });
    const said = (all: readonly (typeof before)[number][]) =>
      all.map((one) => ({
        id: one.candidate.id,
        verdict: one.verdict,
        cost: one.estimate.listCost.toFixed(),
        bound: one.estimate.bound,
        // What a candidate lacks stands in its fits, which are worked out again.
        blockers: one.blockers.map(({ rule }) => rule.id).filter((id) => id !== 'need-unmet'),
        quotas: one.quotas.map(({ quota, used }) => `${quota} ${used.toFixed()}`),
        help: one.help.map(({ supplier }) => supplier),
      }));
    expect(said(assessAlso(feature, before, other, awsBook)), feature).toEqual(said(assess(other, awsBook).candidates));
  }
});
