import { text, unknown } from '../../build-value.ts';
import { eachText, upper } from '../../each-branch.ts';
import { patternOf, textOf } from '../../lookup.ts';
import type { Entry, Place, Section, Value } from '../../value.ts';
import { NAMES } from '../names.ts';
import { inside, invocationOf, linkTo, make, type Service } from '../service.ts';
import { byFramework } from '../variables/variables.ts';
import { apiIdOf } from './api.ts';

type Access = Readonly<Record<string, Entry>>;

/** Who may call the method of an `http` event. */
export function accessOf(service: Service, stated: Section, at: Place): Access {
  const entry = stated.entries.get('authorizer');
  if (entry === undefined) return { AuthorizationType: { key: at, value: text('NONE', at) } };
  const { key, value } = entry;
  const type = (content: string | Value): Access => ({
    AuthorizationType: { key, value: typeof content === 'string' ? text(content, key) : content },
  });
  if (value.kind === 'section') return bySection(service, value, key);
  if (value.kind !== 'text') return value.kind === 'unknown' ? type(value) : byArn(service, value, key, null);
  if (value.text.toUpperCase() === 'AWS_IAM') return type('AWS_IAM');
  return value.text.includes(':') ? byArn(service, value, key, null) : byName(service, value.text, key, null);
}

function bySection(service: Service, stated: Section, key: Place): Access {
  const [type, id, arn, name] = ['type', 'authorizerId', 'arn', 'name'].map((one) => inside(stated, one));
  if (type && id) {
    const kind = eachText(upper(type.value), (one) => (one === 'TOKEN' || one === 'REQUEST' ? 'CUSTOM' : one));
    return { AuthorizationType: { key: type.key, value: kind }, AuthorizerId: id, ...scopesOf(stated) };
  }
  if (type && textOf(type.value)?.toUpperCase() === 'AWS_IAM')
    return { AuthorizationType: { key: type.key, value: text('AWS_IAM', type.key) } };
  if (arn) return byArn(service, arn.value, arn.key, stated);
  const named = textOf(name?.value);
  if (named !== null) return byName(service, named, key, stated);
  return { AuthorizationType: { key, value: unknown(key, 'the authorizer has neither name nor ARN') } };
}

/** A function of the service: a TOKEN authorizer, unless its type is stated. */
function byName(service: Service, name: string, key: Place, stated: Section | null): Access {
  return derive(service, name, linkTo(service, NAMES.function(name), key, 'Arn'), key, stated);
}

function byArn(service: Service, arn: Value, key: Place, stated: Section | null): Access {
  const last = /[^:-]*$/.exec(textOf(arn) ?? '')?.[0] ?? '';
  const name = textOf(inside(stated, 'name')?.value) ?? (last === '' ? patternOf(arn) : last);
  return derive(service, name, arn, key, stated);
}

function derive(service: Service, name: string, arn: Value, key: Place, stated: Section | null): Access {
  const type = typeOf(arn, inside(stated, 'type'), key);
  const isPool = textOf(type.value) === 'COGNITO_USER_POOLS';
  const ttl = inside(stated, 'resultTtlInSeconds');
  const cachesNothing = textOf(type.value) === 'REQUEST' && textOf(ttl?.value) === '0';
  make(service, {
    name: NAMES.restAuthorizer(name),
    id: name,
    type: 'AWS::ApiGateway::Authorizer',
    at: key,
    properties: {
      RestApiId: apiIdOf(service, key),
      Name: inside(stated, 'name') ?? text(name, key),
      Type: type,
      ...(isPool ? { ProviderARNs: { kind: 'list', at: key, items: [arn] } } : { AuthorizerUri: invocationOf(arn, key) }),
      IdentitySource: inside(stated, 'identitySource') ?? (cachesNothing ? null : byFramework('method.request.header.Authorization', key)),
      IdentityValidationExpression: inside(stated, 'identityValidationExpression'),
      AuthorizerResultTtlInSeconds: ttl,
    },
  });
  return {
    AuthorizationType: { key, value: eachText({ ...type.value, at: key }, (one) => (one === 'COGNITO_USER_POOLS' ? one : 'CUSTOM')) },
    AuthorizerId: { key, value: linkTo(service, NAMES.restAuthorizer(name), key) },
    ...(isPool ? scopesOf(stated) : {}),
  };
}

/** The ARN of a user pool makes a Cognito authorizer; of one that is not known, its kind is not known either. */
function typeOf(arn: Value, stated: Entry | null, at: Place): Entry {
  if (patternOf(arn).includes(':cognito-idp:')) return { key: at, value: text('COGNITO_USER_POOLS', at) };
  if (stated !== null) return { key: stated.key, value: upper(stated.value) };
  return { key: at, value: arn.kind === 'unknown' ? arn : text('TOKEN', at) };
}

function scopesOf(stated: Section | null): Access {
  const scopes = inside(stated, 'scopes');
  return scopes === null ? {} : { AuthorizationScopes: scopes };
}
