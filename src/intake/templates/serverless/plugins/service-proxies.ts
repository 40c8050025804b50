import { compose, section, text, unknown } from '../../build-value.ts';
import { entryAt, renamedSection } from '../../each-branch.ts';
import { find, findItems, textOf } from '../../lookup.ts';
import type { Entry, Place, Section, Value } from '../../value.ts';
import { endpointOf, makeMethod, type Origin } from '../rest/endpoint.ts';
import { inside, type Service } from '../service.ts';

/** https://github.com/serverless-operations/serverless-apigateway-service-proxy, part of the framework since version 4. */
export const SERVICE_PROXY = 'serverless-apigateway-service-proxy';

/** A method that calls a service without a function, as `custom.apiGatewayServiceProxies` states it. */
export interface Proxy extends Origin {
  /** Such as `sqs`. */
  readonly service: string;
}

export function proxiesOf(service: Service): readonly Proxy[] {
  const name = 'custom.apiGatewayServiceProxies';
  return findItems(service.entry('custom', 'apiGatewayServiceProxies')?.value ?? null).flatMap((item, index): readonly Proxy[] => {
    if (item.value.kind !== 'section') return [{ service: '', name, part: String(index), found: item }];
    return [...item.value.entries].flatMap(([kind, { key, value }]) =>
      find(value).map((found) => ({
        service: kind,
        name,
        part: `${index}.${kind}`,
        found: { ...found, at: key, conditions: [...item.conditions, ...found.conditions] },
      })),
    );
  });
}

export function deriveProxy(service: Service, proxy: Proxy): void {
  const endpoint = endpointOf(service, proxy);
  if (endpoint === null) return;
  const { at } = proxy.found;
  const { stated } = endpoint;
  const call = callOf(proxy.service, stated, at);
  const custom = inside(stated, 'request', 'template');
  const templates = new Map<string, Entry>(Object.entries(call.templates).map(([name, value]) => [name, { key: at, value }]));
  for (const [name, entry] of custom?.value.kind === 'section' ? custom.value.entries : []) templates.set(name, entry);
  const parameters = new Map<string, Entry>(
    Object.entries(call.parameters).map(([name, value]) => [name, { key: at, value: byPlugin(value, at) }]),
  );
  for (const { value } of find(stated, 'requestParameters')) {
    for (const [name, entry] of value.kind === 'section' ? value.entries : []) parameters.set(name, entry);
  }
  makeMethod(service, proxy, endpoint, {
    AuthorizationType: stated.entries.get('authorizationType') ?? text('NONE', at),
    AuthorizerId: stated.entries.get('authorizerId') ?? null,
    AuthorizationScopes: stated.entries.get('authorizationScopes') ?? null,
    RequestParameters: stated.entries.get('acceptParameters') ?? null,
    Integration: section(at, {
      Type: text('AWS', at),
      IntegrationHttpMethod: call.method === null ? text('POST', at) : text(call.method, at),
      Uri: compose(['arn:', later('the partition', at), ':apigateway:', later('the Region', at), ':', ...call.uri], at),
      Credentials: stated.entries.get('roleArn') ?? null,
      PassthroughBehavior:
        custom === null && proxy.service === 'sqs'
          ? null
          : byPlugin(custom === null && proxy.service === 's3' ? 'WHEN_NO_MATCH' : 'NEVER', at),
      RequestParameters: parameters.size === 0 ? null : { kind: 'section', at, entries: parameters },
      RequestTemplates: templates.size === 0 ? null : { key: custom?.key ?? at, value: { kind: 'section', at, entries: templates } },
      IntegrationResponses: answersOf(stated, at),
    }),
  });
}

const byPlugin = (content: string, at: Place): Value => ({ ...text(content, at), said: { ...at, by: SERVICE_PROXY } });
const later = (what: string, at: Place) => unknown(at, `${what} is known when it is deployed`);

interface Call {
  readonly uri: readonly (string | Value)[];
  readonly method: string | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly templates: Readonly<Record<string, Value>>;
}

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const S3_METHODS: Readonly<Record<string, string>> = { GetObject: 'GET', PutObject: 'PUT', DeleteObject: 'DELETE' };

/** How the plugin calls each service, with the templates that it writes where none is stated. */
function callOf(service: string, stated: Section, at: Place): Call {
  const setting = (name: string): string | Value => stated.entries.get(name)?.value ?? '';
  const action = (otherwise: string): string | Value => stated.entries.get('action')?.value ?? otherwise;
  const both = (...parts: readonly (string | Value)[]): Readonly<Record<string, Value>> => {
    const value = compose([byPlugin('', at), ...parts], at);
    const marked = { ...value, said: { ...at, by: SERVICE_PROXY } };
    return { [JSON_TYPE]: marked, [FORM_TYPE]: marked };
  };
  const hasTemplate = inside(stated, 'request', 'template') !== null;
  switch (service) {
    case 'sqs':
      return {
        uri: ['sqs:path//', later('the account', at), '/', setting('queueName')],
        method: null,
        parameters: hasTemplate
          ? { 'integration.request.header.Content-Type': `'${FORM_TYPE}'` }
          : {
              'integration.request.querystring.Action': "'SendMessage'",
              'integration.request.querystring.MessageBody': 'method.request.body',
            },
        templates: {
          [JSON_TYPE]: byPlugin(hasTemplate ? 'Action=SendMessage&MessageBody=$util.urlEncode($input.body)' : '{statusCode:200}', at),
        },
      };
    case 'sns':
      return {
        uri: ['sns:path//'],
        method: null,
        parameters: { 'integration.request.header.Content-Type': `'${FORM_TYPE}'` },
        templates: both('Action=Publish&Message=$util.urlEncode($input.body)&TopicArn=', setting('topicName')),
      };
    case 'kinesis':
      return {
        uri: ['kinesis:action/', action('PutRecord')],
        method: null,
        parameters: {},
        templates:
          textOf(stated.entries.get('action')?.value) === 'PutRecords'
            ? both('{"StreamName":"', setting('streamName'), '","Records":[#foreach($record in $input.path("$.records")) … #end]}')
            : both(
                '{"StreamName":"',
                setting('streamName'),
                '","Data":"$util.base64Encode($input.body)","PartitionKey":"',
                setting('partitionKey'),
                '"}',
              ),
      };
    case 'eventbridge':
      return {
        uri: ['events:action/PutEvents'],
        method: null,
        parameters: {
          'integration.request.header.X-Amz-Target': "'AWSEvents.PutEvents'",
          'integration.request.header.Content-Type': "'application/x-amz-json-1.1'",
        },
        templates: both(
          '{"Entries":[{"EventBusName":"',
          setting('eventBusName'),
          '","Source":"',
          setting('source'),
          '","DetailType":"',
          setting('detailType'),
          '","Detail":"$util.escapeJavaScript($input.body)"}]}',
        ),
      };
    case 'dynamodb':
      return {
        uri: ['dynamodb:action/', action('')],
        method: null,
        parameters: {},
        templates: both('{"TableName":"', setting('tableName'), '","Key":{"', setting('hashKey'), '":{}}}'),
      };
    case 's3':
      return {
        uri: ['s3:path/{bucket}/', stated.entries.get('pathOverride')?.value ?? '{object}'],
        method: S3_METHODS[textOf(stated.entries.get('action')?.value) ?? ''] ?? null,
        parameters: {},
        templates: {},
      };
    default:
      return { uri: [unknown(at, `${service || 'the service'} is not known to this reader`)], method: null, parameters: {}, templates: {} };
  }
}

/** Stated one by one, or as templates of success and errors. */
function answersOf(stated: Section, at: Place): Value | Entry {
  const response = stated.entries.get('response');
  if (response?.value.kind === 'list') {
    const items = response.value.items.map((one) =>
      renamedSection(one, {
        statusCode: 'StatusCode',
        selectionPattern: 'SelectionPattern',
        responseParameters: 'ResponseParameters',
        responseTemplates: 'ResponseTemplates',
      }),
    );
    return entryAt(response, { ...response.value, items });
  }
  const answer = (code: string, name: string): Value => {
    const template = inside(stated, 'response', 'template', name);
    return section(at, {
      StatusCode: text(code, at),
      SelectionPattern: byPlugin(code, at),
      ResponseTemplates: template === null ? null : entryAt(template, section(template.key, { [JSON_TYPE]: template })),
    });
  };
  return { kind: 'list', at, items: [answer('200', 'success'), answer('400', 'clientError'), answer('500', 'serverError')] };
}
