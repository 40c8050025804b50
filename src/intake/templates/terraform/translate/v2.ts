import type { Section, Value } from '../../value.ts';
import type { Kind } from './kind.ts';
import { changed, eachItem, keyed, listed } from './reshape.ts';

/** Resources of HTTP and WebSocket APIs. */
export const V2: Readonly<Record<string, Kind>> = {
  aws_apigatewayv2_api: { type: 'AWS::ApiGatewayV2::Api', documents: ['body'] },
  aws_apigatewayv2_api_mapping: { type: 'AWS::ApiGatewayV2::ApiMapping' },
  aws_apigatewayv2_authorizer: { type: 'AWS::ApiGatewayV2::Authorizer', names: { identity_sources: 'IdentitySource' } },
  aws_apigatewayv2_deployment: { type: 'AWS::ApiGatewayV2::Deployment' },
  aws_apigatewayv2_domain_name: {
    type: 'AWS::ApiGatewayV2::DomainName',
    names: { domain_name_configuration: 'DomainNameConfigurations' },
    lists: ['domain_name_configuration'],
  },
  aws_apigatewayv2_integration: {
    type: 'AWS::ApiGatewayV2::Integration',
    names: { timeout_milliseconds: 'TimeoutInMillis' },
    lists: ['response_parameters'],
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_integration, read 2026-11-30
    defaults: { PayloadFormatVersion: '1.0' },
    shape: (stated) => changed(stated, 'ResponseParameters', byStatus),
  },
  aws_apigatewayv2_integration_response: { type: 'AWS::ApiGatewayV2::IntegrationResponse' },
  aws_apigatewayv2_model: { type: 'AWS::ApiGatewayV2::Model' },
  aws_apigatewayv2_route: {
    type: 'AWS::ApiGatewayV2::Route',
    names: { request_parameter: 'RequestParameters' },
    lists: ['request_parameter'],
    shape: (stated) => changed(stated, 'RequestParameters', (all) => keyed(all, 'RequestParameterKey')),
  },
  aws_apigatewayv2_route_response: { type: 'AWS::ApiGatewayV2::RouteResponse' },
  aws_apigatewayv2_routing_rule: { type: 'AWS::ApiGatewayV2::RoutingRule', lists: ['conditions', 'actions', 'match_headers'] },
  aws_apigatewayv2_stage: {
    type: 'AWS::ApiGatewayV2::Stage',
    names: { name: 'StageName' },
    lists: ['route_settings'],
    shape: (stated) => changed(stated, 'RouteSettings', (all) => keyed(all, 'RouteKey')),
  },
  aws_apigatewayv2_vpc_link: { type: 'AWS::ApiGatewayV2::VpcLink' },
};

/** By status, each with what it maps: `append:header.x` from a value. */
function byStatus(value: Value): Value {
  const inside = (item: Section): Section => {
    const entry = item.entries.get('Mappings');
    const rest = [...item.entries].filter(([name]) => name !== 'Mappings');
    const mapped = entry && ([['ResponseParameters', { ...entry, value: listed(entry.value, 'Destination', 'Source') }]] as const);
    return { ...item, entries: new Map([...rest, ...(mapped ?? [])]) };
  };
  return keyed(eachItem(value, inside), 'StatusCode');
}
