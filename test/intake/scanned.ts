// Templates of these tests, and what is found in them.
import { cloudFormationReader } from '../../src/intake/templates/cloudformation/reader.ts';
import { scanOf, type Scan } from '../../src/intake/templates/scan.ts';
import type { ScannedApi } from '../../src/intake/templates/scanned.ts';
import type { Beside } from '../../src/intake/templates/template.ts';

type Properties = Readonly<Record<string, unknown>>;

/** Nothing lies beside. */
export const ALONE: Beside = { read: () => ({ because: 'there is no such file' }), list: () => [] };

async function scanText(text: string, file = 'template.json'): Promise<Scan> {
  const { templates, problems } = await cloudFormationReader.read([{ file, text }], ALONE);
  return scanOf(templates, problems);
}

/** What differs from a REST API with one Lambda proxy route on one stage, which is a drop-in. */
export interface Rest {
  readonly api?: Properties;
  readonly method?: Properties;
  readonly integration?: Properties;
  readonly stage?: Properties;
  readonly function?: Properties;
  /** Resources beside it. */
  readonly more?: Readonly<Record<string, { readonly Type: string; readonly Properties?: Properties; readonly Condition?: string }>>;
}

const LAMBDA = { 'Fn::Sub': 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Handler.Arn}/invocations' };

/** As an object, for tests that write it in other ways. */
export interface Stack {
  readonly AWSTemplateFormatVersion: string;
  readonly Parameters?: Properties;
  readonly Resources: Readonly<Record<string, Properties>>;
}

export function restTemplate(rest: Rest): string {
  return JSON.stringify(restStack(rest), null, 1);
}

export function restStack({ api, method, integration, stage, function: handler, more }: Rest): Stack {
  const of = (Type: string, properties: Properties) => ({ Type: `AWS::${Type}`, Properties: properties });
  const Resources = {
    Api: of('ApiGateway::RestApi', { Name: 'shop', EndpointConfiguration: { Types: ['REGIONAL'] }, ...api }),
    Orders: of('ApiGateway::Resource', {
      RestApiId: { Ref: 'Api' },
      ParentId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
      PathPart: 'orders',
    }),
    GetOrders: of('ApiGateway::Method', {
      RestApiId: { Ref: 'Api' },
      ResourceId: { Ref: 'Orders' },
      HttpMethod: 'GET',
      AuthorizationType: 'NONE',
      Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: LAMBDA, ...integration },
      ...method,
    }),
    Deployment: of('ApiGateway::Deployment', { RestApiId: { Ref: 'Api' } }),
    Stage: of('ApiGateway::Stage', { RestApiId: { Ref: 'Api' }, DeploymentId: { Ref: 'Deployment' }, StageName: 'prod', ...stage }),
    Handler: of('Lambda::Function', { Runtime: 'nodejs22.x', ...handler }),
    ...more,
  };
  return { AWSTemplateFormatVersion: '2010-09-09', Resources };
}

/** The one API of a template. */
export async function scanRest(rest: Rest): Promise<ScannedApi> {
  const { apis, problems } = await scanText(restTemplate(rest));
  const [api] = apis;
  if (api === undefined || problems.length > 0) throw new Error(`no API: ${JSON.stringify(problems)}`);
  return api;
}

/** Facts as `needs.xray: yes`, without those that every such API has. */
export function factsOf({ facts }: ScannedApi): readonly string[] {
  return facts.map(({ what, value }) => `${what}: ${value}`).filter((one) => !USUAL.has(one));
}

const USUAL = new Set([
  'inUse: rest',
  'needs.endpoint-regional: yes',
  'needs.int-lambda-proxy: yes',
  'auth.open: reads',
  'backend.lambda.memory: 128 MB',
  'backend.lambda.architecture: x86',
]);
