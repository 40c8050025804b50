// Of any workload: saying less never narrows the shortlist, a pick is never one that cannot serve while another can,
// help without a price never wins on price, and the same input gives the same bytes.
import { assert, boolean, constantFrom, dictionary, nat, pre, property, subarray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonText } from '../../src/documents/json.ts';
import { adviceOfOne } from '../answers.ts';
import { advise, type Recommendation } from '../../src/advise/advise.ts';
import { usable, wholePrice } from '../../src/advise/advised.ts';
import { decide } from '../../src/decide/decide.ts';
import { FEATURE_IDS, type FeatureId } from '../../src/workload/features.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';

const needs = dictionary(constantFrom(...FEATURE_IDS), boolean(), { maxKeys: 12 });
const sections = subarray([
  'cache: { size: 0.5 GB, hitRatio: 30% }',
  'edge: { hitRatio: 40% }',
  'waf: { rules: 2 }',
  'backend: { lambda: { memory: 256 MB, duration: 60 ms } }',
  'realtime: { connections: 500, inbound: { rate: 1/min, size: 1 KB } }',
  'auth: { lambdaAuthorizer: { memory: 128 MB, duration: 10 ms } }',
]);
const traffic = constantFrom('1M', '300M', '20B').map((requests) => `traffic: { requests: ${requests}, request: 1 KB, response: 3 KB }`);
const region = constantFrom('us-east-1', 'eu-south-2', 'ap-east-2');

type Needs = Readonly<Record<string, boolean>>;
const DENIED: readonly FeatureId[] = ['waf-native', 'response-cache'];
const OF_CONNECTIONS = /^ws-|^auth-per-message$|^metric-(?:connect-message|disconnect)$/;
const OF_PRIVATE = /^(?:custom-domain-private|vpc-endpoint-policy)$/;

function workloadOf(said: Needs, parts: readonly string[], where = 'us-east-1') {
  // A section and a no to it contradict each other, and so do two endpoint types, and a no to what another yes is nothing without.
  const denied = (feature: string) =>
    (said['server-push'] === false && OF_CONNECTIONS.test(feature)) || (said['endpoint-private'] === false && OF_PRIVATE.test(feature));
  const allowed = Object.entries(said).filter(
    ([feature, yes]) => (yes ? !denied(feature) : !DENIED.includes(feature as FeatureId)) && feature !== 'endpoint-edge-optimized',
  );
  const text = allowed.map(([feature, yes]) => `${feature}: ${yes ? 'yes' : 'no'}`).join(', ');
  return parseWorkload(`name: a\nregion: ${where}\n${parts.join('\n')}\n${text === '' ? '' : `needs: { ${text} }\n`}`, {});
}

describe('of any workload', () => {
  test('saying less never narrows the shortlist', () => {
    assert(
      property(needs, sections, traffic, nat(), (said, parts, load, at) => {
        const keys = Object.keys(said);
        pre(keys.length > 0);
        const dropped = keys[at % keys.length];
        const less = Object.fromEntries(Object.entries(said).filter(([key]) => key !== dropped));
        for (const edition of ['aws', 'article'] as const) {
          const [more, fewer] = [said, less].map((one) => decide(workloadOf(one, [load, ...parts]), edition).leaves);
          expect(fewer).toEqual(expect.arrayContaining([...(more ?? [])]));
        }
      }),
      { numRuns: 150 },
    );
  });

  test.each(['native-first', 'cheapest'] as const)('%s picks nothing that cannot serve while another can', (policy) => {
    assert(
      property(needs, sections, traffic, region, (said, parts, load, where) => {
        const advice = advise(workloadOf(said, [load, ...parts], where), awsBook, { policy });
        for (const { carries, advised } of advice.picks) {
          const able = advice.candidates.filter((one) => one.candidate.carries === carries && usable(one));
          if (able.length > 0) expect(able).toContain(advised);
          if (policy === 'cheapest') expectCheapest(advice, carries);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('cheaper ways have all that is needed, at a price that is known as a whole, and save what they say', () => {
    assert(
      property(needs, sections, traffic, (said, parts, load) => {
        for (const { advised, cheaper } of advise(workloadOf(said, [load, ...parts]), awsBook).picks) {
          for (const way of cheaper) {
            expect(usable(way.advised) && wholePrice(way.advised)).toBe(true);
            expect(way.saving.gt('0')).toBe(true);
            expect(way.advised.estimate.listCost.plus(way.saving).toFixed()).toBe(advised.estimate.listCost.toFixed());
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the same input gives the same bytes', () => {
    assert(
      property(needs, sections, traffic, (said, parts, load) => {
        const [once, again] = [0, 1].map(() => jsonText(adviceOfOne(workloadOf(said, [load, ...parts]), awsBook)));
        expect(once).toBe(again);
      }),
      { numRuns: 20 },
    );
  });
});

function expectCheapest({ candidates, picks }: Recommendation, carries: 'requests' | 'realtime'): void {
  const pick = picks.find((one) => one.carries === carries)?.advised;
  const able = candidates.filter((one) => one.candidate.carries === carries && usable(one) && wholePrice(one));
  for (const one of able) expect(pick?.estimate.listCost.lte(one.estimate.listCost)).toBe(true);
}
