import { compose, section, text, unknown } from '../../build-value.ts';
import { entryAt, upper } from '../../each-branch.ts';
import { findItems, textOf, truthOf } from '../../lookup.ts';
import type { Entry, Place, Value } from '../../value.ts';
import { NAMES } from '../names.ts';
import { inside, keyOf, linkTo, make, type Service } from '../service.ts';
import { byFramework } from '../variables/variables.ts';
import { acts } from './plugins.ts';

const APIS = { rest: NAMES.restApi, http: NAMES.httpApi, websocket: NAMES.webSocketApi } as const;
type ApiType = keyof typeof APIS;

/**
 * The domain names of `serverless-domain-manager`: one in `custom.customDomain`, or a list in `custom.customDomains`. Version 4
 * has them at the provider too. https://www.serverless.com/framework/docs/providers/aws/guide/domains
 */
export function deriveDomains(service: Service): void {
  if (!acts(service, 'domains')) return;
  const isNew = service.version === null || service.version >= 4;
  const all = [...(isNew ? ['provider.domain', 'provider.domains'] : []), 'custom.customDomain', 'custom.customDomains'].flatMap((path) => {
    const entry = service.entry(...path.split('.'));
    if (entry === null) return [];
    return path.endsWith('s') ? findItems(entry.value).map(({ value, at }): Entry => ({ key: at, value })) : [entry];
  });
  const present = (Object.keys(APIS) as ApiType[]).filter((type) => service.resources.has(APIS[type]));
  for (const [index, stated] of all.entries()) {
    const parts = (Object.keys(APIS) as ApiType[]).flatMap((type) => {
      const part = inside(stated.value, type);
      return part?.value.kind === 'section' ? [{ type, part }] : [];
    });
    // Each type of API may have a part of its own; otherwise the type is stated, or the only one there is.
    const own = textOf(inside(stated.value, 'apiType')?.value)?.toLowerCase();
    const type = present.find((name) => name === own) ?? (own === undefined ? present[0] : undefined);
    if (parts.length > 0) for (const { type: which, part } of parts) deriveDomain(service, `${index}.${which}`, which, part);
    else if (type !== undefined) deriveDomain(service, String(index), type, stated);
  }
}

function deriveDomain(service: Service, part: string, type: ApiType, stated: Entry): void {
  if (!service.resources.has(APIS[type])) return;
  if (stated.value.kind === 'unknown') {
    const { because, give } = stated.value;
    service.gaps.push({
      at: stated.key,
      what: 'the domain name of the API is not known',
      because,
      give,
      concerns: [keyOf(service, APIS[type])],
    });
    return;
  }
  const setting = (name: string) => inside(stated.value, name);
  if (truthOf(setting('enabled')?.value) === false) return;
  const { key } = stated;
  const name = `CustomDomain${part}`;
  const [truststore, policy, endpoint] = [setting('tlsTruststoreUri'), setting('securityPolicy'), setting('endpointType')];
  const described = {
    DomainName: setting('domainName') ?? setting('name') ?? (stated.value.kind === 'section' ? null : stated),
    MutualTlsAuthentication: truststore === null ? null : section(truststore.key, { TruststoreUri: truststore }),
  };
  const security = policy === null ? null : entryAt(policy, securityOf(policy.value));
  const types = endpoint === null ? byFramework('REGIONAL', key) : entryAt(endpoint, upper(endpoint.value));
  const id = 'customDomain';
  const domain = { name, id, part, at: key } as const;
  const mapping = { name: `${name}Mapping`, id, part, at: key } as const;
  const link = { DomainName: linkTo(service, name, key) };
  if (type === 'rest') {
    const configuration = section(key, { Types: { kind: 'list', at: types.key, items: [types.value] } });
    make(service, {
      ...domain,
      type: 'AWS::ApiGateway::DomainName',
      properties: {
        ...described,
        EndpointConfiguration: configuration,
        SecurityPolicy: security,
        EndpointAccessMode: setting('accessMode'),
      },
    });
    make(service, {
      ...mapping,
      type: 'AWS::ApiGateway::BasePathMapping',
      properties: {
        ...link,
        RestApiId: linkTo(service, NAMES.restApi, key),
        Stage: setting('stage') ?? linkTo(service, NAMES.restStage, key),
        BasePath: setting('basePath'),
      },
    });
    return;
  }
  const stage = type === 'http' ? NAMES.httpStage : NAMES.webSocketStage;
  const configuration = section(key, { EndpointType: types, SecurityPolicy: security });
  make(service, {
    ...domain,
    type: 'AWS::ApiGatewayV2::DomainName',
    properties: { ...described, DomainNameConfigurations: { kind: 'list', at: key, items: [configuration] } },
  });
  make(service, {
    ...mapping,
    type: 'AWS::ApiGatewayV2::ApiMapping',
    properties: {
      ...link,
      ApiId: linkTo(service, APIS[type], key),
      Stage: setting('stage') ?? linkTo(service, stage, key),
      ApiMappingKey: setting('basePath'),
    },
  });
}

/** `tls_1_2` is `TLS_1_2`; the names of the newer policies stay. */
function securityOf(value: Value): Value {
  return textOf(value)?.startsWith('SecurityPolicy_') === true ? value : upper(value);
}

/** The web ACL of `serverless-associate-waf`, which names one that is elsewhere. */
export function deriveWebAcl(service: Service): void {
  const stated = acts(service, 'webAcl') ? service.entry('custom', 'associateWaf') : null;
  if (stated === null || !service.resources.has(NAMES.restApi)) return;
  const { key } = stated;
  const name = inside(stated.value, 'name');
  const isClassic = textOf(inside(stated.value, 'version')?.value)?.toLowerCase() !== 'v2';
  const resource: Value = compose(
    [
      'arn:',
      later('the partition', key),
      ':apigateway:',
      later('the Region', key),
      '::/restapis/',
      linkTo(service, NAMES.restApi, key),
      '/stages/',
      service.stage.value,
    ],
    key,
  );
  const acl = unknown(key, `the web ACL ${textOf(name?.value) ?? ''} is elsewhere`, 'the template that makes the web ACL');
  make(service, {
    name: 'AssociateWaf',
    id: 'associateWaf',
    type: isClassic ? 'AWS::WAFRegional::WebACLAssociation' : 'AWS::WAFv2::WebACLAssociation',
    at: key,
    properties: { ResourceArn: resource, [isClassic ? 'WebACLId' : 'WebACLArn']: acl },
  });
}

/** What `serverless-aws-documentation` writes into the REST API. */
export function deriveDocumentation(service: Service): void {
  const stated = acts(service, 'documentation') ? service.entry('custom', 'documentation') : null;
  if (stated === null || !service.resources.has(NAMES.restApi)) return;
  make(service, {
    name: 'Documentation',
    id: 'documentation',
    type: 'AWS::ApiGateway::DocumentationPart',
    at: stated.key,
    properties: { RestApiId: linkTo(service, NAMES.restApi, stated.key), Location: section(stated.key, { Type: text('API', stated.key) }) },
  });
}

const later = (what: string, at: Place) => unknown(at, `${what} is known when it is deployed`);
