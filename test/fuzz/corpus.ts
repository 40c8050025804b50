/** What the fuzzer begins with: the files of the examples, the stories and the price data, and documents printed of them. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseWorkload } from '../../src/workload/read.ts';
import { filesUnder } from '../house/source.ts';
import { priceData } from '../price-book.ts';
import { ROOT, run } from '../run.ts';
import { fieldsOf, type Field } from './tree.ts';

/** A file to begin with: its bytes, and what it holds as a tree. */
export interface Original {
  readonly bytes: Buffer;
  readonly tree: unknown;
}

/** What one kind of file begins with. */
export interface Corpus {
  readonly originals: readonly Original[];
  /** What its schema knows, to be set in a document. */
  readonly fields: readonly Field[];
}

/** Kinds of files that are read. */
export type FileKind =
  | 'workload'
  | 'manifest'
  | 'budgets'
  | 'contract'
  | 'answers'
  | 'estimate'
  | 'report'
  | 'sheet'
  | 'compiled'
  | 'imported'
  | 'offer'
  | 'template'
  | 'terraform';

/** A workload in which nothing is wrong, and that has something to say to every command. */
export const GOOD = `name: good-neighbour
region: us-east-1
tags: { team: neighbours }
traffic: { requests: 30M/month, peak: 12K/s, response: 3 KB }
cache: { size: 0.5 GB, hitRatio: 40% }
backend: { lambda: { memory: 256 MB, duration: 50 ms } }
`;

/** A template in which nothing is wrong. */
const GOOD_TEMPLATE = `Resources:
  GoodNeighbour: { Type: AWS::ApiGateway::RestApi, Properties: { Name: GoodNeighbour } }
`;

/** Templates of the other kinds: those of CloudFormation and SAM are of the stories. */
const SERVICE = `service: shop
provider: { name: aws, runtime: nodejs22.x, endpointType: REGIONAL, stage: \${opt:stage, 'dev'}, logs: { restApi: true } }
functions:
  list: { handler: a.list, events: [{ http: { path: orders, method: get, cors: true, private: true } }, { httpApi: 'GET /new' }] }
  chat: { handler: a.chat, url: true, events: [{ websocket: $connect }] }
resources: { Resources: { Plan: { Type: 'AWS::ApiGateway::UsagePlan' } } }
`;
const DEFINITION = `openapi: 3.0.1
info: { title: orders }
x-amazon-apigateway-request-validators: { all: { validateRequestBody: true, validateRequestParameters: true } }
x-amazon-apigateway-request-validator: all
paths:
  /orders/{id}:
    x-amazon-apigateway-any-method:
      security: [{ key: [] }]
      x-amazon-apigateway-integration: { type: aws, httpMethod: POST, uri: 'arn:aws:apigateway:us-east-1:sqs:path/1/orders' }
components: { securitySchemes: { key: { type: apiKey, in: header, name: x-api-key } } }
`;
const TERRAFORM = `variable "cached" { default = true }
resource "aws_api_gateway_rest_api" "api" {
  name = "\${var.cached}-api"
  body = jsonencode({ openapi = "3.0.1", paths = { "/a" = { get = { x-amazon-apigateway-integration = { type = "mock" } } } } })
}
resource "aws_api_gateway_stage" "stage" {
  rest_api_id           = aws_api_gateway_rest_api.api.id
  stage_name            = "live"
  cache_cluster_enabled = var.cached
  dynamic "access_log_settings" {
    for_each = var.cached ? [] : [1]
    content { format = <<-EOT
      {"id":"$context.requestId"}
    EOT
    }
  }
}
`;

/** Sheets with which a Region can be priced, in both forms. */
export const SHEETS = ['sources', 'editions', 'always-free', 'cloudfront', 'us-east-1', 'article'].map((name) => `${name}.yaml`);
/** A story whose prices were imported. */
const IMPORTED = join(ROOT, 'test/golden/prices-diff/mine');
/** What the build compiles of them; all but its functions. */
const index = JSON.parse(JSON.stringify(priceData)) as Record<string, unknown>;
const COMPILED = { 'index.json': { ...index, regions: ['us-east-1'] }, 'us-east-1.json': priceData.sheet('us-east-1') };

/** A folder with the files that every command line may name beside the one that is fuzzed. */
export async function folderOfNeighbours(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-fuzz-'));
  for (const name of ['set', 'prices', 'compiled', 'mine', 'templates']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'set/good.yaml'), GOOD);
  writeFileSync(join(folder, 'templates/good.yaml'), GOOD_TEMPLATE);
  for (const [name, argv] of [
    ['cost.json', ['cost', 'set/good.yaml']],
    ['report.json', ['report', 'set/good.yaml', '--month', '2026-10']],
  ] as const) {
    writeFileSync(join(folder, name), (await run([...argv, '--json'], { folder })).stdout);
  }
  for (const name of SHEETS) writeFileSync(join(folder, 'prices', name), readFileSync(join(ROOT, 'pricing-data', name)));
  for (const name of ['sources.yaml', 'eu-west-2.yaml']) writeFileSync(join(folder, 'mine', name), readFileSync(join(IMPORTED, name)));
  for (const [name, data] of Object.entries(COMPILED)) writeFileSync(join(folder, 'compiled', name), JSON.stringify(data));
  return folder;
}

export async function corpora(): Promise<Readonly<Record<FileKind, Corpus>>> {
  const files = ['test/golden', 'examples'].flatMap((folder) => filesUnder(join(ROOT, folder)));
  const texts = (ending: string) =>
    files
      .filter((path) => path.endsWith(ending) && !/(story|figures|tables)\.yaml$|article\/pages/.test(path))
      .map((path) => readFileSync(path));
  const yaml = texts('.yaml').filter((bytes) => bytes.length < 6000);
  const holding = (key: RegExp) => yaml.filter((bytes) => key.test(bytes.toString('latin1'))).flatMap(original);
  const printed = async (argv: readonly string[]): Promise<Original> => {
    const { stdout } = await run([...argv, '--json']);
    return { bytes: Buffer.from(stdout), tree: JSON.parse(stdout) as unknown };
  };
  const json = texts('.json').flatMap((bytes) => {
    const tree = parsed(bytes, JSON.parse);
    return tree === undefined ? [] : [{ bytes, tree }];
  });
  const examples = ['examples/catalogue.yaml', 'examples/chat.yaml', 'examples/partners.yaml'];
  return {
    template: {
      originals: [
        SERVICE,
        DEFINITION,
        ...files.filter((path) => /golden\/scan.*\.(?:ya?ml|json)$/.test(path)).map((path) => readFileSync(path, 'utf8')),
      ]
        .filter((text) => /Resources|service:|openapi/.test(text))
        .flatMap((text) => original(Buffer.from(text))),
      fields: [],
    },
    terraform: { originals: [{ bytes: Buffer.from(TERRAFORM), tree: TERRAFORM }], fields: [] },
    workload: { originals: yaml.filter(isWorkload).flatMap(original), fields: fieldsOf('workload') },
    manifest: { originals: holding(/^workloads:/m), fields: [] },
    budgets: { originals: holding(/^budgets:/m), fields: [] },
    contract: { originals: holding(/^(?:discounts|rates|commitments):/m), fields: [] },
    answers: { originals: holding(/^traffic\.requests:/m), fields: [] },
    estimate: {
      originals: [
        await printed(['cost', examples[0] as string]),
        await printed(['recommend', examples[2] as string]),
        ...json.filter(({ tree }) => 'results' in Object(tree)),
      ],
      fields: fieldsOf('cost'),
    },
    report: {
      originals: [await printed(['report', ...examples, '--month', '2026-10']), ...json.filter(({ tree }) => 'workloads' in Object(tree))],
      fields: fieldsOf('report'),
    },
    sheet: { originals: SHEETS.flatMap((name) => original(readFileSync(join(ROOT, 'pricing-data', name)))), fields: [] },
    imported: { originals: original(readFileSync(join(IMPORTED, 'eu-west-2.yaml'))), fields: [] },
    offer: {
      originals: files
        .filter((path) => /golden\/prices-.*\/(?:offer\.csv|pages\.json)$/.test(path))
        .map((path) => ({ bytes: readFileSync(path), tree: readFileSync(path, 'utf8') })),
      fields: [],
    },
    compiled: { originals: Object.values(COMPILED).map((tree) => ({ bytes: Buffer.from(JSON.stringify(tree)), tree })), fields: [] },
  };
}

function original(bytes: Buffer): readonly Original[] {
  const tree = parsed(bytes, (text) => parse(text, { schema: 'failsafe', logLevel: 'error' }) as unknown);
  return tree === undefined ? [] : [{ bytes, tree }];
}

function parsed(bytes: Buffer, read: (text: string) => unknown): unknown {
  try {
    return read(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function isWorkload(bytes: Buffer): boolean {
  try {
    parseWorkload(bytes.toString('utf8'), { regions: priceData.regions });
    return true;
  } catch {
    return false;
  }
}
