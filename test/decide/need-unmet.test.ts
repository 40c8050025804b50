// What is in use must have what the workload needs: by itself, or with help beside it. Else it is a blocker.
import { describe, expect, test } from 'vitest';
import { advise } from '../../src/advise/advise.ts';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { exampleWorkload } from '../../src/decide/example.ts';
import { fit } from '../../src/candidates/fit.ts';
import type { Fields } from '../../src/decide/rule.ts';
import { awsBook } from '../price-book.ts';

const lambda = { memory: '512 MB', duration: '80 ms' };
const STATED: Readonly<Record<string, Fields>> = {
  'a web ACL': { waf: { rules: '3' }, backend: { lambda } },
  'a cache': { cache: { size: '0.5 GB', hitRatio: '40%' }, backend: { lambda } },
  'a private endpoint': { privateEndpoint: { zones: '2' }, backend: { lambda } },
  'a portal': { portal: { products: '2' }, backend: { lambda } },
  'execution logs': { observability: { executionLogs: { level: 'error' } }, backend: { lambda } },
  'a Lambda authorizer': { auth: { lambdaAuthorizer: { memory: '256 MB', duration: '20 ms' } }, backend: { lambda } },
  'a queue behind it': { backend: { service: { name: 'sqs' } } },
  'validation, usage plans and a canary': { needs: { 'validate-body': 'yes', 'usage-plans': 'yes', canary: 'yes' }, backend: { lambda } },
};
/** What a load balancer and a function URL leave out of a price, and no feature speaks of. */
const ONLY_OF_THE_PRICE = ['access logs'];

const unmet = (fields: Fields, id: string) => {
  const advice = advise(exampleWorkload({ ...fields, inUse: id }, 'http'), awsBook);
  return { advice, found: advice.findings.filter((one) => one.rule.id === 'need-unmet') };
};

describe.each(Object.entries(STATED))('%s', (_, fields) => {
  const workload = exampleWorkload(fields, 'http');
  const applying = CANDIDATES.filter((one) => one.applies(workload));

  test.each(applying.map((one) => [one.id, one] as const))('in use %s', (id, candidate) => {
    const { advice, found } = unmet(fields, id);
    const fits = fit(candidate, workload, 'aws');
    // One for each need that is not met, about this candidate only, where the workload states it.
    expect(found.length).toBe(fits.filter((one) => one.support.type === 'no').length);
    for (const one of found) {
      expect(one.candidates).toEqual([id]);
      expect(one.severity).toBe('blocker');
      expect(one.path.length).toBeGreaterThan(0);
      expect(one.sources.length).toBeGreaterThan(0);
      expect(one.remedy).toMatch(/^(Take an? .* has it|Nothing compared here has)/);
    }
    // What a price leaves out, though it is stated, is met with help or not met: never passed over.
    const lacks = candidate.lacks(workload).filter(({ what }) => !ONLY_OF_THE_PRICE.includes(what));
    if (lacks.length > 0) expect(found.length + fits.filter((one) => one.support.type === 'via').length).toBeGreaterThan(0);
    expect(advice.inUse).toBe(id);
  });
});

test('a need that is met by help beside is met', () => {
  const fields = { needs: { 'validate-body': 'yes' }, backend: { lambda } };
  expect(
    fit(
      CANDIDATES.find((one) => one.id === 'http')!,
      exampleWorkload(fields, 'http'),
      'aws',
    ).map((one) => one.support.type),
  ).toEqual(['via']);
  expect(unmet(fields, 'http').found).toEqual([]);
});

test('nothing in use, nothing unmet', () => {
  const advice = advise(exampleWorkload(STATED['a cache'] ?? {}, 'http'), awsBook);
  expect(advice.findings.filter((one) => one.rule.id === 'need-unmet')).toEqual([]);
});
