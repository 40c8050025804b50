// What FOCUS 1.2 lets a column hold, compared with what --format csv prints.
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { FOCUS_COLUMNS, type Charge } from '../../src/export/csv/focus-columns.ts';
import { SKUS, type Sku } from '../../src/pricebook/skus.ts';
import { ROOT, run } from '../run.ts';

/** https://github.com/FinOps-Open-Cost-and-Usage-Spec/FOCUS_Spec/blob/v1.2/specification/columns/servicecategory.md , 2026-11-30 */
const ALLOWED = [
  'AI and Machine Learning',
  'Analytics',
  'Business Applications',
  'Compute',
  'Databases',
  'Developer Tools',
  'Identity',
  'Integration',
  'Internet of Things',
  'Management and Governance',
  'Media',
  'Migration',
  'Mobile',
  'Multicloud',
  'Networking',
  'Other',
  'Security',
  'Storage',
  'Web',
];

test('every service has a category that FOCUS allows, and none is empty', () => {
  const category = FOCUS_COLUMNS.find(({ name }) => name === 'ServiceCategory');
  const categories = (Object.keys(SKUS) as Sku[]).map((sku) => [SKUS[sku].service, category?.value?.({ row: { sku } } as Charge)]);
  expect(categories.filter(([, one]) => !ALLOWED.includes(one ?? ''))).toEqual([]);
  expect(Object.fromEntries(categories)).toMatchInlineSnapshot(`
    {
      "AWS Cloud Map": "Networking",
      "AWS Data Transfer": "Networking",
      "AWS Lambda": "Compute",
      "AWS Step Functions": "Compute",
      "AWS Systems Manager": "Management and Governance",
      "AWS WAF": "Security",
      "AWS X-Ray": "Management and Governance",
      "Amazon API Gateway": "Networking",
      "Amazon CloudFront": "Networking",
      "Amazon CloudWatch": "Management and Governance",
      "Amazon Data Firehose": "Analytics",
      "Amazon DynamoDB": "Databases",
      "Amazon EC2": "Compute",
      "Amazon ECS": "Compute",
      "Amazon EventBridge": "Integration",
      "Amazon Kinesis": "Analytics",
      "Amazon S3": "Storage",
      "Amazon SNS": "Integration",
      "Amazon SQS": "Integration",
      "Amazon VPC": "Networking",
      "Elastic Load Balancing": "Networking",
      "Your servers": "Compute",
    }
  `);
});

test.each([
  ['queue-instead-of-a-function', 'Amazon SQS'],
  ['express-workflows', 'AWS Step Functions'],
  ['observed', 'AWS X-Ray'],
])('no row of %s is without a category, least of all that of %s', async (story, service) => {
  const { stdout } = await run(['report', 'workload.yaml', '--format', 'csv'], { folder: `${ROOT}test/golden/${story}` });
  const rows = parse(stdout, { columns: true }) as Record<string, string>[];
  expect(rows.map((row) => row['ServiceName'])).toContain(service);
  expect(rows.filter((row) => row['ServiceCategory'] === '')).toEqual([]);
});
