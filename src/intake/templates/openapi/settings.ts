import { section } from '../build-value.ts';
import { renamed, renamedSection, upper } from '../each-branch.ts';
import type { Entry, Section, Value } from '../value.ts';
import { derive, type Expansion } from './expansion.ts';

/** What the definition states of the API itself, as properties of the API in CloudFormation. */
export function settingsOf({ document, type }: Expansion): Section {
  const { body } = document;
  const [info] = document.find('info');
  const entries: (readonly [string, Entry])[] = [
    ...(info?.value.kind === 'section' ? renamed(info.value, { title: 'Name', description: 'Description', version: 'Version' }) : []),
    ...renamed(
      body,
      type === 'rest'
        ? {
            'x-amazon-apigateway-policy': 'Policy',
            'x-amazon-apigateway-api-key-source': ['ApiKeySourceType', upper],
            'x-amazon-apigateway-minimum-compression-size': 'MinimumCompressionSize',
            'x-amazon-apigateway-binary-media-types': 'BinaryMediaTypes',
            'x-amazon-apigateway-security-policy': 'SecurityPolicy',
            'x-amazon-apigateway-endpoint-access-mode': 'EndpointAccessMode',
          }
        : { 'x-amazon-apigateway-cors': ['CorsConfiguration', cors] },
    ),
  ];
  // OpenAPI 3 has it below the servers, Swagger 2 at the top.
  const servers = document.find('servers').flatMap(({ value }) => (value.kind === 'list' ? value.items : []));
  for (const place of [body, ...servers.map((one) => document.resolve(one))]) {
    const entry = place.kind === 'section' ? place.entries.get('x-amazon-apigateway-endpoint-configuration') : undefined;
    if (entry === undefined) continue;
    if (entry.value.kind !== 'section') {
      entries.push(['EndpointConfiguration', entry]);
      continue;
    }
    entries.push(...renamed(entry.value, { disableExecuteApiEndpoint: 'DisableExecuteApiEndpoint' }));
    const inside = renamed(entry.value, { vpcEndpointIds: 'VpcEndpointIds', ipAddressType: 'IpAddressType' });
    if (inside.length > 0)
      entries.push(['EndpointConfiguration', { key: entry.key, value: section(entry.key, Object.fromEntries(inside)) }]);
  }
  return { kind: 'section', at: body.at, entries: new Map(entries) };
}

const cors = (value: Value) =>
  renamedSection(value, {
    allowOrigins: 'AllowOrigins',
    allowCredentials: 'AllowCredentials',
    allowMethods: 'AllowMethods',
    allowHeaders: 'AllowHeaders',
    exposeHeaders: 'ExposeHeaders',
    maxAge: 'MaxAge',
  });

/** Gateway responses and parts of documentation, each a resource of its own. */
export function deriveOfRest(expansion: Expansion): void {
  const { document } = expansion;
  for (const { name, at, value, conditions } of document.entries(document.body, 'x-amazon-apigateway-gateway-responses')) {
    derive(expansion, {
      type: 'AWS::ApiGateway::GatewayResponse',
      part: `gateway response ${name}`,
      at,
      conditions,
      properties: {
        ResponseType: { kind: 'text', text: name, at },
        ...(value.kind === 'section'
          ? Object.fromEntries(
              renamed(value, {
                statusCode: 'StatusCode',
                responseParameters: 'ResponseParameters',
                responseTemplates: 'ResponseTemplates',
              }),
            )
          : {}),
      },
    });
  }
  for (const { value, at, conditions } of document.find('x-amazon-apigateway-documentation', 'documentationParts')) {
    for (const part of value.kind === 'list' ? value.items : []) {
      derive(expansion, {
        type: 'AWS::ApiGateway::DocumentationPart',
        part: 'documentation',
        at: part.at,
        conditions,
        properties:
          part.kind === 'section'
            ? Object.fromEntries(renamed(part, { location: 'Location', properties: 'Properties' }))
            : { Properties: { key: at, value: part } },
      });
    }
  }
}
