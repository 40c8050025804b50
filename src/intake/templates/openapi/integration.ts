import { section, text, unknown } from '../build-value.ts';
import { eachBranch, renamed, renamedSection, upper } from '../each-branch.ts';
import type { Entry, Place, Section, Value } from '../value.ts';
import type { Document } from './document.ts';

const REST = {
  type: ['Type', upper],
  uri: 'Uri',
  httpMethod: ['IntegrationHttpMethod', upper],
  credentials: 'Credentials',
  connectionType: ['ConnectionType', upper],
  connectionId: 'ConnectionId',
  integrationTarget: 'IntegrationTarget',
  requestTemplates: 'RequestTemplates',
  requestParameters: 'RequestParameters',
  passthroughBehavior: ['PassthroughBehavior', upper],
  contentHandling: ['ContentHandling', upper],
  timeoutInMillis: 'TimeoutInMillis',
  cacheNamespace: 'CacheNamespace',
  cacheKeyParameters: 'CacheKeyParameters',
  responseTransferMode: ['ResponseTransferMode', upper],
  tlsConfig: ['TlsConfig', (value: Value) => renamedSection(value, { insecureSkipVerification: 'InsecureSkipVerification' })],
} as const;

const HTTP = {
  type: ['IntegrationType', upper],
  integrationSubtype: 'IntegrationSubtype',
  uri: 'IntegrationUri',
  httpMethod: ['IntegrationMethod', upper],
  credentials: 'CredentialsArn',
  connectionType: ['ConnectionType', upper],
  connectionId: 'ConnectionId',
  payloadFormatVersion: 'PayloadFormatVersion',
  requestParameters: 'RequestParameters',
  responseParameters: ['ResponseParameters', overwritten],
  timeoutInMillis: 'TimeoutInMillis',
  tlsConfig: ['TlsConfig', (value: Value) => renamedSection(value, { serverNameToVerify: 'ServerNameToVerify' })],
} as const;

/** The integration of an operation, under the names of CloudFormation; null where it states none. */
export function integrationOf(document: Document, operation: Section, type: 'rest' | 'http'): Entry | null {
  const stated = operation.entries.get('x-amazon-apigateway-integration');
  if (stated === undefined) return null;
  const value = eachBranch(document.resolve(stated.value), (one) => {
    if (one.kind !== 'section') return one.kind === 'unknown' ? one : unknown(one.at, 'the integration is not a section');
    const entries = new Map<string, Entry>(renamed(one, type === 'rest' ? REST : HTTP));
    const named = type === 'rest' ? 'Type' : 'IntegrationType';
    if (!entries.has(named)) {
      entries.set(named, { key: stated.key, value: unknown(stated.key, 'the integration states no type', 'type of the integration') });
    }
    const responses = one.entries.get('responses');
    if (type === 'rest' && responses !== undefined) {
      entries.set('IntegrationResponses', { key: responses.key, value: eachBranch(responses.value, responsesOf) });
    }
    return { ...one, entries };
  });
  return { key: stated.key, value };
}

/** Answers by the pattern that chooses them become a list; `default` is the one without a pattern. */
function responsesOf(value: Value): Value {
  if (value.kind !== 'section') return value;
  const items = [...value.entries].map(([pattern, { key, value: response }]) =>
    eachBranch(response, (one) => {
      if (one.kind !== 'section') return one;
      const entries = renamed(one, {
        statusCode: 'StatusCode',
        responseParameters: 'ResponseParameters',
        responseTemplates: 'ResponseTemplates',
        contentHandling: ['ContentHandling', upper],
      });
      const selects: readonly (readonly [string, Entry])[] =
        pattern === 'default' ? [] : [['SelectionPattern', { key, value: text(pattern, key) }]];
      return { kind: 'section', at: key, entries: new Map([...selects, ...entries]) };
    }),
  );
  return { kind: 'list', at: value.at, items };
}

/** `{ "200": { "overwrite:header.x": "y" } }` as CloudFormation lists it, by source and destination. */
function overwritten(value: Value): Value {
  return eachSection(value, (mapping, at) => {
    const items = [...mapping.entries].map(([destination, { key, value: source }]) =>
      section(key, { Destination: text(destination, key), Source: source }),
    );
    return section(at, { ResponseParameters: { kind: 'list', at, items } });
  });
}

function eachSection(value: Value, become: (one: Section, at: Place) => Value): Value {
  return eachBranch(value, (codes) =>
    codes.kind === 'section'
      ? {
          ...codes,
          entries: new Map(
            [...codes.entries].map(([code, { key, value: mapping }]) => [
              code,
              { key, value: eachBranch(mapping, (one) => (one.kind === 'section' ? become(one, key) : one)) },
            ]),
          ),
        }
      : codes,
  );
}
