// What a Region lacks is lacking there, and what AWS does not say of it is unknown: neither is a yes.
import { expect, test } from 'vitest';
import { advise } from '../../src/advise/advise.ts';
import { CANDIDATES } from '../../src/candidates/index.ts';
import type { Candidate } from '../../src/candidates/candidate.ts';
import { exampleWorkload } from '../../src/decide/example.ts';
import { supportOf } from '../../src/candidates/fit.ts';
import type { Subject } from '../../src/decide/subject.ts';
import { functionUrlRegion } from '../../src/decide/rules/function-url-region.ts';
import type { FeatureId } from '../../src/workload/features.ts';
import { awsBook } from '../price-book.ts';

const service = { backend: { vpc: { balancer: 'alb' } } } as const;
const candidate = (id: string) => CANDIDATES.find((one) => one.id === id) as Candidate;

test.each<[string, FeatureId, string, string]>([
  ['http', 'int-vpc-alb', 'us-east-1', 'native'],
  ['http', 'int-vpc-alb', 'us-gov-west-1', 'native'],
  ['http', 'int-vpc-alb', 'us-gov-east-1', 'no'],
  ['http', 'int-vpc-alb', 'ap-southeast-3', 'unknown'],
  ['http', 'int-vpc-cloudmap', 'us-gov-west-1', 'no'],
  ['rest', 'int-vpc-alb', 'ap-southeast-3', 'unknown'],
  ['rest', 'int-vpc-nlb', 'ap-southeast-3', 'native'],
  ['rest', 'dev-portal', 'us-gov-west-1', 'no'],
  ['rest', 'dev-portal', 'eu-central-2', 'native'],
  ['rest', 'endpoint-edge-optimized', 'us-gov-east-1', 'no'],
  ['rest+cloudfront', 'endpoint-edge-optimized', 'us-gov-east-1', 'native'],
  // No enhanced policies there, and FIPS without them.
  ['rest', 'tls-enhanced-pq-fips', 'us-gov-east-1', 'native'],
  ['http', 'tls-enhanced-pq-fips', 'us-gov-west-1', 'native'],
  ['http', 'tls-enhanced-pq-fips', 'us-east-1', 'no'],
  ['http+cloudfront', 'tls-enhanced-pq-fips', 'us-east-1', 'native'],
  ['function-url', 'sse', 'eu-west-1', 'native'],
  ['function-url', 'sse', 'xx-nowhere-1', 'unknown'],
])('%s, %s in %s: %s', (id, feature, region, type) => {
  expect(supportOf(candidate(id), feature, exampleWorkload({ region, ...service }, id), 'aws').type).toBe(type);
});

test('what is unknown in a Region is not picked as if it were there', () => {
  const { picks } = advise(exampleWorkload({ region: 'us-gov-east-1', ...service }, 'http'), awsBook);
  const { candidates } = advise(exampleWorkload({ region: 'ap-southeast-3', ...service }, 'http'), awsBook);
  expect(picks.map(({ advised }) => advised.candidate.frontDoor)).not.toContain('http');
  expect(candidates.find((one) => one.candidate.id === 'http')?.verdict).toBe('unknown');
});

test('of a Region that no page speaks of, the rule about function URLs says just that', () => {
  const workload = exampleWorkload(
    { region: 'eusc-de-east-1', backend: { lambda: { memory: '512 MB', duration: '120 ms' } } },
    'function-url',
  );
  expect(functionUrlRegion.inspect({ workload } as Subject)).toEqual([
    {
      because: 'no page of AWS says whether a function can have a URL in eusc-de-east-1',
      path: ['region'],
      remedy: 'Look the Region up in the pages of AWS, or put an HTTP API in front of the function.',
    },
  ]);
});
