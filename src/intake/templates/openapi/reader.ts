import { basename } from 'node:path';
import type { Problem } from '../../../errors/errors.ts';
import { section, text, unknown } from '../build-value.ts';
import { openBudget } from '../cloudformation/budget.ts';
import { isDocument, readDocument, type Document as Written } from '../cloudformation/document.ts';
import { resolveSection } from '../cloudformation/resolve.ts';
import type { Scope } from '../cloudformation/scope.ts';
import { find, textOf } from '../lookup.ts';
import type { Beside, Resource, Template, TemplateFile, TemplateReader } from '../template.ts';
import { rawText } from '../text/raw.ts';
import type { Entry, Place, Section, Value } from '../value.ts';
import { expandBody } from './expand.ts';
import { importedAs } from './imported-as.ts';

/** API definitions in files of their own, with extensions of API Gateway. */
export const openApiReader: TemplateReader = {
  id: 'openapi',
  title: 'OpenAPI and Swagger definitions',
  endings: /\.(?:ya?ml|json)$/i,
  signs: /x-amazon-apigateway/,
  recognizes: isDefinition,
  read: (files, beside) => {
    const read = files.map(readDocument);
    return Promise.resolve({
      templates: read.filter(isDocument).map((written) => templateOf(written, beside)),
      problems: read.filter((one): one is Problem => !isDocument(one)),
    });
  },
};

/** What says its version at its top. Only JSON has to be read for that; what cannot be is taken by its words, to be listed with its line. */
function isDefinition({ text: content }: TemplateFile): boolean {
  if (!/x-amazon-apigateway/.test(content)) return false;
  if (!/^[\ufeff\s]*\{/.test(content)) return /^\ufeff?["']?(?:openapi|swagger)["']?\s*:/m.test(content);
  const { value } = rawText(content, '');
  return value === null ? /^[\ufeff\s]*\{\s*["']?(?:openapi|swagger)["']?\s*:/.test(content) : versionIn(value) !== null;
}

function versionIn(root: Value): Entry | null {
  return root.kind === 'section' ? (root.entries.get('openapi') ?? root.entries.get('swagger') ?? null) : null;
}

function templateOf({ file, root, remarks }: Written, beside: Beside): Template {
  const body = resolveSection(root, elsewhere());
  const at = versionIn(body)?.key ?? body.at;
  const type = importedAs(body);
  const title = textOf(find(body, 'info', 'title')[0]?.value);
  const api: Resource = {
    key: `${file}#`,
    id: title === null || title === '' ? basename(file) : title,
    part: null,
    type: type.as === 'http' ? 'AWS::ApiGatewayV2::Api' : 'AWS::ApiGateway::RestApi',
    properties: section(at, {}),
    at,
    conditions: [],
    construct: null,
    madeBy: null,
  };
  const expanded = expandBody(api, body, type.as, beside);
  const properties = type.as === 'http' ? { ProtocolType: text('HTTP', at) } : { EndpointConfiguration: endpointOf(expanded.settings, at) };
  const whole: Resource = { ...api, properties: section(at, { ...Object.fromEntries(expanded.settings.entries), ...properties }) };
  const doubt =
    type.because === null
      ? []
      : [
          {
            at,
            what: 'what the definition is imported as is not stated',
            because: type.because,
            give: 'the template that imports it',
            concerns: [api.key],
          },
        ];
  return {
    file,
    format: 'openapi',
    resources: [whole, ...expanded.resources],
    gaps: [...doubt, ...expanded.gaps],
    remarks: [...remarks, ...expanded.remarks],
  };
}

/**
 * The type of endpoint is no part of a definition; only private APIs have VPC endpoints.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/openapi-extensions-endpoint-configuration.html
 */
function endpointOf(settings: Section, at: Place): Entry {
  const stated = settings.entries.get('EndpointConfiguration');
  const endpoints = find(settings, 'EndpointConfiguration', 'VpcEndpointIds');
  if (stated?.value.kind === 'section' && endpoints.length > 0) {
    const types: Value = { kind: 'list', at: stated.key, items: [text('PRIVATE', stated.key)] };
    return {
      key: stated.key,
      value: { ...stated.value, entries: new Map([...stated.value.entries, ['Types', { key: stated.key, value: types }]]) },
    };
  }
  return {
    key: stated?.key ?? at,
    value: unknown(stated?.key ?? at, 'a definition does not state the type of endpoint', 'the template that imports it'),
  };
}

/** Functions of CloudFormation in a definition speak of the template that includes it. */
const elsewhere = (): Scope => ({
  budget: openBudget(),
  named: (name, at) => unknown(at, `${name} is in the template that includes the definition`, 'that template'),
  attribute: (resource, _, at) => unknown(at, `${resource} is in the template that includes the definition`, 'that template'),
  mapping: () => null,
  imported: (_, at) => unknown(at, 'what another stack exports is not known here'),
  included: (_, at) => unknown(at, 'what is included is not read here'),
});
