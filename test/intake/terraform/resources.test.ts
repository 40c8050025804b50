// What resources of Terraform are in CloudFormation's words: each row is a block and what is read of it.
import { expect, test } from 'vitest';
import { resourcesIn, templateIn } from './folder.ts';

const API = '→ aws_api_gateway_rest_api.api';
const HTTP = '→ aws_apigatewayv2_api.api';
const AROUND = `
resource "aws_api_gateway_rest_api" "api" { name = "orders" }
resource "aws_apigatewayv2_api" "api" {
  name          = "orders"
  protocol_type = "HTTP"
}
resource "aws_lambda_function" "f" { function_name = "f" }
`;

test.each<[type: string, body: string, is: string, properties: object]>([
  [
    'aws_api_gateway_rest_api',
    `name = "x"
  api_key_source               = "AUTHORIZER"
  minimum_compression_size     = 1024
  binary_media_types           = ["image/*"]
  disable_execute_api_endpoint = true
  endpoint_configuration {
    types            = ["PRIVATE"]
    vpc_endpoint_ids = ["vpce-1"]
  }`,
    'AWS::ApiGateway::RestApi',
    {
      Name: 'x',
      ApiKeySourceType: 'AUTHORIZER',
      MinimumCompressionSize: '1024',
      BinaryMediaTypes: ['image/*'],
      DisableExecuteApiEndpoint: 'true',
      EndpointConfiguration: { Types: ['PRIVATE'], VpcEndpointIds: ['vpce-1'] },
    },
  ],
  ['aws_api_gateway_rest_api', 'minimum_compression_size = -1', 'AWS::ApiGateway::RestApi', {}],
  [
    'aws_api_gateway_resource',
    `rest_api_id = aws_api_gateway_rest_api.api.id
  parent_id   = aws_api_gateway_rest_api.api.root_resource_id
  path_part   = "{proxy+}"`,
    'AWS::ApiGateway::Resource',
    { RestApiId: API, ParentId: `${API}.RootResourceId`, PathPart: '{proxy+}' },
  ],
  [
    'aws_api_gateway_method',
    `http_method = "GET"
  authorization        = "CUSTOM"
  authorizer_id        = aws_api_gateway_rest_api.api.id
  authorization_scopes = ["a/read"]
  api_key_required     = true
  request_validator_id = "v"
  request_models       = { "application/json" = "Order" }
  request_parameters   = { "method.request.path.order_id" = true }`,
    'AWS::ApiGateway::Method',
    {
      HttpMethod: 'GET',
      AuthorizationType: 'CUSTOM',
      AuthorizerId: API,
      AuthorizationScopes: ['a/read'],
      ApiKeyRequired: 'true',
      RequestValidatorId: 'v',
      RequestModels: { 'application/json': 'Order' },
      RequestParameters: { 'method.request.path.order_id': 'true' },
    },
  ],
  [
    'aws_api_gateway_integration',
    `type = "AWS"
  http_method             = "POST"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.f.invoke_arn
  timeout_milliseconds    = 60000
  passthrough_behavior    = "NEVER"
  connection_type         = "VPC_LINK"
  integration_target      = "arn:lb"
  response_transfer_mode  = "STREAM"
  cache_key_parameters    = ["method.request.path.id"]
  request_templates = {
    "application/json" = jsonencode({ input = "$input.json('$')" })
  }
  tls_config { insecure_skip_verification = true }`,
    'AWS::ApiGateway::Integration',
    {
      Type: 'AWS',
      HttpMethod: 'POST',
      IntegrationHttpMethod: 'POST',
      Uri: 'arn:{? the partition is that of the provider}:apigateway:{? the Region is that of the provider}:lambda:path/2015-03-31/functions/{→ aws_lambda_function.f.Arn}/invocations',
      TimeoutInMillis: '60000',
      PassthroughBehavior: 'NEVER',
      ConnectionType: 'VPC_LINK',
      IntegrationTarget: 'arn:lb',
      ResponseTransferMode: 'STREAM',
      CacheKeyParameters: ['method.request.path.id'],
      RequestTemplates: { 'application/json': `{"input":"$input.json('$')"}` },
      TlsConfig: { InsecureSkipVerification: 'true' },
    },
  ],
  [
    'aws_api_gateway_integration_response',
    `status_code = "200"
  selection_pattern   = ".*"
  response_templates  = { "application/json" = "" }
  response_parameters = { "method.response.header.Access-Control-Allow-Origin" = "'*'" }`,
    'AWS::ApiGateway::IntegrationResponse',
    {
      StatusCode: '200',
      SelectionPattern: '.*',
      ResponseTemplates: { 'application/json': '' },
      ResponseParameters: { 'method.response.header.Access-Control-Allow-Origin': "'*'" },
    },
  ],
  [
    'aws_api_gateway_method_response',
    'status_code = "200"\n  response_models = { "application/json" = "Empty" }',
    'AWS::ApiGateway::MethodResponse',
    { StatusCode: '200', ResponseModels: { 'application/json': 'Empty' } },
  ],
  [
    'aws_api_gateway_method_settings',
    `stage_name = "prod"
  method_path = "*/*"
  settings {
    metrics_enabled                         = true
    logging_level                           = "INFO"
    data_trace_enabled                      = false
    throttling_burst_limit                  = -1
    throttling_rate_limit                   = 100
    caching_enabled                         = true
    cache_ttl_in_seconds                    = 60
    cache_data_encrypted                    = true
    require_authorization_for_cache_control = true
  }`,
    'AWS::ApiGateway::MethodSettings',
    {
      StageName: 'prod',
      MethodPath: '*/*',
      MetricsEnabled: 'true',
      LoggingLevel: 'INFO',
      DataTraceEnabled: 'false',
      ThrottlingRateLimit: '100',
      CachingEnabled: 'true',
      CacheTtlInSeconds: '60',
      CacheDataEncrypted: 'true',
      RequireAuthorizationForCacheControl: 'true',
    },
  ],
  [
    'aws_api_gateway_stage',
    `stage_name = "prod"
  cache_cluster_enabled = true
  cache_cluster_size    = "0.5"
  xray_tracing_enabled  = true
  client_certificate_id = "c"
  variables             = { target_url = "x" }
  access_log_settings {
    destination_arn = "arn:log"
    format          = jsonencode({ requestId = "$context.requestId" })
  }
  canary_settings {
    deployment_id            = "d"
    percent_traffic          = 10
    stage_variable_overrides = { target_url = "y" }
  }`,
    'AWS::ApiGateway::Stage',
    {
      StageName: 'prod',
      CacheClusterEnabled: 'true',
      CacheClusterSize: '0.5',
      TracingEnabled: 'true',
      ClientCertificateId: 'c',
      Variables: { target_url: 'x' },
      AccessLogSetting: { DestinationArn: 'arn:log', Format: '{"requestId":"$context.requestId"}' },
      CanarySetting: { DeploymentId: 'd', PercentTraffic: '10', StageVariableOverrides: { target_url: 'y' } },
    },
  ],
  [
    'aws_api_gateway_deployment',
    'stage_name = "prod"\n  stage_description = "words"\n  variables = { a = "b" }\n  triggers = { x = filesha1("y") }',
    'AWS::ApiGateway::Deployment',
    { StageName: 'prod', StageDescription: { Variables: { a: 'b' } } },
  ],
  [
    'aws_api_gateway_usage_plan',
    `product_code = "p"
  api_stages {
    api_id = aws_api_gateway_rest_api.api.id
    stage  = "prod"
    throttle {
      path        = "/orders/GET"
      rate_limit  = 5
      burst_limit = 2
    }
  }
  quota_settings {
    limit  = 1000
    period = "MONTH"
  }
  throttle_settings {
    rate_limit  = 10
    burst_limit = 20
  }`,
    'AWS::ApiGateway::UsagePlan',
    {
      ProductCode: 'p',
      ApiStages: [{ ApiId: API, Stage: 'prod', Throttle: { '/orders/GET': { RateLimit: '5', BurstLimit: '2' } } }],
      Quota: { Limit: '1000', Period: 'MONTH' },
      Throttle: { RateLimit: '10', BurstLimit: '20' },
    },
  ],
  [
    'aws_api_gateway_authorizer',
    'authorizer_uri = "arn:f"\n  authorizer_result_ttl_in_seconds = 0',
    'AWS::ApiGateway::Authorizer',
    {
      AuthorizerUri: 'arn:f',
      AuthorizerResultTtlInSeconds: '0',
      Type: 'TOKEN',
      IdentitySource: 'method.request.header.Authorization',
    },
  ],
  [
    'aws_api_gateway_authorizer',
    'type = "COGNITO_USER_POOLS"\n  provider_arns = ["arn:pool"]\n  identity_source = "method.request.header.X"',
    'AWS::ApiGateway::Authorizer',
    { Type: 'COGNITO_USER_POOLS', ProviderARNs: ['arn:pool'], IdentitySource: 'method.request.header.X' },
  ],
  [
    'aws_api_gateway_request_validator',
    'name = "v"\n  validate_request_body = true\n  validate_request_parameters = false',
    'AWS::ApiGateway::RequestValidator',
    { Name: 'v', ValidateRequestBody: 'true', ValidateRequestParameters: 'false' },
  ],
  [
    'aws_api_gateway_gateway_response',
    `response_type = "DEFAULT_4XX"
  response_templates  = { "application/json" = "{}" }
  response_parameters = { "gatewayresponse.header.x" = "'y'" }`,
    'AWS::ApiGateway::GatewayResponse',
    {
      ResponseType: 'DEFAULT_4XX',
      ResponseTemplates: { 'application/json': '{}' },
      ResponseParameters: { 'gatewayresponse.header.x': "'y'" },
    },
  ],
  [
    'aws_api_gateway_domain_name',
    `domain_name = "api.example.com"
  security_policy          = "TLS_1_2"
  regional_certificate_arn = "arn:cert"
  endpoint_configuration { types = ["REGIONAL"] }
  mutual_tls_authentication { truststore_uri = "s3://x" }`,
    'AWS::ApiGateway::DomainName',
    {
      DomainName: 'api.example.com',
      SecurityPolicy: 'TLS_1_2',
      RegionalCertificateArn: 'arn:cert',
      EndpointConfiguration: { Types: ['REGIONAL'] },
      MutualTlsAuthentication: { TruststoreUri: 's3://x' },
    },
  ],
  [
    'aws_api_gateway_base_path_mapping',
    'api_id = aws_api_gateway_rest_api.api.id\n  stage_name = "prod"\n  domain_name = "d"\n  base_path = "v1"',
    'AWS::ApiGateway::BasePathMapping',
    { RestApiId: API, Stage: 'prod', DomainName: 'd', BasePath: 'v1' },
  ],
  ['aws_api_gateway_vpc_link', 'target_arns = ["arn:nlb"]', 'AWS::ApiGateway::VpcLink', { TargetArns: ['arn:nlb'] }],
  [
    'aws_api_gateway_documentation_part',
    'properties = "{}"\n  location { type = "API" }',
    'AWS::ApiGateway::DocumentationPart',
    { Properties: '{}', Location: { Type: 'API' } },
  ],
  ['aws_api_gateway_account', 'cloudwatch_role_arn = "arn:role"', 'AWS::ApiGateway::Account', { CloudWatchRoleArn: 'arn:role' }],
  [
    'aws_apigatewayv2_api',
    `name = "x"
  protocol_type = "HTTP"
  target        = aws_lambda_function.f.arn
  cors_configuration {
    allow_origins     = ["*"]
    allow_credentials = true
    max_age           = 300
  }`,
    'AWS::ApiGatewayV2::Api',
    {
      Name: 'x',
      ProtocolType: 'HTTP',
      Target: '→ aws_lambda_function.f.Arn',
      CorsConfiguration: { AllowOrigins: ['*'], AllowCredentials: 'true', MaxAge: '300' },
    },
  ],
  [
    'aws_apigatewayv2_integration',
    `api_id = aws_apigatewayv2_api.api.id
  integration_type    = "AWS_PROXY"
  integration_subtype = "SQS-SendMessage"
  request_parameters  = { QueueUrl = "u", MessageBody = "$request.body" }
  response_parameters {
    status_code = 403
    mappings    = { "append:header.x" = "$context.requestId" }
  }
  tls_config { server_name_to_verify = "a" }`,
    'AWS::ApiGatewayV2::Integration',
    {
      ApiId: HTTP,
      IntegrationType: 'AWS_PROXY',
      IntegrationSubtype: 'SQS-SendMessage',
      RequestParameters: { QueueUrl: 'u', MessageBody: '$request.body' },
      ResponseParameters: { '403': { ResponseParameters: [{ Destination: 'append:header.x', Source: '$context.requestId' }] } },
      TlsConfig: { ServerNameToVerify: 'a' },
      PayloadFormatVersion: '1.0',
    },
  ],
  [
    'aws_apigatewayv2_route',
    `route_key = "GET /orders"
  authorization_type   = "JWT"
  authorization_scopes = ["a"]
  target               = "integrations/\${aws_apigatewayv2_api.api.id}"
  request_parameter {
    request_parameter_key = "route.request.header.x"
    required              = true
  }`,
    'AWS::ApiGatewayV2::Route',
    {
      RouteKey: 'GET /orders',
      AuthorizationType: 'JWT',
      AuthorizationScopes: ['a'],
      Target: `integrations/{${HTTP}}`,
      RequestParameters: { 'route.request.header.x': { Required: 'true' } },
    },
  ],
  [
    'aws_apigatewayv2_authorizer',
    `authorizer_type = "JWT"
  identity_sources = ["$request.header.Authorization"]
  jwt_configuration {
    issuer   = "https://i"
    audience = ["a"]
  }`,
    'AWS::ApiGatewayV2::Authorizer',
    {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: 'https://i', Audience: ['a'] },
    },
  ],
  [
    'aws_apigatewayv2_stage',
    `name = "$default"
  auto_deploy = true
  stage_variables = { a_b = "c" }
  default_route_settings { throttling_rate_limit = 5 }
  route_settings {
    route_key              = "GET /orders"
    throttling_burst_limit = 2
  }
  access_log_settings {
    destination_arn = "arn:log"
    format          = "$context.requestId"
  }`,
    'AWS::ApiGatewayV2::Stage',
    {
      StageName: '$default',
      AutoDeploy: 'true',
      StageVariables: { a_b: 'c' },
      DefaultRouteSettings: { ThrottlingRateLimit: '5' },
      RouteSettings: { 'GET /orders': { ThrottlingBurstLimit: '2' } },
      AccessLogSettings: { DestinationArn: 'arn:log', Format: '$context.requestId' },
    },
  ],
  [
    'aws_apigatewayv2_domain_name',
    `domain_name = "d"
  domain_name_configuration {
    certificate_arn = "arn:c"
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }`,
    'AWS::ApiGatewayV2::DomainName',
    { DomainName: 'd', DomainNameConfigurations: [{ CertificateArn: 'arn:c', EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' }] },
  ],
  [
    'aws_lambda_function_url',
    'function_name = aws_lambda_function.f.function_name\n  authorization_type = "NONE"\n  invoke_mode = "RESPONSE_STREAM"',
    'AWS::Lambda::Url',
    { TargetFunctionArn: 'f', AuthType: 'NONE', InvokeMode: 'RESPONSE_STREAM' },
  ],
  [
    'aws_lambda_provisioned_concurrency_config',
    'function_name = "f"\n  qualifier = "live"\n  provisioned_concurrent_executions = 5',
    'AWS::Lambda::ProvisionedConcurrencyConfig',
    { FunctionName: 'f', Qualifier: 'live', ProvisionedConcurrentExecutions: '5' },
  ],
  [
    'aws_wafv2_web_acl_association',
    'resource_arn = aws_api_gateway_rest_api.api.arn\n  web_acl_arn = "arn:acl"',
    'AWS::WAFv2::WebACLAssociation',
    { ResourceArn: `${API}.Arn`, WebACLArn: 'arn:acl' },
  ],
  [
    'aws_cloudwatch_metric_alarm',
    'namespace = "AWS/ApiGateway"\n  metric_name = "5XXError"\n  dimensions = { ApiName = "orders" }',
    'AWS::CloudWatch::Alarm',
    { Namespace: 'AWS/ApiGateway', MetricName: '5XXError', Dimensions: [{ Name: 'ApiName', Value: 'orders' }] },
  ],
  ['aws_cloudwatch_log_group', 'name = "/x"\n  retention_in_days = 0', 'AWS::Logs::LogGroup', { LogGroupName: '/x' }],
  [
    'aws_lb',
    'internal = true\n  load_balancer_type = "network"',
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    { Scheme: 'internal', Type: 'network' },
  ],
  [
    'aws_alb_listener',
    'protocol = "HTTPS"\n  default_action { type = "forward" }',
    'AWS::ElasticLoadBalancingV2::Listener',
    { Protocol: 'HTTPS', DefaultActions: [{ Type: 'forward' }] },
  ],
  [
    'aws_cloudfront_distribution',
    `web_acl_id = "arn:acl"
  origin {
    domain_name = replace(aws_apigatewayv2_api.api.api_endpoint, "https://", "")
    origin_id   = "api"
    custom_header {
      name  = "X-Key"
      value = "v"
    }
  }
  default_cache_behavior {
    target_origin_id       = "api"
    viewer_protocol_policy = "https-only"
  }`,
    'AWS::CloudFront::Distribution',
    {
      DistributionConfig: {
        WebACLId: 'arn:acl',
        Origins: [{ DomainName: `{${HTTP}.ApiEndpoint}`, Id: 'api', OriginCustomHeaders: [{ Name: 'X-Key', Value: 'v' }] }],
        DefaultCacheBehavior: { TargetOriginId: 'api', ViewerProtocolPolicy: 'https-only' },
      },
    },
  ],
  [
    'aws_vpc_endpoint',
    'service_name = "com.amazonaws.eu-west-1.execute-api"\n  vpc_endpoint_type = "Interface"\n  policy = "{\\"Statement\\": []}"',
    'AWS::EC2::VPCEndpoint',
    { ServiceName: 'com.amazonaws.eu-west-1.execute-api', VpcEndpointType: 'Interface', PolicyDocument: { Statement: [] } },
  ],
])('%s %#', async (type, body, is, properties) => {
  const text = `${AROUND}resource "${type}" "x" {\n  ${body}\n}\n`;
  const { resources } = await templateIn(text);
  expect(resources.find((one) => one.id === `${type}.x`)?.type).toBe(is);
  expect((await resourcesIn(text))[`${type}.x`]).toEqual(properties);
});

test('what says nothing of an API is no resource', async () => {
  expect(await resourcesIn('resource "aws_iam_role" "r" {}\nresource "aws_lambda_permission" "p" {}\n')).toEqual({});
});

test('a path that Terraform works out of parts is worked out', async () => {
  const all = await resourcesIn(`${AROUND}
resource "aws_api_gateway_resource" "a" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  parent_id   = aws_api_gateway_rest_api.api.root_resource_id
  path_part   = "orders"
}
resource "aws_api_gateway_resource" "b" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  parent_id   = aws_api_gateway_resource.a.id
  path_part   = "{id}"
}
resource "aws_api_gateway_method_settings" "s" {
  method_path = "\${trimprefix(aws_api_gateway_resource.b.path, "/")}/GET"
}`);
  expect(all['aws_api_gateway_method_settings.s']).toEqual({ MethodPath: 'orders/{id}/GET' });
});
