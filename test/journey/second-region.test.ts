// What stands in a second Region is billed there, and what the API calls by itself is named where it has no price.
import { describe, expect, test } from 'vitest';
import { estimate } from '../../src/estimate/estimate.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';

const estimated = (yaml: string) => estimate(parseWorkload(`name: a\nregion: us-east-1\n${yaml}`, {}), awsBook);

function rows(yaml: string, candidate: string) {
  const found = estimated(yaml).candidates.find((one) => one.id === candidate) ?? expect.fail(candidate);
  return found.lineItems.filter(({ hop }) => hop === 'second-region').map(({ sku, listCost }) => [sku, listCost?.toFixed(2)]);
}

describe('failover between Regions', () => {
  const stands = `traffic: { requests: 10M/month, request: 1 KB, response: 2 KB }
waf: { rules: 2 }
backend: { lambda: { memory: 512 MB, duration: 50 ms, provisioned: { concurrency: 2 } } }`;
  const failover = `${stands}\nneeds: { multi-region-failover: yes }`;

  // $5 for the web ACL, $1 for each rule; 2 environments × 0.5 GB × 730 h × 3,600 s × $0.0000041667.
  test('doubles what is billed by the month or the hour, and nothing that follows from requests', () => {
    expect(rows(failover, 'rest')).toEqual([
      ['waf/web-acl', '5.00'],
      ['waf/rules', '2.00'],
      ['lambda/provisioned-concurrency-x86', '10.95'],
    ]);
  });
  test('a distribution and its web ACL are there once for all Regions', () => {
    expect(rows(failover, 'rest+cloudfront')).toEqual([['lambda/provisioned-concurrency-x86', '10.95']]);
  });
  test('costs nothing where nobody asks for it', () => {
    expect(rows(stands, 'rest')).toEqual([]);
  });
});

describe('calls of AWS services', () => {
  const unpriced = (yaml: string) =>
    estimated(`traffic: { requests: 1M }\n${yaml}`)
      .notPriced.filter(({ because }) => because.includes('int-aws'))
      .map(({ what }) => what);

  test.each([
    ['needs: { int-aws-sfn-start: yes }', ['the workflows of Step Functions']],
    ['needs: { int-aws-sfn-start: yes }\nbackend: { service: { name: eventbridge } }', ['the workflows of Step Functions']],
    ['needs: { int-aws-sfn-start: yes }\nbackend: { service: { name: step-functions-standard, transitions: 5 } }', []],
    ['needs: { int-aws-sqs-send: yes }', ['calls of AWS services (SQS: send)']],
    ['backend: { service: { name: sqs } }', []],
  ])('%s', (yaml, what) => {
    expect(unpriced(yaml)).toEqual(what);
  });
});
