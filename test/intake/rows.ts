// A REST API that is a drop-in, with one thing more each: what it is, and whether it can be an HTTP API.
import type { Verdict } from '../../src/intake/templates/scanned.ts';
import type { ItemId } from '../../src/intake/templates/verdict/item-kinds.ts';
import type { Rest } from './scanned.ts';

export interface Row {
  readonly rest: Rest;
  readonly facts: readonly string[];
  /** Items, worst first; none is a drop-in. */
  readonly items?: readonly ItemId[];
  readonly verdict?: Verdict;
}

const api = { Ref: 'Api' };
const arn = (rest: string) => ({ 'Fn::Sub': `arn:aws:apigateway:\${AWS::Region}:${rest}` });
const aws = (uri: string, template?: string): Rest => ({
  integration: { Type: 'AWS', Uri: arn(uri), ...(template === undefined ? {} : { RequestTemplates: { 'application/json': template } }) },
});
const key = { method: { ApiKeyRequired: true } };
const plan = (properties: object) => ({
  ...key,
  more: {
    Plan: { Type: 'AWS::ApiGateway::UsagePlan', Properties: { ApiStages: [{ ApiId: api, Stage: { Ref: 'Stage' } }], ...properties } },
  },
});
const authorizer = (properties: object, method: object): Rest => ({
  method: { AuthorizerId: { Ref: 'Guard' }, ...method },
  more: { Guard: { Type: 'AWS::ApiGateway::Authorizer', Properties: { RestApiId: api, Name: 'guard', ...properties } } },
});
const token = { Type: 'TOKEN', IdentitySource: 'method.request.header.Authorization' };
const allow = (statement: object) => ({
  api: { Policy: { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', ...statement }] } },
});
const domain = (properties: object, mapping: object = {}): Rest => ({
  more: {
    Domain: { Type: 'AWS::ApiGateway::DomainName', Properties: { DomainName: 'api.example.com', ...properties } },
    Mapping: { Type: 'AWS::ApiGateway::BasePathMapping', Properties: { RestApiId: api, DomainName: { Ref: 'Domain' }, ...mapping } },
  },
});
const setting = (properties: object) => ({ MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ...properties }] });
const validator = (flags: object, method: object): Rest => ({
  method: { RequestValidatorId: { Ref: 'Check' }, ...method },
  more: { Check: { Type: 'AWS::ApiGateway::RequestValidator', Properties: { RestApiId: api, ...flags } } },
});

export const ROWS: Readonly<Record<string, Row>> = {
  'nothing more': { rest: {}, facts: [] },

  'a copy of another API': { rest: { api: { CloneFrom: 'abc123' } }, facts: [], verdict: 'unknown' },

  'an endpoint that is edge-optimized, as stated': {
    rest: { api: { EndpointConfiguration: { Types: ['EDGE'] } } },
    facts: ['needs.endpoint-edge-optimized: yes'],
    items: ['edge-optimized'],
  },
  'an endpoint of which nothing is said, which AWS makes edge-optimized': {
    rest: { api: { EndpointConfiguration: undefined } },
    facts: [],
  },
  'a private endpoint, and how many VPC endpoints lead to it': {
    rest: { api: { EndpointConfiguration: { Types: ['PRIVATE'], VpcEndpointIds: ['vpce-1', 'vpce-2'] } } },
    facts: ['inUse: rest-private', 'needs.endpoint-private: yes', 'privateEndpoint.endpoints: 2'],
    items: ['private-endpoint'],
  },
  'an endpoint by the parameters of an import': {
    rest: { api: { EndpointConfiguration: undefined, Parameters: { endpointConfigurationTypes: 'PRIVATE' } } },
    facts: ['inUse: rest-private', 'needs.endpoint-private: yes'],
    items: ['private-endpoint'],
  },
  'IPv6 and a closed default endpoint': {
    rest: { api: { EndpointConfiguration: { Types: ['REGIONAL'], IpAddressType: 'dualstack' }, DisableExecuteApiEndpoint: 'True' } },
    facts: ['needs.dualstack-ipv6: yes', 'needs.disable-default-endpoint: yes'],
  },

  'a policy that allows everybody decides nothing': { rest: allow({}), facts: [] },
  'a policy that demands HTTPS decides nothing': { rest: allow({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }), facts: [] },
  'a policy by address': {
    rest: allow({ Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } }),
    facts: ['needs.resource-policy: yes'],
    items: ['policy-by-address'],
  },
  'a policy by account': {
    rest: allow({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }),
    facts: ['needs.resource-policy: yes'],
    items: ['policy-by-account'],
  },
  'a policy by VPC endpoint': {
    rest: allow({ Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } }),
    facts: ['needs.resource-policy: yes'],
    items: ['policy-by-network'],
  },
  'a policy by a condition of another kind': {
    rest: allow({ Condition: { StringLike: { 'aws:UserAgent': '*' } } }),
    facts: ['needs.resource-policy: yes'],
    items: ['policy-by-other'],
  },

  'IAM authorization': { rest: { method: { AuthorizationType: 'AWS_IAM' } }, facts: ['needs.auth-iam: yes', 'auth.open: none'] },
  'a Cognito authorizer, with scopes': {
    rest: authorizer(
      { Type: 'COGNITO_USER_POOLS', ProviderARNs: ['arn:pool'] },
      { AuthorizationType: 'COGNITO_USER_POOLS', AuthorizationScopes: ['shop/read'] },
    ),
    facts: ['needs.auth-scopes-per-route: yes', 'needs.auth-cognito-native: yes', 'auth.open: none'],
    items: ['cognito-authorizer'],
  },
  'a TOKEN authorizer, whose decisions are kept for 300 s where nothing is said': {
    rest: authorizer(token, { AuthorizationType: 'CUSTOM' }),
    facts: [
      'needs.auth-lambda-token: yes',
      'auth.lambdaAuthorizer.identity: header',
      'needs.authorizer-cache: yes',
      'auth.lambdaAuthorizer.cacheTtl: 300 s',
      'auth.open: none',
    ],
    items: ['token-authorizer'],
  },
  'a REQUEST authorizer by query string, asked each time': {
    rest: authorizer(
      { Type: 'REQUEST', IdentitySource: 'method.request.querystring.token', AuthorizerResultTtlInSeconds: 0 },
      { AuthorizationType: 'CUSTOM' },
    ),
    facts: ['needs.auth-lambda-request: yes', 'auth.lambdaAuthorizer.identity: query-string', 'auth.open: none'],
  },
  'an authorizer that no method names does nothing': {
    rest: { more: { Guard: { Type: 'AWS::ApiGateway::Authorizer', Properties: { RestApiId: api, ...token } } } },
    facts: [],
  },

  'a plan that is sold on AWS Marketplace': {
    rest: plan({ UsagePlanName: 'basic', ProductCode: 'abc' }),
    facts: [
      'auth.open: none',
      'needs.api-keys: yes',
      'needs.usage-plans: yes',
      'throttling.clients[].name: basic',
      'needs.marketplace: yes',
    ],
    items: ['api-key', 'marketplace'],
  },
  'an API key that no plan limits': { rest: key, facts: ['auth.open: none', 'needs.api-keys: yes'], items: ['api-key'] },
  'ApiKeySourceType HEADER says nothing': {
    rest: { ...key, api: { ApiKeySourceType: 'HEADER' } },
    facts: ['auth.open: none', 'needs.api-keys: yes'],
    items: ['api-key'],
  },
  'the key comes from the authorizer': {
    rest: { ...key, api: { ApiKeySourceType: 'AUTHORIZER' } },
    facts: ['auth.open: none', 'needs.api-keys: yes', 'needs.api-key-from-authorizer: yes'],
    items: ['api-key', 'api-key-from-authorizer'],
  },
  'a plan that sets neither rate nor quota': {
    rest: plan({ UsagePlanName: 'basic' }),
    facts: ['auth.open: none', 'needs.api-keys: yes', 'needs.usage-plans: yes', 'throttling.clients[].name: basic'],
    items: ['api-key'],
  },
  'a plan with a rate and a quota': {
    rest: plan({ UsagePlanName: 'basic', Throttle: { RateLimit: 15, BurstLimit: 30 }, Quota: { Limit: 50, Period: 'DAY' } }),
    facts: [
      'auth.open: none',
      'needs.api-keys: yes',
      'needs.usage-plans: yes',
      'throttling.clients[].name: basic',
      'throttling.clients[].rate: 15',
      'throttling.clients[].burst: 30',
      'throttling.clients[].quota: 50/day',
      'needs.per-client-rate: yes',
      'needs.per-client-quota: yes',
    ],
    items: ['api-key', 'client-rate', 'client-quota'],
  },
  'a plan with a rate of one method': {
    rest: plan({ UsagePlanName: 'basic', ApiStages: [{ ApiId: api, Stage: 'prod', Throttle: { '/orders/GET': { RateLimit: 5 } } }] }),
    facts: [
      'auth.open: none',
      'needs.api-keys: yes',
      'needs.usage-plans: yes',
      'throttling.clients[].name: basic',
      'needs.throttle-usage-plan-method: yes',
    ],
    items: ['api-key', 'client-method-rate'],
  },
  'a plan where no method demands a key does nothing': { rest: { more: plan({ Quota: { Limit: 50, Period: 'DAY' } }).more }, facts: [] },

  'a function without the proxy, with a template': {
    rest: { integration: { Type: 'AWS', RequestTemplates: { 'application/json': '{"id": "$input.params(\'id\')"}' } } },
    facts: ['needs.transform-body-vtl: yes', 'needs.int-lambda-custom: yes'],
    items: ['lambda-without-proxy'],
  },
  'templates of a proxy have no effect': { rest: { integration: { RequestTemplates: { 'application/json': '{}' } } }, facts: [] },
  'a function that is started and not waited for': {
    rest: { integration: { Type: 'AWS', RequestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" } } },
    facts: ['needs.transform-params: yes', 'needs.int-lambda-custom: yes', 'needs.int-lambda-async: yes'],
    items: ['lambda-asynchronous'],
  },
  'an HTTP proxy': { rest: { integration: { Type: 'HTTP_PROXY', Uri: 'https://example.com' } }, facts: ['needs.int-http-proxy: yes'] },
  'an HTTP backend without the proxy': {
    rest: { integration: { Type: 'HTTP', Uri: 'https://example.com' } },
    facts: ['needs.int-http-custom: yes'],
    items: ['http-without-proxy'],
  },
  'a mock': { rest: { integration: { Type: 'MOCK', Uri: undefined } }, facts: ['needs.int-mock: yes'], items: ['mock'] },

  'SQS by a path and a template': {
    rest: aws('sqs:path/111122223333/orders', 'Action=SendMessage&MessageBody=$input.body'),
    facts: ['needs.transform-body-vtl: yes', 'needs.int-aws-sqs-send: yes', 'backend.service.name: sqs'],
    items: ['service-by-template'],
  },
  'SQS in batches': {
    rest: aws('sqs:action/SendMessageBatch'),
    facts: ['needs.int-aws-sqs-send-batch: yes', 'backend.service.name: sqs'],
    items: ['service-without-subtype'],
  },
  'SQS, and nothing says which action': { rest: aws('sqs:path/111122223333/orders'), facts: [], verdict: 'unknown' },
  'EventBridge, several events in one request': {
    rest: aws('events:action/PutEvents', '{"Entries": [#foreach($e in $input.path("$"))\n{}\n#end]}'),
    facts: ['needs.transform-body-vtl: yes', 'needs.int-aws-eventbridge-put: yes', 'backend.service.name: eventbridge'],
    items: ['several-in-one'],
  },
  'Kinesis, one record': {
    rest: aws('kinesis:action/PutRecord', '{"StreamName": "s"}'),
    facts: ['needs.transform-body-vtl: yes', 'needs.int-aws-kinesis-put-record: yes', 'backend.service.name: kinesis'],
    items: ['service-by-template'],
  },
  'Kinesis, several records': {
    rest: aws('kinesis:action/PutRecords'),
    facts: ['needs.int-aws-kinesis-put-records: yes', 'backend.service.name: kinesis'],
    items: ['service-without-subtype'],
  },
  'Step Functions, waited for': {
    rest: aws('states:action/StartSyncExecution', '{"input": "{}"}'),
    facts: ['needs.transform-body-vtl: yes', 'needs.int-aws-sfn-start-sync: yes', 'backend.service.name: step-functions-express'],
    items: ['service-by-template'],
  },
  'Step Functions, another action': {
    rest: aws('states:action/DescribeExecution'),
    facts: ['needs.int-aws-any: yes'],
    items: ['service-without-subtype'],
  },
  DynamoDB: {
    rest: aws('dynamodb:action/PutItem'),
    facts: ['needs.int-aws-dynamodb: yes', 'backend.service.name: dynamodb'],
    items: ['service-without-subtype'],
  },
  SNS: {
    rest: aws('sns:action/Publish'),
    facts: ['needs.int-aws-sns-publish: yes', 'backend.service.name: sns'],
    items: ['service-without-subtype'],
  },
  S3: {
    rest: aws('s3:path/bucket/{key}'),
    facts: ['needs.int-aws-s3-get-put: yes', 'backend.service.name: s3'],
    items: ['service-without-subtype'],
  },
  'a service that has a host': {
    rest: aws('runtime.sagemaker:path/endpoints/x/invocations'),
    facts: ['needs.int-aws-any: yes'],
    items: ['service-without-subtype'],
  },
  'AppConfig by its path': {
    rest: aws('appconfig:path/applications/a/environments/e/configurations/c'),
    facts: ['needs.int-aws-appconfig-get: yes', 'backend.service.name: appconfig'],
    items: ['service-by-template'],
  },

  'a timeout that HTTP APIs have too': { rest: { integration: { TimeoutInMillis: 30_000 } }, facts: ['needs.timeout-over-29s: yes'] },
  'a timeout of more than 30 seconds': {
    rest: { integration: { TimeoutInMillis: 30_001 } },
    facts: ['needs.timeout-over-29s: yes'],
    items: ['long-timeout'],
  },
  'a timeout of 29 seconds says nothing': { rest: { integration: { TimeoutInMillis: 29_000 } }, facts: [] },
  'a streamed answer': {
    rest: { integration: { ResponseTransferMode: 'STREAM' } },
    facts: ['needs.response-streaming: yes', 'traffic.streaming: yes'],
    items: ['response-streaming'],
  },

  'a body that is validated': {
    rest: validator({ ValidateRequestBody: true }, { RequestModels: { 'application/json': { Ref: 'Order' } } }),
    facts: ['needs.validate-body: yes'],
    items: ['body-validated'],
  },
  'parameters that are validated': {
    rest: validator({ ValidateRequestParameters: true }, { RequestParameters: { 'method.request.querystring.id': true } }),
    facts: ['needs.validate-params: yes'],
    items: ['parameters-validated'],
  },
  'a validator without a model, and a parameter that is not demanded': {
    rest: validator(
      { ValidateRequestBody: true, ValidateRequestParameters: true },
      { RequestParameters: { 'method.request.querystring.id': false } },
    ),
    facts: [],
  },
  'a parameter of the path, which is always there': {
    rest: validator({ ValidateRequestParameters: true }, { RequestParameters: { 'method.request.path.id': true } }),
    facts: [],
  },
  'the model Empty allows everything': {
    rest: validator({ ValidateRequestBody: true }, { RequestModels: { 'application/json': 'Empty' } }),
    facts: [],
  },
  'a body validated in front of a service': {
    rest: {
      ...validator({ ValidateRequestBody: true }, { RequestModels: { 'application/json': { Ref: 'Order' } } }),
      ...aws('dynamodb:action/PutItem'),
    },
    facts: ['needs.int-aws-dynamodb: yes', 'backend.service.name: dynamodb', 'needs.validate-body: yes'],
    items: ['service-without-subtype', 'body-validated-for-service'],
  },

  'parameters validated in front of a service, whose answer a template makes': {
    rest: {
      ...validator({ ValidateRequestParameters: true }, { RequestParameters: { 'method.request.querystring.id': true } }),
      integration: {
        Type: 'AWS',
        Uri: arn('dynamodb:action/Query'),
        IntegrationResponses: [{ StatusCode: 200, ResponseTemplates: { 'application/json': '{"ok": true}' } }],
      },
    },
    facts: ['needs.transform-body-vtl: yes', 'needs.int-aws-dynamodb: yes', 'backend.service.name: dynamodb', 'needs.validate-params: yes'],
    items: ['service-without-subtype', 'response-template', 'parameters-validated-for-service'],
  },
  'an answer that a template passes on as it comes': {
    rest: {
      integration: {
        Type: 'AWS',
        Uri: arn('dynamodb:action/Query'),
        IntegrationResponses: [{ StatusCode: 200, ResponseTemplates: { 'application/json': "$input.json('$')" } }],
      },
    },
    facts: ['needs.int-aws-dynamodb: yes', 'backend.service.name: dynamodb'],
    items: ['service-without-subtype'],
  },

  'a cache that a method uses': {
    rest: {
      stage: {
        CacheClusterEnabled: true,
        CacheClusterSize: 0.5,
        ...setting({ CachingEnabled: true, CacheTtlInSeconds: 10, CacheDataEncrypted: true }),
      },
    },
    facts: [
      'inUse: rest+cache',
      'needs.response-cache: yes',
      'cache.size: 0.5 GB',
      'cache.ttl: 10 s',
      'needs.cache-encryption: yes',
      'cache.encrypted: yes',
    ],
    items: ['stage-cache'],
  },
  'a cache that no method uses': { rest: { stage: { CacheClusterEnabled: true, CacheClusterSize: 0.5 } }, facts: [] },
  'caching without a cluster': { rest: { stage: setting({ CachingEnabled: true }) }, facts: [] },
  'what is said of one method wins over what is said of all': {
    rest: {
      stage: {
        CacheClusterEnabled: true,
        MethodSettings: [
          { HttpMethod: '*', ResourcePath: '/*', CachingEnabled: true },
          { HttpMethod: 'GET', ResourcePath: '/~1orders', CachingEnabled: false },
        ],
      },
    },
    facts: [],
  },

  'traces, execution logs, metrics and rates': {
    rest: {
      stage: {
        TracingEnabled: true,
        ...setting({
          LoggingLevel: 'ERROR',
          DataTraceEnabled: true,
          MetricsEnabled: true,
          ThrottlingRateLimit: 100,
          ThrottlingBurstLimit: 50,
        }),
      },
    },
    facts: [
      'needs.throttle-stage: yes',
      'throttling.stage.rate: 100',
      'throttling.stage.burst: 50',
      'needs.xray: yes',
      'needs.metrics-detailed: yes',
      'needs.execution-logs: yes',
      'observability.executionLogs.level: error',
      'observability.executionLogs.dataTrace: yes',
    ],
    items: ['traces', 'execution-logs'],
  },
  'a level of OFF, and a rate of -1, say nothing': {
    rest: { stage: setting({ LoggingLevel: 'OFF', ThrottlingRateLimit: -1 }) },
    facts: [],
  },
  'a rate of one method': {
    rest: { stage: { MethodSettings: [{ HttpMethod: 'GET', ResourcePath: '/orders', ThrottlingRateLimit: 5 }] } },
    facts: ['needs.throttle-route-or-method: yes', 'throttling.methods[].rate: 5'],
  },
  'access logs as JSON, and how long they are kept': {
    rest: {
      stage: { AccessLogSetting: { DestinationArn: { 'Fn::GetAtt': ['Logs', 'Arn'] }, Format: '{"id":"$context.requestId"}' } },
      more: { Logs: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 14 } } },
    },
    facts: [
      'needs.access-logs-cw: yes',
      'observability.accessLogs.format: json',
      'observability.accessLogs.holds[]: requestId',
      'observability.accessLogs.retention: 14 days',
    ],
  },
  'access logs to Firehose': {
    rest: {
      stage: {
        AccessLogSetting: {
          DestinationArn: 'arn:aws:firehose:us-east-1:111122223333:deliverystream/amazon-apigateway-x',
          Format: '$context.requestId',
        },
      },
    },
    facts: ['needs.access-logs-firehose: yes', 'observability.accessLogs.format: text', 'observability.accessLogs.holds[]: requestId'],
    items: ['access-logs-to-firehose'],
  },
  'a canary with a share of the traffic': {
    rest: { stage: { CanarySetting: { PercentTraffic: 10 } } },
    facts: ['needs.canary: yes'],
    items: ['canary'],
  },
  'stage variables in the address of the backend': {
    rest: { stage: { Variables: { host: 'example.com' } }, integration: { Type: 'HTTP_PROXY', Uri: 'https://${stageVariables.host}/' } },
    facts: ['needs.int-http-proxy: yes', 'needs.stage-variables: yes', 'operations.stageVariables: backend'],
  },
  'a client certificate': {
    rest: { stage: { ClientCertificateId: 'abc' } },
    facts: ['needs.backend-client-certificate: yes'],
    items: ['backend-certificate'],
  },

  'a web ACL on the stage, with what it bills': {
    rest: {
      more: {
        Acl: {
          Type: 'AWS::WAFv2::WebACL',
          Properties: {
            Rules: [
              { Name: 'own', Statement: { GeoMatchStatement: {} } },
              { Name: 'managed', Statement: { ManagedRuleGroupStatement: { Name: 'AWSManagedRulesCommonRuleSet' } } },
              { Name: 'bots', Statement: { ManagedRuleGroupStatement: { Name: 'AWSManagedRulesBotControlRuleSet' } } },
            ],
          },
        },
        Attached: {
          Type: 'AWS::WAFv2::WebACLAssociation',
          Properties: {
            WebACLArn: { 'Fn::GetAtt': ['Acl', 'Arn'] },
            ResourceArn: { 'Fn::Sub': 'arn:aws:apigateway:${AWS::Region}::/restapis/${Api}/stages/prod' },
          },
        },
      },
    },
    facts: ['needs.waf-native: yes', 'waf.webAcls: 1', 'waf.rules: 1', 'waf.managedGroups: 1', 'waf.botControl.level: common'],
    items: ['web-acl'],
  },
  'a distribution in front, with a secret header': {
    rest: {
      more: {
        Edge: {
          Type: 'AWS::CloudFront::Distribution',
          Properties: {
            DistributionConfig: {
              Origins: [
                {
                  DomainName: { 'Fn::Sub': '${Api}.execute-api.us-east-1.amazonaws.com' },
                  OriginCustomHeaders: [{ HeaderName: 'x-secret', HeaderValue: 'x' }],
                },
              ],
            },
          },
        },
      },
    },
    facts: ['inUse: rest+cloudfront', 'edge.origin: secret-header'],
  },
  'a distribution in front of a stage with a web ACL': {
    rest: {
      more: {
        Acl: { Type: 'AWS::WAFv2::WebACL', Properties: { Rules: [{ Name: 'own', Statement: { GeoMatchStatement: {} } }] } },
        Attached: {
          Type: 'AWS::WAFv2::WebACLAssociation',
          Properties: {
            WebACLArn: { 'Fn::GetAtt': ['Acl', 'Arn'] },
            ResourceArn: { 'Fn::Sub': 'arn:aws:apigateway:${AWS::Region}::/restapis/${Api}/stages/prod' },
          },
        },
        Edge: {
          Type: 'AWS::CloudFront::Distribution',
          Properties: {
            DistributionConfig: { Origins: [{ DomainName: { 'Fn::Sub': '${Api}.execute-api.us-east-1.amazonaws.com' } }] },
          },
        },
      },
    },
    facts: ['inUse: rest+waf+cloudfront', 'needs.waf-native: yes', 'waf.webAcls: 1', 'waf.rules: 1', 'edge.origin: open'],
    items: ['web-acl'],
  },

  'a domain name, with a base path of two levels': {
    rest: domain({}, { BasePath: 'shop/v1' }),
    facts: ['needs.multi-level-api-mapping: yes', 'needs.custom-domain: yes'],
  },
  'mutual TLS, with the default endpoint open': {
    rest: domain({ MutualTlsAuthentication: { TruststoreUri: 's3://bucket/ca.pem' } }),
    facts: ['needs.custom-domain: yes', 'needs.mtls: yes', 'auth.mutualTls.defaultEndpoint: open'],
  },
  'TLS_1_2 is no choice': { rest: domain({ SecurityPolicy: 'TLS_1_2' }), facts: ['needs.custom-domain: yes'] },
  'a TLS policy of choice': {
    rest: domain({ SecurityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09' }),
    facts: ['needs.custom-domain: yes', 'needs.tls-policy-choice: yes'],
    items: ['tls-policy'],
  },
  'a TLS policy of FIPS': {
    rest: domain({ SecurityPolicy: 'SecurityPolicy_TLS13_1_3_FIPS_2025_09' }),
    facts: ['needs.custom-domain: yes', 'needs.tls-policy-choice: yes', 'needs.tls-enhanced-pq-fips: yes'],
    items: ['tls-enhanced-policy'],
  },
  'a domain name that is edge-optimized, as stated': {
    rest: domain({ EndpointConfiguration: { Types: ['EDGE'] } }),
    facts: ['needs.custom-domain: yes', 'needs.endpoint-edge-optimized: yes'],
    items: ['edge-optimized'],
  },
  'a domain name of a private API': {
    rest: {
      more: {
        Domain: { Type: 'AWS::ApiGateway::DomainNameV2', Properties: { DomainName: 'api.example.com' } },
        Mapping: {
          Type: 'AWS::ApiGateway::BasePathMappingV2',
          Properties: { RestApiId: api, DomainNameArn: { 'Fn::GetAtt': ['Domain', 'DomainNameArn'] } },
        },
      },
    },
    facts: ['needs.custom-domain: yes', 'needs.custom-domain-private: yes'],
    items: ['private-domain'],
  },
  'routing rules of the domain': {
    rest: {
      more: {
        ...domain({ RoutingMode: 'ROUTING_RULE_ONLY' }).more,
        Rule: {
          Type: 'AWS::ApiGatewayV2::RoutingRule',
          Properties: {
            DomainNameArn: { 'Fn::Sub': 'arn:aws:apigateway:us-east-1::/domainnames/${Domain}' },
            Actions: [{ InvokeApi: { ApiId: api, Stage: 'prod' } }],
          },
        },
      },
    },
    facts: ['needs.custom-domain: yes', 'needs.routing-rules: yes'],
    items: ['routing-rules'],
  },
  'a domain name of another API is none of this one': {
    rest: {
      more: {
        Domain: {
          Type: 'AWS::ApiGateway::DomainName',
          Properties: { DomainName: 'api.example.com', SecurityPolicy: 'SecurityPolicy_TLS13_1_3_FIPS_2025_09' },
        },
      },
    },
    facts: [],
  },

  'answers of the gateway, compression, binary types and documentation': {
    rest: {
      api: { MinimumCompressionSize: 0, BinaryMediaTypes: ['*/*'] },
      more: {
        Denied: { Type: 'AWS::ApiGateway::GatewayResponse', Properties: { RestApiId: api, ResponseType: 'ACCESS_DENIED' } },
        Doc: { Type: 'AWS::ApiGateway::DocumentationPart', Properties: { RestApiId: api } },
      },
    },
    facts: ['needs.gateway-responses: yes', 'needs.compression: yes', 'needs.binary: yes', 'needs.api-docs-parts: yes'],
    items: ['gateway-responses', 'compression', 'documentation-parts'],
  },
  'a page of a developer portal': {
    rest: {
      more: {
        Page: {
          Type: 'AWS::ApiGatewayV2::ProductRestEndpointPage',
          Properties: { RestEndpointIdentifier: { IdentifierParts: { RestApiId: api, Stage: 'prod', Method: 'GET', Path: '/orders' } } },
        },
      },
    },
    facts: ['needs.dev-portal: yes'],
    items: ['developer-portal'],
  },
  'a target of an MCP gateway': {
    rest: {
      more: {
        Tools: {
          Type: 'AWS::BedrockAgentCore::GatewayTarget',
          Properties: { TargetConfiguration: { Mcp: { ApiGateway: { RestApiId: api, Stage: 'prod' } } } },
        },
      },
    },
    facts: ['needs.mcp-target: yes'],
    items: ['mcp-target'],
  },
  'preflight requests that a mock answers are CORS, and no mock': {
    rest: {
      more: {
        Options: {
          Type: 'AWS::ApiGateway::Method',
          Properties: {
            RestApiId: api,
            ResourceId: { Ref: 'Orders' },
            HttpMethod: 'OPTIONS',
            AuthorizationType: 'NONE',
            Integration: {
              Type: 'MOCK',
              IntegrationResponses: [
                {
                  StatusCode: 204,
                  ResponseParameters: {
                    'method.response.header.Access-Control-Allow-Origin': "'*'",
                    'method.response.header.Access-Control-Allow-Credentials': "'true'",
                  },
                },
              ],
            },
          },
        },
      },
    },
    facts: ['needs.cors: yes', 'cors.origins: any', 'cors.credentials: yes'],
  },
  'an alarm on a metric of the API, and what stands in /ping': {
    rest: {
      more: {
        Alarm: {
          Type: 'AWS::CloudWatch::Alarm',
          Properties: { Namespace: 'AWS/ApiGateway', MetricName: '5XXError', Dimensions: [{ Name: 'ApiName', Value: 'shop' }] },
        },
      },
    },
    facts: ['operations.alarms[].metric: 5XXError'],
  },
  'a VPC link of version 1 leads to a Network Load Balancer': {
    rest: {
      integration: { Type: 'HTTP_PROXY', Uri: 'http://internal.example.com', ConnectionType: 'VPC_LINK', ConnectionId: { Ref: 'Link' } },
      more: { Link: { Type: 'AWS::ApiGateway::VpcLink', Properties: { TargetArns: ['arn:aws:elasticloadbalancing:x'] } } },
    },
    facts: [
      'needs.int-http-proxy: yes',
      'backend.vpc.link: v1',
      'needs.int-vpc-nlb: yes',
      'backend.vpc.balancer: nlb',
      'backend.vpc.protocol: http',
    ],
  },
};
