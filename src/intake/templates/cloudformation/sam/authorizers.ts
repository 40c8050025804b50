import { section, text } from '../../build-value.ts';
import { entryAt } from '../../each-branch.ts';
import { find, findEntries, findItems, textOf } from '../../lookup.ts';
import type { Entry, Place, Section, Value } from '../../value.ts';
import { invocationOf } from './arns.ts';

const AUTHORIZER = 'x-amazon-apigateway-authorizer';

/** The security schemes that SAM writes for `Auth.Authorizers` of a REST API, by name. */
export function restSchemes(auth: Value | null): ReadonlyMap<string, Entry> {
  return new Map(schemesOf(auth, restScheme));
}

/** And of an HTTP API. */
export function httpSchemes(auth: Value | null): ReadonlyMap<string, Entry> {
  return new Map(schemesOf(auth, httpScheme));
}

function schemesOf(auth: Value | null, schemeOf: (authorizer: Section, at: Place) => Section) {
  return findEntries(auth, 'Authorizers').flatMap(({ name, at, value }): readonly (readonly [string, Entry])[] =>
    value.kind === 'section' ? [[name, { key: at, value: schemeOf(value, at) }]] : [],
  );
}

function restScheme(authorizer: Section, at: Place): Section {
  const pool = authorizer.entries.get('UserPoolArn');
  const payload = authorizer.entries.get('FunctionPayloadType');
  const isRequest = textOf(payload?.value) === 'REQUEST';
  const header = find(authorizer, 'Identity', 'Header').at(0);
  const kind = pool !== undefined ? 'cognito_user_pools' : isRequest ? 'request' : 'token';
  const expression = find(authorizer, 'Identity', 'ValidationExpression').at(0);
  const typeAt = pool?.key ?? payload?.key ?? at;
  return section(at, {
    type: text('apiKey', at),
    name:
      isRequest && pool === undefined
        ? text('Unused', at)
        : header === undefined
          ? text('Authorization', at)
          : { key: header.at, value: header.value },
    in: text('header', at),
    'x-amazon-apigateway-authtype': text(pool === undefined ? 'custom' : 'cognito_user_pools', at),
    [AUTHORIZER]: {
      key: at,
      value: section(at, {
        type: { key: typeAt, value: text(kind, typeAt) },
        providerARNs:
          pool === undefined
            ? null
            : entryAt(pool, pool.value.kind === 'list' ? pool.value : { kind: 'list', at: pool.key, items: [pool.value] }),
        ...(pool === undefined ? ofFunction(authorizer, isRequest ? joined(authorizer) : null) : {}),
        identityValidationExpression: expression === undefined || isRequest ? null : { key: expression.at, value: expression.value },
      }),
    },
  });
}

function httpScheme(authorizer: Section, at: Place): Section {
  const jwt = authorizer.entries.get('JwtConfiguration');
  if (jwt !== undefined) {
    return section(at, {
      type: text('oauth2', at),
      [AUTHORIZER]: {
        key: at,
        value: section(at, {
          type: { key: jwt.key, value: text('jwt', jwt.key) },
          identitySource: authorizer.entries.get('IdentitySource'),
          // API Gateway's extension has these keys in small letters; people write them as CloudFormation has them.
          jwtConfiguration: {
            key: jwt.key,
            value: section(
              jwt.key,
              Object.fromEntries(findEntries(jwt.value).map((one) => [one.name.toLowerCase(), { key: one.at, value: one.value }])),
            ),
          },
        }),
      },
    });
  }
  const sources = identities(authorizer, HTTP_SOURCES);
  const [first] = sources;
  return section(at, {
    type: text('apiKey', at),
    name: text('Unused', at),
    in: text('header', at),
    [AUTHORIZER]: {
      key: at,
      value: section(at, {
        type: text('request', at),
        ...ofFunction(authorizer, first === undefined ? null : { key: first.at, value: { kind: 'list', at: first.at, items: sources } }),
        authorizerPayloadFormatVersion: authorizer.entries.get('AuthorizerPayloadFormatVersion'),
        enableSimpleResponses: authorizer.entries.get('EnableSimpleResponses'),
      }),
    },
  });
}

function ofFunction(authorizer: Section, identitySource: Entry | null): Record<string, Entry | null> {
  const lambda = authorizer.entries.get('FunctionArn');
  const role = authorizer.entries.get('FunctionInvokeRole');
  const ttl = find(authorizer, 'Identity', 'ReauthorizeEvery').at(0);
  return {
    authorizerUri: lambda === undefined ? null : { key: lambda.key, value: invocationOf(lambda.value, lambda.value.at) },
    authorizerCredentials: role === undefined || textOf(role.value) === 'NONE' ? null : role,
    authorizerResultTtlInSeconds: ttl === undefined ? null : { key: ttl.at, value: ttl.value },
    identitySource,
  };
}

const REST_SOURCES = {
  Headers: 'method.request.header.',
  QueryStrings: 'method.request.querystring.',
  StageVariables: 'stageVariables.',
  Context: 'context.',
};
const HTTP_SOURCES = {
  Headers: '$request.header.',
  QueryStrings: '$request.querystring.',
  StageVariables: '$stageVariables.',
  Context: '$context.',
};

function identities(authorizer: Section, prefixes: Readonly<Record<string, string>>): readonly Value[] {
  return Object.entries(prefixes).flatMap(([name, prefix]) =>
    findItems(authorizer, 'Identity', name).flatMap(({ value, at }): readonly Value[] =>
      value.kind === 'text' ? [text(`${prefix}${value.text}`, at)] : [value],
    ),
  );
}

function joined(authorizer: Section): Entry | null {
  const sources = identities(authorizer, REST_SOURCES);
  const [first] = sources;
  if (first === undefined) return null;
  return { key: first.at, value: text(sources.map((one) => textOf(one) ?? '').join(', '), first.at) };
}
