import type { Kind } from './kind.ts';
import { changed, eachItem, flattened, keyed, wrapped } from './reshape.ts';

const TIMEOUT = { timeout_milliseconds: 'TimeoutInMillis' };

/** Resources of REST APIs. What CloudFormation says inside a method stands for itself here, as in Terraform. */
export const REST: Readonly<Record<string, Kind>> = {
  aws_api_gateway_account: { type: 'AWS::ApiGateway::Account', names: { cloudwatch_role_arn: 'CloudWatchRoleArn' } },
  aws_api_gateway_api_key: { type: 'AWS::ApiGateway::ApiKey' },
  aws_api_gateway_authorizer: {
    type: 'AWS::ApiGateway::Authorizer',
    names: { provider_arns: 'ProviderARNs' },
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_authorizer, read 2026-11-30
    defaults: { Type: 'TOKEN', IdentitySource: 'method.request.header.Authorization' },
  },
  aws_api_gateway_base_path_mapping: {
    type: 'AWS::ApiGateway::BasePathMapping',
    names: { api_id: 'RestApiId', stage_name: 'Stage' },
  },
  aws_api_gateway_client_certificate: { type: 'AWS::ApiGateway::ClientCertificate' },
  aws_api_gateway_deployment: {
    type: 'AWS::ApiGateway::Deployment',
    names: { canary_settings: 'DeploymentCanarySettings' },
    shape: (stated) => {
      const { entries } = stated;
      // A description of the stage is a text in Terraform.
      const rest = { ...stated, entries: new Map([...entries].filter(([name]) => name !== 'StageDescription')) };
      return wrapped(rest, 'StageDescription', ['Variables']);
    },
  },
  aws_api_gateway_documentation_part: { type: 'AWS::ApiGateway::DocumentationPart' },
  aws_api_gateway_documentation_version: { type: 'AWS::ApiGateway::DocumentationVersion', names: { version: 'DocumentationVersion' } },
  aws_api_gateway_domain_name: { type: 'AWS::ApiGateway::DomainName', documents: ['policy'] },
  aws_api_gateway_domain_name_access_association: { type: 'AWS::ApiGateway::DomainNameAccessAssociation' },
  aws_api_gateway_gateway_response: { type: 'AWS::ApiGateway::GatewayResponse' },
  aws_api_gateway_integration: { type: 'AWS::ApiGateway::Integration', names: TIMEOUT },
  aws_api_gateway_integration_response: { type: 'AWS::ApiGateway::IntegrationResponse' },
  aws_api_gateway_method: { type: 'AWS::ApiGateway::Method', names: { authorization: 'AuthorizationType' } },
  aws_api_gateway_method_response: { type: 'AWS::ApiGateway::MethodResponse' },
  aws_api_gateway_method_settings: {
    type: 'AWS::ApiGateway::MethodSettings',
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings: -1 is no limit; read 2026-11-30
    unset: { throttling_burst_limit: '-1', throttling_rate_limit: '-1' },
    shape: (stated) => flattened(stated, 'Settings'),
  },
  aws_api_gateway_model: { type: 'AWS::ApiGateway::Model' },
  aws_api_gateway_request_validator: { type: 'AWS::ApiGateway::RequestValidator' },
  aws_api_gateway_resource: { type: 'AWS::ApiGateway::Resource' },
  aws_api_gateway_rest_api: {
    type: 'AWS::ApiGateway::RestApi',
    names: { api_key_source: 'ApiKeySourceType', put_rest_api_mode: 'Mode' },
    documents: ['policy', 'body'],
    unset: { minimum_compression_size: '-1' },
  },
  aws_api_gateway_rest_api_policy: { type: 'AWS::ApiGateway::RestApiPolicy', documents: ['policy'] },
  aws_api_gateway_rest_api_put: { type: 'AWS::ApiGateway::RestApiPut', documents: ['body'] },
  aws_api_gateway_stage: {
    type: 'AWS::ApiGateway::Stage',
    names: { access_log_settings: 'AccessLogSetting', canary_settings: 'CanarySetting', xray_tracing_enabled: 'TracingEnabled' },
  },
  aws_api_gateway_usage_plan: {
    type: 'AWS::ApiGateway::UsagePlan',
    names: { throttle_settings: 'Throttle', quota_settings: 'Quota', name: 'UsagePlanName' },
    lists: ['api_stages', 'throttle'],
    shape: (stated) =>
      changed(stated, 'ApiStages', (stages) =>
        eachItem(stages, (stage) => changed(stage, 'Throttle', (methods) => keyed(methods, 'Path'))),
      ),
  },
  aws_api_gateway_usage_plan_key: { type: 'AWS::ApiGateway::UsagePlanKey' },
  aws_api_gateway_vpc_link: { type: 'AWS::ApiGateway::VpcLink' },
};
