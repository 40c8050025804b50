import { find, findEntries, textOf, truthOf } from '../lookup.ts';
import type { Section, Value } from '../value.ts';

/** What a definition is made into, by what only one type of API knows; with a reason where that does not tell. */
export function importedAs(body: Section): { readonly as: 'rest' | 'http'; readonly because: string | null } {
  const operations = findEntries(body, 'paths').flatMap((path) => findEntries(path.value).map((one) => ({ ...one, path: path.name })));
  const integrations = operations.flatMap(({ value }) => find(value, 'x-amazon-apigateway-integration').map((one) => one.value));
  const schemes = [...findEntries(body, 'components', 'securitySchemes'), ...findEntries(body, 'securityDefinitions')];
  const authorizers = schemes.flatMap(
    ({ value }) => textOf(find(value, 'x-amazon-apigateway-authorizer', 'type')[0]?.value)?.toLowerCase() ?? [],
  );
  const has = (value: Value, names: readonly string[]) => value.kind === 'section' && names.some((name) => value.entries.has(name));
  const typeOf = (value: Value) => textOf(find(value, 'type')[0]?.value)?.toLowerCase() ?? '';
  const isHttp =
    has(body, ['x-amazon-apigateway-cors']) ||
    find(body, 'components', 'x-amazon-apigateway-integrations').length > 0 ||
    operations.some(
      ({ path, value }) => path.replace(/^\//, '') === '$default' || truthOf(find(value, 'isDefaultRoute')[0]?.value) === true,
    ) ||
    integrations.some((one) => has(one, ['integrationSubtype'])) ||
    authorizers.includes('jwt');
  const isRest =
    // HTTP APIs import OpenAPI 3 only. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html
    body.entries.has('swagger') ||
    has(body, ONLY_REST) ||
    operations.some(({ value }) => has(value, ['x-amazon-apigateway-request-validator'])) ||
    integrations.some((one) => has(one, INTEGRATION_OF_REST) || ['aws', 'http', 'mock'].includes(typeOf(one))) ||
    authorizers.some((type) => type === 'token' || type === 'cognito_user_pools');
  if (isHttp !== isRest) return { as: isHttp ? 'http' : 'rest', because: null };
  if (isHttp) return { as: 'rest', because: 'it holds what only HTTP APIs and what only REST APIs know' };
  // REST APIs do not know it, and take no notice of it.
  const isPayload2 = integrations.some((one) => /^2(?:\.0)?$/.test(textOf(find(one, 'payloadFormatVersion')[0]?.value) ?? ''));
  return isPayload2
    ? { as: 'http', because: null }
    : { as: 'rest', because: 'it holds nothing that only REST APIs or only HTTP APIs know' };
}

const ONLY_REST = [
  'x-amazon-apigateway-request-validator',
  'x-amazon-apigateway-request-validators',
  'x-amazon-apigateway-gateway-responses',
  'x-amazon-apigateway-policy',
  'x-amazon-apigateway-api-key-source',
  'x-amazon-apigateway-minimum-compression-size',
  'x-amazon-apigateway-binary-media-types',
  'x-amazon-apigateway-documentation',
  'x-amazon-apigateway-security-policy',
] as const;

const INTEGRATION_OF_REST = [
  'requestTemplates',
  'responses',
  'passthroughBehavior',
  'contentHandling',
  'cacheKeyParameters',
  'responseTransferMode',
] as const;
