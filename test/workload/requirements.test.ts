// Every field of the schema says what it asks for, or that it asks for nothing; and asking in either place gives one answer.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { advise } from '../../src/advise/advise.ts';
import { requirementsOf } from '../../src/workload/requirements.ts';
import { REQUIRES } from '../../src/workload/requires.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';
import { ROOT } from '../run.ts';

interface Form {
  readonly properties?: Readonly<Record<string, Form>>;
  readonly items?: Form;
  readonly anyOf?: readonly Form[];
}

/** Dotted paths of all fields that have none below them. */
function leaves(form: Form, path: readonly string[] = []): readonly string[] {
  const inner = form.properties ?? form.items?.properties ?? form.anyOf?.find((one) => one.properties)?.properties;
  return inner === undefined ? [path.join('.')] : Object.entries(inner).flatMap(([key, one]) => leaves(one, [...path, key]));
}

const schema = JSON.parse(readFileSync(join(ROOT, 'schema/workload.schema.json'), 'utf8')) as Form;
const fields = leaves(schema).filter((field) => !field.startsWith('needs.'));
const covers = (key: string, field: string) => field === key || field.startsWith(`${key}.`);

test('every field of the schema has its word on what it asks for', () => {
  expect(fields.length).toBeGreaterThan(150);
  expect(fields.filter((field) => !Object.keys(REQUIRES).some((key) => covers(key, field)))).toEqual([]);
});

test('and every word is of a field', () => {
  expect(Object.keys(REQUIRES).filter((key) => !fields.some((field) => covers(key, field)) && !covers('needs', key))).toEqual([]);
});

const BASE = 'name: a\nregion: us-east-1\ntraffic: { requests: 10M/month, request: 1 KB, response: 1 KB }\nneeds: { server-push: no';

describe('a feature is asked for by a section as by its name in needs', () => {
  test.each([
    ['api-keys', 'auth: { apiKeys: { onlyCheck: yes } }'],
    ['auth-jwt', 'auth: { jwt: { algorithm: RS256 } }'],
    ['auth-iam', 'auth: { iamAcrossAccounts: yes }'],
    ['mtls', 'auth: { mutualTls: { revocation: none } }'],
    ['cors', 'cors: { origins: listed }'],
    ['execution-logs', 'observability: { executionLogs: { level: error } }'],
    ['metrics-detailed', 'observability: { detailedMetrics: { routes: 5 } }'],
    ['xray', 'observability: { xray: { sampling: 5% } }'],
    ['endpoint-private', 'privateEndpoint: { endpoints: 1, zones: 2 }'],
    ['dev-portal', 'portal: {}'],
    ['int-aws-sqs-send', 'backend: { service: { name: sqs } }'],
    ['int-aws-kinesis-put-record', 'backend: { service: { name: kinesis } }'],
    ['int-aws-firehose', 'backend: { service: { name: firehose } }'],
    ['int-aws-sns-publish', 'backend: { service: { name: sns } }'],
    ['int-aws-dynamodb', 'backend: { service: { name: dynamodb, action: read } }'],
    ['int-aws-s3-get-put', 'backend: { service: { name: s3 } }'],
    ['int-aws-appconfig-get', 'backend: { service: { name: appconfig, received: 5% } }'],
    ['int-vpc-alb', 'backend: { vpc: { balancer: alb, link: v2 } }'],
    ['int-vpc-cloudmap', 'backend: { vpc: { balancer: none } }'],
  ] as const)('%s', (feature, section) => {
    const bySection = parseWorkload(`${BASE} }\n${section}`, {});
    const byName = parseWorkload(`${BASE}, ${feature}: yes }`, {});
    const both = parseWorkload(`${BASE}, ${feature}: yes }\n${section}`, {});
    for (const workload of [bySection, byName, both]) expect(requirementsOf(workload).has(feature)).toBe(true);
    const verdicts = [bySection, both].map((workload) => {
      const { outcome, picks, candidates } = advise(workload, awsBook);
      return { outcome, picks: picks.map((one) => one.advised.candidate.id), fits: candidates.map((one) => one.verdict) };
    });
    expect(verdicts[0]).toEqual(verdicts[1]);
    const leaf = (workload: typeof byName) => advise(workload, awsBook).decision.otherwise;
    expect(leaf(bySection)).toBe(leaf(byName));
  });
});
