import { serverlessReader } from '../../../src/intake/templates/serverless/reader.ts';
import type { Beside, Resource, Template } from '../../../src/intake/templates/template.ts';

export const FILE = 'app/serverless.yml';

export const beside = (files: Readonly<Record<string, string>> = {}): Beside => ({
  read: (path) => files[path] ?? { because: 'it is not there' },
  list: () => [],
});

/** What the framework makes of a service. */
export async function read(text: string, files: Readonly<Record<string, string>> = {}): Promise<Template> {
  const { templates, problems } = await serverlessReader.read([{ file: FILE, text }], beside(files));
  const [template] = templates;
  if (template === undefined) throw new Error(JSON.stringify(problems));
  return template;
}

/** A service with some events of one function, and with more at its top. */
export const service = (events: string, more = '', provider = '') => `service: shop
provider:
  name: aws
${provider.replaceAll(/^/gm, '  ')}
functions:
  list:
    handler: list.handler
    events:
${events.replaceAll(/^/gm, '      ')}
${more}`;

export const typed = ({ resources }: Template, type: string): readonly Resource[] => resources.filter((one) => one.type === type);
export const method = (template: Template) => typed(template, 'AWS::ApiGateway::Method')[0];

/** The URI by which API Gateway calls a function. */
export const invokes = (name: string, how = '/invocations', version = '2015-03-31') =>
  `arn:{? the partition is known when it is deployed}:apigateway:{? the Region is known when it is deployed}:lambda:path/${version}/functions/{→ ${FILE}#${name}.Arn}${how}`;
