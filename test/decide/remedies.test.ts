// Advice that names another way must name one that takes the very number: a body, a time, the headers of this workload.
import { describe, expect, test } from 'vitest';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { exampleWorkload } from '../../src/decide/example.ts';
import { inspect } from '../../src/decide/inspect.ts';
import type { Fields } from '../../src/decide/rule.ts';
import { advise } from '../../src/advise/advise.ts';
import { monthOf } from '../../src/journey/month.ts';
import { awsBook } from '../price-book.ts';

const lambda = { memory: '512 MB', duration: '120 ms' };
const SIZES = ['900 KB', '2 MB', '5 MB', '8 MB', '25 MB', '150 MB', '1 GB', '3 GB'];
const TIMES = ['20 s', '45 s', '100 s', '3 min', '14 min', '20 min', '70 min', '3 h'];
const HEADERS = ['4 KB', '9 KB', '12 KB', '24 KB', '40 KB', '100 KB', '200 KB', '2 MB'];

const WORKLOADS: readonly Fields[] = [
  ...SIZES.flatMap((size): readonly Fields[] => [
    { traffic: { largestRequest: size } },
    { traffic: { largestResponse: size } },
    { traffic: { largestRequest: size }, backend: { lambda } },
    { traffic: { largestResponse: size }, backend: { lambda } },
    { traffic: { largestResponse: size, streaming: 'yes' } },
    { traffic: { largestRequest: size }, backend: { lambda }, needs: { binary: 'yes' } },
    { traffic: { largestRequest: size }, needs: { 'int-lambda-async': 'yes' } },
    { traffic: { largestRequest: size }, needs: { 'int-aws-kinesis-put-record': 'yes' } },
  ]),
  ...TIMES.flatMap((p99): readonly Fields[] => [
    { backend: { p99 } },
    { backend: { p99 }, traffic: { streaming: 'yes' } },
    { backend: { p99 }, needs: { 'endpoint-edge-optimized': 'yes' } },
    { traffic: { streaming: 'yes', streamPause: p99 } },
    { traffic: { streaming: 'yes', streamPause: p99 }, needs: { 'endpoint-edge-optimized': 'yes' } },
  ]),
  ...HEADERS.flatMap((largestHeaders): readonly Fields[] => [
    { traffic: { largestHeaders } },
    { traffic: { largestHeaders }, backend: { lambda } },
  ]),
];

/** What a piece of advice names, as the candidate that one would build and what changes in the workload. */
const NAMED: readonly (readonly [RegExp, string, (fields: Fields) => Fields])[] = [
  [/\btake an API\b/, 'http', (fields) => fields],
  [/\btake a REST API\b/, 'rest', (fields) => fields],
  [
    /REST API can stream|stream the response/,
    'rest',
    (fields) => ({ ...fields, traffic: { ...(fields['traffic'] as Fields), streaming: 'yes' } }),
  ],
  [/make the endpoint Regional, put your own CloudFront/, 'rest+cloudfront', regional],
  [/make the endpoint Regional, which/, 'rest', regional],
  [/call the function synchronously/, 'rest', (fields) => ({ ...fields, needs: {}, backend: { lambda } })],
  [/\btake a load balancer\b|behind a load balancer/, 'alb', (fields) => fields],
];

function regional(fields: Fields): Fields {
  return { ...fields, needs: { 'endpoint-edge-optimized': 'no' } };
}

const blockersOf = (fields: Fields, id: string) => {
  const candidate = CANDIDATES.filter((one) => one.id === id);
  return inspect(monthOf(exampleWorkload(fields, id), awsBook), candidate).filter(
    (one) => one.severity === 'blocker' && ['size', 'time'].includes(one.rule.topic),
  );
};

describe('advice', () => {
  test('names nothing that the same number stands against', () => {
    const checked = new Set<string>();
    const wrong = WORKLOADS.flatMap((fields) => {
      const workload = exampleWorkload(fields, 'http');
      const findings = inspect(
        monthOf(workload, awsBook),
        CANDIDATES.filter((one) => one.applies(workload)),
      );
      return findings.flatMap(({ rule, because, remedy, path }) =>
        NAMED.flatMap(([words, id, changed]) => {
          if (!words.test(remedy)) return [];
          checked.add(`${words}`);
          const there = blockersOf(changed(fields), id).filter((one) => one.path.join('.') === path.join('.'));
          return there.map((one) => `${rule.id}, ${because}: "${remedy}" leads to ${one.rule.id}, ${one.because}`);
        }),
      );
    });
    expect(wrong).toEqual([]);
    expect(checked.size).toBeGreaterThanOrEqual(5);
  });

  test.each(HEADERS)('with %s of headers picks nothing that refuses them', (largestHeaders) => {
    for (const fields of [{ traffic: { largestHeaders } }, { traffic: { largestHeaders }, backend: { lambda } }]) {
      const advice = advise(exampleWorkload(fields, 'http'), awsBook);
      for (const { advised } of advice.picks)
        if (advice.outcome !== 'no-fit') expect(advised.blockers.map((one) => one.because)).toEqual([]);
    }
  });

  test('a load balancer is no way to send 200 KB of headers, and without a function nothing is', () => {
    const advice = advise(exampleWorkload({ traffic: { largestHeaders: '200 KB' } }, 'http'), awsBook);
    expect(advice.outcome).toBe('no-fit');
    const alb = advice.candidates.find((one) => one.candidate.id === 'alb');
    expect(alb?.verdict).toBe('no');
    expect(alb?.blockers.map((one) => one.because)).toEqual(['headers can have 200 KB, and a load balancer takes 64 KB']);
  });
});
