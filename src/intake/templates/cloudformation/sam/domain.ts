import { section, text } from '../../build-value.ts';
import { find, findItems, patternOf, textOf } from '../../lookup.ts';
import type { Resource } from '../../template.ts';
import type { Entry, Place, Section, Value } from '../../value.ts';
import type { Draft } from '../draft.ts';
import { inJson } from '../in-json.ts';
import { derived, kept, linkTo, listOf, siblingKey } from './derived.ts';
import { stageId } from './names.ts';

/** The domain name that `Domain` makes, and what maps it to the API. */
export function domainOf(draft: Draft, properties: Section, type: 'rest' | 'v2'): readonly Resource[] {
  return find(properties, 'Domain').flatMap(({ value, at }) => {
    if (value.kind !== 'section') return [];
    const endpoint = value.entries.get('EndpointConfiguration');
    const isPrivate = type === 'rest' && textOf(endpoint?.value) === 'PRIVATE';
    const id = `Domain ${type} ${named(value.entries.get('DomainName')?.value)}`;
    const kind =
      type === 'v2' ? 'AWS::ApiGatewayV2::DomainName' : isPrivate ? 'AWS::ApiGateway::DomainNameV2' : 'AWS::ApiGateway::DomainName';
    const domain = derived(draft, id, 'Domain', kind, type === 'v2' ? v2Domain(value, at) : restDomain(value, at, isPrivate));
    return [
      domain,
      ...mappings(draft, value, at, type, isPrivate, siblingKey(draft, id)),
      ...access(draft, value, siblingKey(draft, id), isPrivate),
    ];
  });
}

/** APIs that name the same domain share it. */
function named(name: Value | undefined): string {
  return inJson(name ?? null)
    .map((part) =>
      typeof part === 'string' ? part : part.kind === 'link' ? part.target : part.kind === 'unknown' ? part.because : part.kind,
    )
    .join('');
}

function restDomain(domain: Section, at: Place, isPrivate: boolean): Section {
  const endpoint = domain.entries.get('EndpointConfiguration');
  const certificate = domain.entries.get('CertificateArn');
  const place = endpoint?.key ?? at;
  const kind = endpoint?.value ?? text('REGIONAL', place);
  const isRegional = textOf(kind) === 'REGIONAL';
  return section(at, {
    ...kept(domain, [
      'DomainName',
      'SecurityPolicy',
      'MutualTlsAuthentication',
      'OwnershipVerificationCertificateArn',
      'EndpointAccessMode',
      'Policy',
    ]),
    [isRegional && !isPrivate ? 'RegionalCertificateArn' : 'CertificateArn']: certificate,
    EndpointConfiguration: {
      key: place,
      value: section(place, { Types: listOf([kind], place), IpAddressType: domain.entries.get('IpAddressType') }),
    },
  });
}

function v2Domain(domain: Section, at: Place): Section {
  const endpoint = domain.entries.get('EndpointConfiguration');
  const configuration = section(at, {
    ...kept(domain, ['CertificateArn', 'SecurityPolicy', 'IpAddressType', 'OwnershipVerificationCertificateArn']),
    EndpointType: endpoint ?? text('REGIONAL', at),
  });
  return section(at, {
    ...kept(domain, ['DomainName', 'MutualTlsAuthentication']),
    DomainNameConfigurations: listOf([configuration], at),
  });
}

/** Without a base path there is one mapping, of all of the domain. */
function mappings(
  draft: Draft,
  domain: Section,
  at: Place,
  type: 'rest' | 'v2',
  isPrivate: boolean,
  domainKey: string,
): readonly Resource[] {
  const paths = findItems(domain, 'BasePath').filter(({ value }) => patternOf(value) !== '');
  const clean = textOf(domain.entries.get('NormalizeBasePath')?.value)?.toLowerCase() !== 'false';
  const of = (path: Entry | null, index: number) => {
    const stage = linkTo(siblingKey(draft, stageId(draft.id)), at);
    const name = linkTo(domainKey, at);
    const api = linkTo(draft.key, at);
    const properties =
      type === 'v2'
        ? { DomainName: name, ApiId: api, Stage: stage, ApiMappingKey: path }
        : { [isPrivate ? 'DomainNameArn' : 'DomainName']: name, RestApiId: api, Stage: stage, BasePath: path };
    const kind =
      type === 'v2'
        ? 'AWS::ApiGatewayV2::ApiMapping'
        : isPrivate
          ? 'AWS::ApiGateway::BasePathMappingV2'
          : 'AWS::ApiGateway::BasePathMapping';
    return derived(draft, `${draft.id}.Mapping${index}`, 'Domain', kind, section(path?.key ?? at, properties));
  };
  if (paths.length === 0) return [of(null, 0)];
  return paths.map(({ value, at: key }, index) => {
    if (value.kind !== 'text') return of({ key, value }, index);
    const written =
      type === 'v2' ? value.text.replaceAll(/^\/+|\/+$/g, '') : clean ? value.text.replaceAll(/[^A-Za-z0-9]/g, '') : value.text;
    return of({ key, value: { ...value, text: written } }, index);
  });
}

/** A VPC endpoint that may reach a private domain. */
function access(draft: Draft, domain: Section, domainKey: string, isPrivate: boolean): readonly Resource[] {
  const [endpoint] = isPrivate ? find(domain, 'AccessAssociation', 'VpcEndpointId') : [];
  if (endpoint === undefined) return [];
  const { at, value } = endpoint;
  const properties = section(at, {
    DomainNameArn: linkTo(domainKey, at),
    AccessAssociationSourceType: text('VPCE', at),
    AccessAssociationSource: { key: at, value },
  });
  return [derived(draft, `${draft.id}.DomainAccess`, 'Domain', 'AWS::ApiGateway::DomainNameAccessAssociation', properties)];
}
