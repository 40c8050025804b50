interface Feature {
  readonly name: string;
  readonly category: string;
  readonly description: string;
}

/** Everything a workload may say it needs, in words that fit every front door. */
export const FEATURES = {
  'endpoint-edge-optimized': {
    name: 'Edge-optimized endpoint',
    category: 'endpoint',
    description: 'Viewers connect at a nearby edge location that AWS runs for the API.',
  },
  'endpoint-regional': { name: 'Regional endpoint', category: 'endpoint', description: 'Clients reach the API in its own Region.' },
  'endpoint-private': {
    name: 'Private endpoint',
    category: 'endpoint',
    description: 'Only networks that are allowed in, such as a VPC, can reach the API.',
  },
  'custom-domain': { name: 'Custom domain name', category: 'endpoint', description: 'The API answers under your own domain name.' },
  'custom-domain-private': {
    name: 'Custom domain name for a private API',
    category: 'endpoint',
    description: 'A private API answers under your own domain name.',
  },
  'custom-domain-wildcard': {
    name: 'Wildcard domain name',
    category: 'endpoint',
    description: 'One entry such as *.example.com serves every subdomain.',
  },
  'multi-level-api-mapping': {
    name: 'Base paths of several levels',
    category: 'endpoint',
    description: 'A domain maps paths such as /orders/v2 to different APIs.',
  },
  'domain-shared-by-types': {
    name: 'One domain for several API types',
    category: 'endpoint',
    description: 'APIs of different types live under the same domain name.',
  },
  'routing-rules': {
    name: 'Routing rules on headers and base paths',
    category: 'endpoint',
    description: 'A header or base path decides which API answers, for versions, tenants or experiments.',
  },
  'disable-default-endpoint': {
    name: 'Default endpoint switched off',
    category: 'endpoint',
    description: 'The address AWS generates can be closed, so only your domain works.',
  },
  'dualstack-ipv6': { name: 'IPv6', category: 'endpoint', description: 'Clients can connect by IPv4 and by IPv6.' },
  'http2-clients': { name: 'HTTP/2 from clients', category: 'endpoint', description: 'Clients can speak HTTP/2 to the API.' },
  grpc: { name: 'gRPC', category: 'endpoint', description: 'gRPC calls pass through to the backend.' },
  'multi-region-failover': {
    name: 'Failover between Regions',
    category: 'endpoint',
    description: 'The same domain name is served from several Regions, and DNS moves clients between them.',
  },

  'tls-1-3': { name: 'TLS 1.3', category: 'security', description: 'Clients can negotiate TLS 1.3.' },
  'tls-policy-choice': {
    name: 'Choice of TLS policy',
    category: 'security',
    description: 'You choose the lowest TLS version and the ciphers.',
  },
  'tls-enhanced-pq-fips': {
    name: 'Post-quantum or FIPS TLS policies',
    category: 'security',
    description: 'TLS policies with post-quantum key exchange, FIPS or forward secrecy only.',
  },
  mtls: { name: 'Mutual TLS', category: 'security', description: 'Clients prove who they are with a certificate.' },
  'mtls-revocation': {
    name: 'Revoked client certificates refused',
    category: 'security',
    description: 'Client certificates are checked against a revocation list.',
  },
  'backend-client-certificate': {
    name: 'Client certificate towards the backend',
    category: 'security',
    description: 'The front door presents a certificate of its own to the backend.',
  },
  'waf-native': {
    name: 'AWS WAF',
    category: 'security',
    description: 'A web ACL inspects the requests, attached to the front door itself.',
  },
  'resource-policy': {
    name: 'Resource policy',
    category: 'security',
    description: 'A policy on the API admits or refuses IP ranges, VPCs and AWS accounts.',
  },
  'vpc-endpoint-policy': {
    name: 'VPC endpoint policy',
    category: 'security',
    description: 'A policy on the VPC endpoint limits which APIs are called through it.',
  },
  sigv4a: {
    name: 'Multi-Region signatures (SigV4A)',
    category: 'security',
    description: 'One signed request is valid in several Regions.',
  },

  'auth-iam': {
    name: 'IAM authorization',
    category: 'authorization',
    description: 'Callers sign requests with AWS credentials, and IAM decides.',
  },
  'auth-cognito-native': {
    name: 'Cognito user pools',
    category: 'authorization',
    description: 'Users of an Amazon Cognito user pool may call.',
  },
  'auth-jwt': {
    name: 'JWT authorizer',
    category: 'authorization',
    description: 'Tokens of any OpenID Connect issuer are verified without code of your own.',
  },
  'auth-lambda-token': {
    name: 'Lambda authorizer on one token',
    category: 'authorization',
    description: 'Your function decides from a single token header.',
  },
  'auth-lambda-request': {
    name: 'Lambda authorizer on the request',
    category: 'authorization',
    description: 'Your function decides from headers, query strings and context.',
  },
  'auth-lambda-payload-formats': {
    name: 'Choice of authorizer event format',
    category: 'authorization',
    description: 'The authorizer function can take event format 1.0 or 2.0.',
  },
  'auth-lambda-simple-response': {
    name: 'Yes-or-no answer from the authorizer',
    category: 'authorization',
    description: 'The authorizer function answers true or false in place of an IAM policy.',
  },
  'authorizer-cache': {
    name: 'Authorizer cache',
    category: 'authorization',
    description: 'Decisions of the authorizer are remembered for some time.',
  },
  'auth-scopes-per-route': {
    name: 'OAuth scopes per route',
    category: 'authorization',
    description: 'Each route or method names the scopes it demands.',
  },
  'auth-several-per-route': {
    name: 'Several authorizers on one route',
    category: 'authorization',
    description: 'One route accepts more than one kind of authorization.',
  },
  'auth-per-message': {
    name: 'Authorization of each message',
    category: 'authorization',
    description: 'Each message on an open connection is authorized, not only the connection.',
  },
  'api-keys': { name: 'API keys', category: 'authorization', description: 'Routes can demand an API key.' },
  'api-key-from-authorizer': {
    name: 'API key from the authorizer',
    category: 'authorization',
    description: 'The authorizer function names the API key of the caller.',
  },

  'usage-plans': { name: 'Usage plans', category: 'management', description: 'Groups of API keys get their own rate and quota.' },
  'per-client-rate': {
    name: 'Rate limit per client',
    category: 'management',
    description: 'Each client has its own requests per second and burst.',
  },
  'per-client-quota': {
    name: 'Quota per client',
    category: 'management',
    description: 'Each client has a number of requests a day, week or month.',
  },
  'throttle-account': {
    name: 'Throttle for the account',
    category: 'management',
    description: 'A limit for the whole account and Region stops floods.',
  },
  'throttle-stage': {
    name: 'Throttle for a stage',
    category: 'management',
    description: 'One rate and burst apply to every route of a stage.',
  },
  'throttle-route-or-method': {
    name: 'Throttle for a route',
    category: 'management',
    description: 'A single route or method has its own rate and burst.',
  },
  'throttle-usage-plan-method': {
    name: 'Throttle for a route within a usage plan',
    category: 'management',
    description: 'A usage plan sets a rate of its own for a single method.',
  },
  'dev-portal': {
    name: 'Developer portal',
    category: 'management',
    description: 'AWS hosts a portal where developers find and try the API.',
  },
  'mcp-target': {
    name: 'Tools for AI agents (MCP)',
    category: 'management',
    description: 'Amazon Bedrock AgentCore Gateway offers the routes to agents as MCP tools.',
  },
  marketplace: {
    name: 'Sale in AWS Marketplace',
    category: 'management',
    description: 'A usage plan has an AWS Marketplace product code.',
  },
  'sdk-generation': { name: 'Generated client SDK', category: 'management', description: 'AWS generates a client library for the API.' },
  'api-docs-parts': {
    name: 'Documentation kept with the API',
    category: 'management',
    description: 'Descriptions are stored, versioned and published with the API.',
  },

  'openapi-import': { name: 'OpenAPI import', category: 'development', description: 'An OpenAPI file defines the API.' },
  'openapi-export': {
    name: 'OpenAPI export',
    category: 'development',
    description: 'The deployed API can be written out as an OpenAPI file.',
  },
  cors: { name: 'CORS', category: 'development', description: 'The front door answers preflight requests and adds the CORS headers.' },
  'test-invoke': {
    name: 'Test call from the console',
    category: 'development',
    description: 'A method can be tried before it is deployed.',
  },
  'response-cache': { name: 'Response cache', category: 'development', description: 'Repeated requests are answered from a cache.' },
  'cache-encryption': { name: 'Encrypted cache', category: 'development', description: 'Cached responses are encrypted at rest.' },
  'cache-client-invalidation': {
    name: 'Cache refresh by the client',
    category: 'development',
    description: 'A client may ask for a fresh response that bypasses the cache.',
  },
  'cache-default-key': {
    name: 'Query strings in the cache key by default',
    category: 'development',
    description: 'The cache tells query strings apart without being told to.',
  },
  'deploy-explicit': {
    name: 'Deployments when you say so',
    category: 'development',
    description: 'Changes go live only when you deploy them.',
  },
  'deploy-auto': { name: 'Automatic deployment', category: 'development', description: 'Every change goes live at once.' },
  'default-stage': {
    name: 'Stage without a path',
    category: 'development',
    description: 'The API answers at the root of its address, with no stage name in the path.',
  },
  'default-route': {
    name: 'Catch-all route',
    category: 'development',
    description: 'One route takes everything that no other route matches.',
  },
  canary: { name: 'Canary release', category: 'development', description: 'A share of the traffic tries a new deployment first.' },
  'stage-variables': { name: 'Stage variables', category: 'development', description: 'Each stage has its own settings by name.' },
  'gateway-responses': {
    name: 'Own error responses',
    category: 'development',
    description: 'Errors that the front door itself returns have your body and headers.',
  },
  'validate-body': {
    name: 'Body validation',
    category: 'development',
    description: 'Request bodies are checked against a JSON Schema before the backend sees them.',
  },
  'validate-params': {
    name: 'Parameter validation',
    category: 'development',
    description: 'Requests without a required header, query string or path parameter are refused.',
  },
  'transform-body-vtl': {
    name: 'Body transformation',
    category: 'development',
    description: 'Templates rewrite request and response bodies.',
  },
  'transform-params': {
    name: 'Parameter mapping',
    category: 'development',
    description: 'Headers, query strings and paths are rewritten on the way.',
  },
  'transform-status': {
    name: 'Other status codes',
    category: 'development',
    description: 'The front door can replace the status code of the backend.',
  },
  compression: { name: 'Compression', category: 'development', description: 'The front door compresses responses.' },
  binary: { name: 'Binary payloads', category: 'development', description: 'Bodies that are not text pass through.' },
  'clone-api': { name: 'Copy of an API', category: 'development', description: 'A new API starts as a copy of another.' },

  'metric-count': { name: 'Metric: requests', category: 'monitoring', description: 'CloudWatch counts the requests.' },
  'metric-4xx': { name: 'Metric: client errors', category: 'monitoring', description: 'CloudWatch counts errors of the caller.' },
  'metric-5xx': { name: 'Metric: server errors', category: 'monitoring', description: 'CloudWatch counts errors of the service.' },
  'metric-latency': {
    name: 'Metric: latency',
    category: 'monitoring',
    description: 'CloudWatch records the time of a request from end to end.',
  },
  'metric-integration-latency': {
    name: 'Metric: backend latency',
    category: 'monitoring',
    description: 'CloudWatch records the time the backend takes.',
  },
  'metric-cache': {
    name: 'Metric: cache hits and misses',
    category: 'monitoring',
    description: 'CloudWatch counts what the cache answered.',
  },
  'metric-data-processed': { name: 'Metric: bytes', category: 'monitoring', description: 'CloudWatch records the bytes processed.' },
  'metric-connect-message': {
    name: 'Metrics: connections and messages',
    category: 'monitoring',
    description: 'CloudWatch counts WebSocket connections and messages.',
  },
  'metric-disconnect': {
    name: 'Metric: disconnections',
    category: 'monitoring',
    description: 'CloudWatch counts WebSocket connections that end.',
  },
  'metrics-detailed': { name: 'Metrics per route', category: 'monitoring', description: 'Metrics are split by route or method.' },
  'access-logs-cw': {
    name: 'Access logs in CloudWatch',
    category: 'monitoring',
    description: 'Each request leaves a line in CloudWatch Logs.',
  },
  'access-logs-firehose': {
    name: 'Access logs to Data Firehose',
    category: 'monitoring',
    description: 'Each request is sent to a Data Firehose stream.',
  },
  'execution-logs': {
    name: 'Execution logs',
    category: 'monitoring',
    description: 'The front door logs what it did inside, step by step.',
  },
  xray: { name: 'X-Ray tracing', category: 'monitoring', description: 'The front door records its own X-Ray segments.' },

  'int-lambda-proxy': {
    name: 'Lambda proxy',
    category: 'integrations',
    description: 'A Lambda function gets the whole request and answers it.',
  },
  'int-lambda-custom': {
    name: 'Lambda with mapping',
    category: 'integrations',
    description: 'A Lambda function gets an event that you shape.',
  },
  'int-lambda-async': {
    name: 'Lambda, asynchronous',
    category: 'integrations',
    description: 'A Lambda function is started, and the client does not wait for it.',
  },
  'int-http-proxy': { name: 'HTTP proxy', category: 'integrations', description: 'Requests pass unchanged to an HTTP backend.' },
  'int-http-custom': {
    name: 'HTTP with mapping',
    category: 'integrations',
    description: 'Requests to an HTTP backend are reshaped on the way.',
  },
  'int-mock': { name: 'Mock', category: 'integrations', description: 'The front door answers by itself, with no backend.' },
  'int-aws-any': {
    name: 'AWS services',
    category: 'integrations',
    description: 'Routes call actions of AWS services without code of your own.',
  },
  'int-aws-sqs-send': { name: 'SQS: send', category: 'integrations', description: 'A route sends a message to an SQS queue without code.' },
  'int-aws-sqs-send-batch': {
    name: 'SQS: send a batch',
    category: 'integrations',
    description: 'A route sends several messages to SQS in one call, without code.',
  },
  'int-aws-sqs-receive-delete-purge': {
    name: 'SQS: receive, delete, purge',
    category: 'integrations',
    description: 'Routes read, delete or purge SQS messages without code.',
  },
  'int-aws-eventbridge-put': {
    name: 'EventBridge: put events',
    category: 'integrations',
    description: 'A route puts events on an EventBridge bus without code.',
  },
  'int-aws-kinesis-put-record': {
    name: 'Kinesis: put a record',
    category: 'integrations',
    description: 'A route puts one record into a Kinesis stream without code.',
  },
  'int-aws-kinesis-put-records': {
    name: 'Kinesis: put records',
    category: 'integrations',
    description: 'A route puts many records into a Kinesis stream in one call, without code.',
  },
  'int-aws-sfn-start': {
    name: 'Step Functions: start',
    category: 'integrations',
    description: 'A route starts a state machine without code.',
  },
  'int-aws-sfn-start-sync': {
    name: 'Step Functions: start and wait',
    category: 'integrations',
    description: 'A route runs an Express state machine and returns its result, without code.',
  },
  'int-aws-sfn-stop': { name: 'Step Functions: stop', category: 'integrations', description: 'A route stops an execution without code.' },
  'int-aws-appconfig-get': {
    name: 'AppConfig: read',
    category: 'integrations',
    description: 'A route returns a configuration from AppConfig without code.',
  },
  'int-aws-dynamodb': { name: 'DynamoDB', category: 'integrations', description: 'Routes read and write DynamoDB items without code.' },
  'int-aws-sns-publish': { name: 'SNS: publish', category: 'integrations', description: 'A route publishes to an SNS topic without code.' },
  'int-aws-s3-get-put': {
    name: 'S3: get and put',
    category: 'integrations',
    description: 'Routes read and write S3 objects without code.',
  },
  'int-aws-firehose': {
    name: 'Data Firehose: put a record',
    category: 'integrations',
    description: 'A route puts a record into Data Firehose without code.',
  },
  'int-vpc-nlb': {
    name: 'Private Network Load Balancer',
    category: 'integrations',
    description: 'The backend is behind a Network Load Balancer inside a VPC.',
  },
  'int-vpc-alb': {
    name: 'Private Application Load Balancer',
    category: 'integrations',
    description: 'The backend is behind an Application Load Balancer inside a VPC.',
  },
  'int-vpc-cloudmap': {
    name: 'AWS Cloud Map',
    category: 'integrations',
    description: 'The backend inside a VPC is found through AWS Cloud Map.',
  },
  'vpclink-sharing': {
    name: 'One VPC link for many backends',
    category: 'integrations',
    description: 'APIs and load balancers share one VPC link.',
  },
  'response-streaming': {
    name: 'Response streaming',
    category: 'integrations',
    description: 'The first bytes reach the client before the response is complete.',
  },
  'request-streaming': {
    name: 'Request streaming',
    category: 'integrations',
    description: 'The backend reads an upload while it still arrives.',
  },
  sse: { name: 'Server-sent events', category: 'integrations', description: 'The server sends events over one long HTTP response.' },
  'timeout-over-29s': {
    name: 'Answers later than 29 seconds',
    category: 'integrations',
    description: 'A client may wait more than 29 seconds for one response.',
  },
  'response-over-10mb': { name: 'Responses over 10 MB', category: 'integrations', description: 'One response may be larger than 10 MB.' },
  'server-push': {
    name: 'Push to connected clients',
    category: 'integrations',
    description: 'The server sends to a connected client whenever it likes.',
  },
  'ws-connection-mgmt': {
    name: 'Look up and close connections',
    category: 'integrations',
    description: 'Your code can ask about an open WebSocket connection, or close it.',
  },
  'ws-subprotocols': {
    name: 'WebSocket subprotocols',
    category: 'integrations',
    description: 'Client and server agree on a Sec-WebSocket-Protocol.',
  },
  'ws-connect-integration-required': {
    name: 'Backend always asked on connect',
    category: 'integrations',
    description: 'No WebSocket connection opens without a backend answering for $connect.',
  },
  'ws-broadcast': {
    name: 'Broadcast',
    category: 'integrations',
    description: 'One call sends a message to all open connections, or to those of a topic.',
  },
} as const satisfies Record<string, Feature>;

export type FeatureId = keyof typeof FEATURES;

/** In the order of the pages. */
export const FEATURE_IDS = Object.keys(FEATURES) as readonly FeatureId[];
