import { compose, text, unknown } from '../build-value.ts';
import { eachText, renamed, renamedSection, upper } from '../each-branch.ts';
import { find, findItems, textOf, type Found } from '../lookup.ts';
import type { Entry, Place, Said, Section, Unknown, Value } from '../value.ts';
import { derive, lacks, type Expansion } from './expansion.ts';

/** What a security scheme means to API Gateway. */
type Scheme =
  /** Null of one that nobody wrote. */
  | { readonly kind: 'key'; readonly said: Said | null }
  | { readonly kind: 'iam' }
  | { readonly kind: 'authorizer'; readonly type: Value; readonly key: string }
  | { readonly kind: 'unknown'; readonly because: string }
  /** A scheme without an extension of API Gateway, which only describes. */
  | { readonly kind: 'nothing' };

export type Schemes = ReadonlyMap<string, Scheme>;

const REST_AUTHORIZER = {
  type: ['Type', upper],
  authorizerUri: 'AuthorizerUri',
  authorizerCredentials: 'AuthorizerCredentials',
  authorizerResultTtlInSeconds: 'AuthorizerResultTtlInSeconds',
  identitySource: 'IdentitySource',
  identityValidationExpression: 'IdentityValidationExpression',
  providerARNs: 'ProviderARNs',
} as const;

const HTTP_AUTHORIZER = {
  type: ['AuthorizerType', upper],
  authorizerUri: 'AuthorizerUri',
  authorizerCredentials: 'AuthorizerCredentialsArn',
  authorizerResultTtlInSeconds: 'AuthorizerResultTtlInSeconds',
  authorizerPayloadFormatVersion: 'AuthorizerPayloadFormatVersion',
  enableSimpleResponses: 'EnableSimpleResponses',
  identitySource: 'IdentitySource',
  jwtConfiguration: ['JwtConfiguration', (value: Value) => renamedSection(value, { issuer: 'Issuer', audience: 'Audience' })],
} as const;

/** Reads the security schemes, and adds an authorizer for each that has one. */
export function schemesOf(expansion: Expansion): Schemes {
  const { body, entries } = expansion.document;
  const found = [...entries(body, 'components', 'securitySchemes'), ...entries(body, 'securityDefinitions')];
  return new Map(found.map((one) => [one.name, schemeOf(expansion, one)]));
}

function schemeOf(expansion: Expansion, { name, value, at, conditions }: Found & { readonly name: string }): Scheme {
  if (value.kind !== 'section') return { kind: 'unknown', because: value.kind === 'unknown' ? value.because : 'it is not a section' };
  const [authorizer] = find(expansion.document.resolve(value), 'x-amazon-apigateway-authorizer').map((one) => ({
    ...one,
    value: expansion.document.resolve(one.value),
  }));
  if (authorizer !== undefined) {
    if (authorizer.value.kind !== 'section') return { kind: 'unknown', because: 'its authorizer is not known' };
    const resource = derive(expansion, {
      type: expansion.type === 'rest' ? 'AWS::ApiGateway::Authorizer' : 'AWS::ApiGatewayV2::Authorizer',
      part: `authorizer ${name}`,
      at,
      conditions: [...conditions, ...authorizer.conditions],
      properties: {
        Name: text(name, at),
        ...identityFrom(value, authorizer.value),
        ...Object.fromEntries(renamed(authorizer.value, expansion.type === 'rest' ? REST_AUTHORIZER : HTTP_AUTHORIZER)),
      },
    });
    const type = authorizer.value.entries.get('type')?.value;
    return type === undefined
      ? { kind: 'unknown', because: 'its authorizer states no type' }
      : { kind: 'authorizer', type: upper(type), key: resource.key };
  }
  const authtype = textOf(value.entries.get('x-amazon-apigateway-authtype')?.value);
  if (authtype?.toLowerCase() === 'awssigv4') return { kind: 'iam' };
  if (value.entries.has('x-amazon-apigateway-authtype')) return { kind: 'unknown', because: 'its authorizer is not in the definition' };
  const type = value.entries.get('type');
  return type !== undefined && textOf(type.value) === 'apiKey'
    ? { kind: 'key', said: type.value.said?.by === 'SAM' ? null : { ...type.key, by: `scheme ${name}` } }
    : { kind: 'nothing' };
}

/** A TOKEN authorizer that states no identity source takes the header that its scheme names. */
function identityFrom(scheme: Section, authorizer: Section): Readonly<Record<string, Entry>> {
  const [name, where] = [scheme.entries.get('name'), textOf(scheme.entries.get('in')?.value)];
  const type = textOf(authorizer.entries.get('type')?.value)?.toLowerCase();
  if (name === undefined || where !== 'header' || (type !== 'token' && type !== 'cognito_user_pools')) return {};
  return { IdentitySource: { key: name.key, value: compose(['method.request.header.', name.value], name.value.at) } };
}

/** Who may call an operation: AuthorizationType and the rest, as a method or a route states it. */
export function accessOf(expansion: Expansion, schemes: Schemes, operation: Section, at: Place, what: string): Record<string, Entry> {
  const own = ownType(operation);
  if (own !== null) return { AuthorizationType: own };
  const stated = operation.entries.get('security');
  if (stated === undefined) return { AuthorizationType: { key: at, value: rootSecurity(expansion, schemes, at) ?? text('NONE', at) } };
  const access: Record<string, Entry> = {};
  const add = (name: string, entry: Entry) => (access[name] ??= entry);
  for (const { value } of findItems(stated.value)) {
    if (value.kind !== 'section') {
      add('AuthorizationType', {
        key: stated.key,
        value: value.kind === 'unknown' ? value : unknown(value.at, 'security names no scheme'),
      });
      continue;
    }
    for (const [name, { key, value: scopes }] of value.entries) {
      // SAM's word for an operation that anybody may call.
      if (name === 'NONE' && !schemes.has(name)) continue;
      const scheme = schemes.get(name) ?? { kind: 'unknown', because: 'no such scheme is in the definition' };
      if (scheme.kind === 'nothing') {
        expansion.remarks.push({
          at: key,
          what: `the scheme ${name} of ${what} has no effect`,
          because: 'API Gateway knows schemes by x-amazon-apigateway-authorizer, x-amazon-apigateway-authtype or the type apiKey',
        });
      } else if (scheme.kind === 'unknown') {
        lacks(
          expansion,
          key,
          `the authorizer of ${what} is not known: scheme ${name}`,
          scheme.because,
          'the definition with this scheme in it',
        );
        add('AuthorizationType', { key, value: unknown(key, scheme.because) });
      } else if (scheme.kind === 'key') {
        if (expansion.type === 'rest')
          add('ApiKeyRequired', { key, value: { ...text('true', key), ...(scheme.said === null ? {} : { said: scheme.said }) } });
      } else if (scheme.kind === 'iam') {
        add('AuthorizationType', { key, value: text('AWS_IAM', key) });
      } else if (access['AuthorizationType'] === undefined) {
        const type = eachText(scheme.type, (one) => (one === 'JWT' || one === 'COGNITO_USER_POOLS' ? one : 'CUSTOM'));
        add('AuthorizationType', { key, value: { ...type, at: key } });
        add('AuthorizerId', { key, value: { kind: 'link', target: scheme.key, attribute: null, at: key } });
        if (scopes.kind !== 'list' || scopes.items.length > 0) add('AuthorizationScopes', { key: scopes.at, value: scopes });
      }
    }
  }
  add('AuthorizationType', { key: stated.key, value: text('NONE', stated.key) });
  return access;
}

/** Type of authorization that the operation itself states. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-auth.html */
function ownType(operation: Section): Entry | null {
  const [type] = find(operation, 'x-amazon-apigateway-auth', 'type');
  return type === undefined ? null : { key: type.at, value: upper(type.value) };
}

/** Security at the top of a definition, for an operation that states none: AWS does not document whether it holds. */
function rootSecurity(expansion: Expansion, schemes: Schemes, at: Place): Unknown | null {
  const root = expansion.document.body.entries.get('security');
  if (root === undefined) return null;
  const names = findItems(root.value).flatMap(({ value }) => (value.kind === 'section' ? [...value.entries.keys()] : []));
  const inEffect = names.filter((name) => (schemes.get(name)?.kind ?? 'nothing') !== 'nothing');
  if (inEffect.length === 0) return null;
  return unknown(
    at,
    `AWS does not document whether security at the top of a definition (${inEffect.join(', ')}) holds for operations that state none`,
    'security at each operation',
  );
}
