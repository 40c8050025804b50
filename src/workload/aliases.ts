import type { FeatureId } from './features.ts';

/**
 * What people call the fields of a workload file, elsewhere or at a first try: in CloudFormation, SAM, the Serverless
 * Framework, Terraform, k6, the AWS Pricing Calculator, and in plain English. None of it is accepted: it is answered with the
 * right name and place. Case, `-`, `_`, plural, words such as `average` or `enabled`, and units at the end of a name
 * (`durationMs`, `requestsPerMonth`) make no difference. What stands behind the last `|` is meant in the section of the field only, what stands
 * between two where a field of ours is expected, but not inside what is foreign.
 * Where one name could be several fields, the nearest is meant, or else the first here.
 */
export const ALIASES: Readonly<Record<string, string>> = {
  name: 'apiName title service serviceName api metadataName workloadName infoTitle providerStackName application app applicationName stackName',
  region: 'awsRegion location regionName providerRegion dataCenter deploymentRegion regionCode regions',
  account: 'accountId awsAccount awsAccountId',
  payer: 'payerAccount billingAccount managementAccount payerId',
  inUse:
    'apiType currentType currentApi builtAs gatewayType gateway protocolType kindOfApi apiGatewayType | type current today existing architectureToday deployedAs',
  routes: 'endpoints numberOfRoutes methodsAndResources routeCount numberOfEndpoints paths',
  'routes[].method': 'verb httpMethod requestMethod',
  'routes[].path': 'resourcePath routeKey url | route resource',
  'routes[].authorizer': 'authorizerType authorizationType | auth authorization',
  'headers.read': 'headersRead | request requests',
  'headers.sent': 'responseHeaders headersSent | response responses',
  'headers.mapped': 'mappedHeaders | mapping mappings',
  audited: 'securityHub compliance audit',
  hoursPerMonth: 'monthHours hoursInMonth',
  alwaysFree: 'freeTier alwaysFreeTier useFreeTier includeFreeTier',

  traffic: 'usage httpTraffic apiTraffic | http',
  'traffic.requests':
    'requests requestCount requestVolume requestRate totalRequests callCount calls apiCalls invocations hits trafficVolume throughput rps tps qps reqs load volume requestTotal steadyRate httpRequests restRequests httpApiRequests restApiRequests arrivalRate requestUnits | traffic transactions queries rate',
  'traffic.peak':
    'peak peakRps peakRate peakRequests peakTps peakTraffic peakLoad peakThroughput maxRps maxRate maxRequests maxTps maxThroughput maximumRate maxLoad busiest spike spikeRate peakQps requestsPeak rateMax rpsMax rpsPeak',
  'traffic.peakLength': 'peakDuration peakTime durationOfPeak peakMinutes peakFor',
  'traffic.burst': 'bursts burstTraffic spikes',
  'traffic.burst.requests': 'burstRequests burstSize | burst',
  'traffic.burst.length': 'burstLength burstDuration burstTime',
  'traffic.request':
    'request requestSize payload payloadSize requestBody requestPayload requestPayloadSize requestBodySize bodySize inputSize uploadSize payloadIn requestLength messageBody reqSize requestSizeEach sizeOfRequest sizeOfEachRequest payloadRequest requestKb | body in upload',
  'traffic.response':
    'response responseSize responseBody responsePayload responsePayloadSize responseBodySize outputSize downloadSize payloadOut responseLength resSize respSize replySize answerSize sizeOfResponse payloadResponse dataOutPerRequest resp | reply answer out download',
  'traffic.largestRequest':
    'maxRequestSize maxPayload maxPayloadSize largestPayload maxRequest maxUpload maxUploadSize maxBodySize largestUpload requestMax requestSizeMax payloadLimit maximumRequestSize',
  'traffic.largestResponse':
    'maxResponseSize maxResponse largestDownload maxDownload maxDownloadSize responseMax responseSizeMax maximumResponseSize',
  'traffic.largestHeaders': 'headerSize headersSize maxHeaderSize maxHeaders largestHeader requestHeaders',
  'traffic.format': 'contentType mediaType bodyFormat payloadFormat mimeType',
  'traffic.sameRegion': 'sameRegionShare inRegion clientsInRegion regionalClients localClients localTraffic',
  'traffic.sizes': 'sizeClasses payloadSizes requestSizes payloadMix sizeDistribution | mix distribution',
  'traffic.sizes[].share': '| percent percentage weight fraction portion ratio part',
  'traffic.streaming': 'responseStreaming streamResponses | streamed stream',
  'traffic.streamPause': 'longestPause streamSilence maxPause',
  'traffic.fates': 'refusals rejected | errors failures outcomes',
  'traffic.fates.blocked': 'blockedRequests wafBlocked blockedByWaf blockedShare blockRate blockedRate',
  'traffic.fates.preflight': 'preflights corsPreflight optionsRequests corsRequests optionsShare preflightRate | options',
  'traffic.fates.unauthorized':
    'unauthorised 401 403 unauthenticated authFailures forbidden unauthorizedRate unauthorizedRequests | denied',
  'traffic.fates.throttled': '429 throttledRequests rateLimited tooManyRequests throttledRate throttleRate',
  'traffic.fates.invalid': '400 invalidRequests badRequests validationFailures badRequest clientErrors 4xx',
  'traffic.connections': 'keepAlive clientConnections httpConnections',
  'traffic.connections.requestsEach': 'requestsPerConnection keepAliveRequests connectionReuse',

  realtime: 'websocket websockets ws webSocketApi webSocketTraffic pushConnections socket sockets wss',
  'realtime.connections':
    'concurrentConnections openConnections activeConnections webSocketConnections concurrentUsers connectedClients simultaneousConnections onlineUsers connectedUsers concurrentClients | concurrent clients users maxConnections peakConnections',
  'realtime.connectRate': 'connectionRate newConnections connectsPerSecond newConnectionRate connectionAttempts | connects',
  'realtime.hoursPerDay': 'openHours activeHours hoursADay connectedHours hoursOnline | hours',
  'realtime.sessionLength':
    'connectionDuration sessionDuration averageConnectionDuration connectionLength sessionTime connectionTime connectionLifetime sessionLifetime | session duration lifetime',
  'realtime.inbound': 'incoming messagesIn inboundMessages incomingMessages clientMessages | received receive fromClients upstream',
  'realtime.inbound.rate':
    'messagesIn messagesReceived inboundMessages incomingMessages inboundRate messageRateIn messageRate messages messagesPerConnection messagesEach',
  'realtime.inbound.size': 'inboundSize messageSize incomingSize averageMessageSize messageSizeIn',
  'realtime.outbound':
    'outgoing messagesOut outboundMessages outgoingMessages pushed pushes serverMessages | sent push send toClients downstream notifications',
  'realtime.outbound.rate':
    'messagesOut messagesPushed outboundMessages outgoingMessages outboundRate messageRateOut pushRate pushesPerConnection',
  'realtime.outbound.size': 'outboundSize outgoingSize pushSize messageSizeOut',
  'realtime.fanOut': 'fanout broadcastTo subscribers recipientsPerMessage | recipients receivers',
  'realtime.largestMessage': 'maxMessageSize maxMessage largestFrame',
  'realtime.connectPeak': 'peakConnectRate connectionSpike reconnectStorm',
  'realtime.longestSilence': 'idleTime maxIdle | idleTimeout idle',
  'realtime.heartbeat': 'pingInterval keepAliveInterval heartbeatInterval | ping pings',
  'realtime.connectionStore': 'connectionTable connectionsTable',
  'realtime.connectionStore.item': 'itemSize recordSize',

  throttling: 'throttle rateLimits throttlingLimits throttleSettings defaultRouteSettings rateLimiting | limits',
  'throttling.account': 'accountLimit accountThrottle accountQuota',
  'throttling.account.rate': 'accountRateLimit accountRate',
  'throttling.account.burst': 'accountBurstLimit accountBurst',
  'throttling.accountUsedByOthers': 'otherApis otherTraffic usedByOthers otherLoad',
  'throttling.stage': 'stageLimit stageThrottle defaultThrottle defaultLimit',
  'throttling.stage.rate':
    'rateLimit throttlingRate throttlingRateLimit throttleRateLimit stageRate stageRateLimit requestLimit throttleRate methodSettingsThrottlingRateLimit',
  'throttling.stage.burst':
    'burstLimit throttlingBurst throttlingBurstLimit throttleBurstLimit stageBurst stageBurstLimit burstCapacity bucketSize',
  'throttling.methods': 'methodLimits routeLimits methodSettings routeSettings',
  'throttling.clients': 'usagePlans usagePlan clientPlans apiPlans | plans tiers consumers partners customers tenants',
  'throttling.clients[].clients': 'numberOfClients | keys apiKeys tenants customers consumers partners',
  'throttling.clients[].rate': 'throttleRate perClientRate',
  'throttling.clients[].burst': 'perClientBurst',
  'throttling.clients[].quota': 'quotaLimit monthlyQuota perClientQuota',
  'throttling.retries': 'retry retryPolicy retryStrategy clientRetries',
  'throttling.retries.attempts': 'maxAttempts maxRetries maximumAttempts retryCount tries',
  'throttling.retries.delay': 'baseDelay initialDelay retryDelay | interval',
  'throttling.retries.longestDelay': 'maxDelay maxBackoff maximumDelay | cap',

  needs: 'features requirements requires required capabilities wants mustHave musts functionalRequirements',
  edge: 'cloudfront cdn distribution cloudFrontDistribution edgeCache cloudFrontCdn contentDelivery',
  'edge.hitRatio':
    'hitRatio cacheHitRatio cacheHitRate hitRate cacheHit cacheHits cloudfrontHitRatio cdnHitRatio cacheRatio edgeHitRatio cachedShare cloudFrontCacheHitRatio | hits cached',
  'edge.geography':
    'geographies viewers viewerLocation audience continent userLocation clientsIn viewersIn priceClass | users countries regions locations',
  'edge.plan': 'pricingPlan cloudFrontPlan flatRatePlan',
  'edge.origin': 'originProtection originAccess directAccess',

  cache: 'apiCache apiGatewayCache gatewayCache stageCache caching cacheCluster responseCache restCache',
  'cache.size': 'cacheSize cacheClusterSize cacheMemory cacheMemorySize cacheGb | memory memorySize capacity',
  'cache.hitRatio': 'cacheHitRatio cacheHitRate hitRate cacheHits cacheRatio cachedShare | hits',
  'cache.ttl': 'cacheTtl timeToLive expiry cacheTtlInSeconds maxAge cacheDuration cachedFor',
  'cache.encrypted': 'cacheDataEncrypted | encryption encrypt encryptionAtRest',

  auth: 'authentication authorization security authn authz access',
  'auth.lambdaAuthorizer':
    'authorizer customAuthorizer authLambda lambdaAuth authorizerFunction authorizerLambda customAuth requestAuthorizer',
  'auth.lambdaAuthorizer.memory': 'authorizerMemory authorizerMemorySize',
  'auth.lambdaAuthorizer.duration': 'authorizerDuration authorizerTime authorizerLatency',
  'auth.lambdaAuthorizer.cacheHitRatio': 'authorizerCacheHitRatio cachedShare | hitRatio hitRate cacheHitRate cacheHits cached',
  'auth.lambdaAuthorizer.cacheTtl': 'authorizerResultTtlInSeconds resultTtlInSeconds authorizerTtl authorizerCacheTtl | ttl',
  'auth.lambdaAuthorizer.identity': 'identitySource identitySources',
  'auth.open': 'anonymous publicRoutes unauthenticatedRoutes openRoutes | public',
  'auth.latencyTarget': 'sla slo targetLatency latencyBudget latencySlo maxLatency latencyGoal p99Target latencyTargetP99',
  'auth.jwt': 'jwtConfiguration oidc oauth2 | token tokens',
  'auth.jwt.algorithm': 'alg signingAlgorithm',
  'auth.mutualTls': 'mtls mutualTlsAuthentication clientCertificates',
  'auth.mutualTls.revocation': 'crl revoked',
  'auth.mutualTls.defaultEndpoint': 'disableExecuteApiEndpoint executeApi',

  'cors.origins': 'allowOrigins allowedOrigins allowOrigin accessControlAllowOrigin | origin',
  'cors.credentials': 'allowCredentials',
  'operations.production': 'isProduction | prod live',
  'operations.autoDeploy': 'automaticDeployment',
  'operations.stageVariables': 'stageVars',

  backend: 'integration compute upstreamService | target origin',
  'backend.lambda':
    'function functions lambdas lambdaFunction backendLambda awsLambda handlerFunction myFunction serverless lambdaBackend fn computeLambda',
  'backend.lambda.memory':
    'memorySize memory mem memoryMb lambdaMemory lambdaMemorySize functionMemory ram amountOfMemory memoryAllocated allocatedMemory amountOfMemoryAllocated memoryLimit memorySizeInMb',
  'backend.lambda.duration':
    'executionTime averageDuration lambdaDuration billedDuration functionDuration durationOfEachRequest executionDuration invocationTime processingTime avgTime durationEach backendLatency integrationLatency responseTime avgLatency | duration | time latency',
  'backend.lambda.architecture':
    'architecture arch architectures cpuArchitecture lambdaArchitecture instructionSet | cpu processor platform',
  'backend.lambda.provisioned': 'provisionedConcurrency provisionedConcurrencyConfig keepWarm keptWarm | warm',
  'backend.lambda.provisioned.concurrency': 'provisionedConcurrency provisionedConcurrentExecutions | instances environments amount',
  'backend.lambda.coldStarts': 'coldStart initDuration slowStart',
  'backend.lambda.coldStarts.share': 'coldStartRate coldStartRatio coldStartShare coldStartPercentage | rate ratio',
  'backend.lambda.coldStarts.duration': 'coldStartDuration coldStartTime initTime | time',
  'backend.lambda.reserved': 'reservedConcurrency reservedConcurrentExecutions concurrency concurrencyLimit',
  'backend.p99': 'p99Latency latencyP99 p99Ms p99Duration tailLatency slowest p99ResponseTime',
  'backend.vpc': 'vpcLink container containers ecs fargate eks ec2 privateIntegration kubernetes privateBackend vpcIntegration',
  'backend.vpc.balancer': 'backendLoadBalancer backendBalancer lbType targetType',
  'backend.service': 'stepFunctions stateMachine awsService serviceIntegration directIntegration awsIntegration',

  waf: 'wafv2 webAcl webApplicationFirewall awsWaf firewall wafWebAcl',
  'waf.webAcls': 'numberOfWebAcls webAclCount acls',
  'waf.rules': 'wafRules customRules ownRules ruleCount numberOfRules rulesPerWebAcl',
  'waf.ruleGroups': 'ownRuleGroups customRuleGroups',
  'waf.managedGroups': 'managedRules managedRuleGroups awsManagedRules managedRuleSets managedRuleGroupCount',
  'waf.botControl': 'bots botProtection',

  loadBalancer: 'alb applicationLoadBalancer elb elbv2 lb',
  'loadBalancer.zones': '| availabilityZones azs az',
  'loadBalancer.rules': 'listenerRules',
  'loadBalancer.internetFacing': '| public scheme',
  privateEndpoint: 'vpcEndpoint interfaceEndpoint vpce privateLink vpcEndpoints',
  'privateEndpoint.zones': '| availabilityZones azs az',
  portal: 'developerPortal apiPortal',

  observability: 'monitoring logging logs telemetry',
  'observability.accessLogs': 'accessLog accessLogging accessLogSettings accessLogSetting cloudWatchLogs cloudWatch requestLogs',
  'observability.accessLogs.bytes': 'logSize entrySize sizePerEntry logEntrySize bytesPerRequest sizePerRequest logBytes | size',
  'observability.accessLogs.retention': 'retentionInDays logRetention logRetentionInDays logRetentionDays | keep',
  'observability.executionLogs': 'executionLog executionLogging apiLogs debugLogs',
  'observability.executionLogs.level': 'logLevel loggingLevel executionLogLevel',
  'observability.executionLogs.errors': '| errorRate errorShare failures',
  'observability.executionLogs.dataTrace': 'dataTraceEnabled fullRequests logFullRequests',
  'observability.executionLogs.retention': '| retentionInDays keep',
  'observability.detailedMetrics': 'metricsPerRoute detailedMetricsEnabled',
  'observability.xray': 'tracing xrayTracing tracingEnabled traces awsXray',
  'observability.xray.sampling': 'sampleRate samplingRate tracesSampled | sampled',
};

/** What people call what an API needs, beside the names that docs/features.md has. */
export const FEATURE_ALIASES: Readonly<Partial<Record<FeatureId, string>>> = {
  'endpoint-regional': 'regional regionalApi',
  'endpoint-private': 'private privateApi privateApis internal internalOnly vpcOnly privateAccess',
  'endpoint-edge-optimized': 'endpointEdge edgeOptimized edgeOptimised edgeEndpoint',
  'custom-domain': 'domain customDomains domainName ownDomain hostname vanityDomain',
  'multi-region-failover': 'multiRegion failover disasterRecovery activeActive',
  mtls: 'mutualTls mutualTlsAuth clientCertificate twoWayTls mutualAuthentication',
  'waf-native': 'waf firewall webAcl webApplicationFirewall awsWaf wafAttached',
  'resource-policy': 'resourcePolicies ipAllowlist ipWhitelist ipFilter ipRestriction ipRestrictions allowlist',
  'auth-iam': 'iam iamAuth awsIam sigv4 iamAuthorizer iamAuthorization',
  'auth-cognito-native': 'cognito cognitoAuthorizer cognitoAuth cognitoUserPool userPool cognitoUserPoolsAuthorizer',
  'auth-jwt':
    'jwt jwtAuth jwtAuthorization jwtValidation oauth oauth2 oidc openIdConnect auth0 okta bearerToken tokens token jwtAuthentication',
  'auth-lambda-request': 'lambdaAuthorizer customAuthorizer requestAuthorizer lambdaAuth customAuth authorizer',
  'auth-lambda-token': 'tokenAuthorizer lambdaTokenAuthorizer',
  'authorizer-cache': 'authorizerCaching authCache',
  'api-keys': 'apiKey apiKeyRequired apikeyAuth keys apiKeyAuth',
  'usage-plans': 'usagePlan plans monetization metering tiers pricingTiers',
  'per-client-rate':
    'perClientThrottling clientThrottling perClientRateLimit rateLimitPerClient perUserRateLimit throttlingPerClient perKeyRateLimit',
  'per-client-quota': 'quota quotas clientQuota perClientQuotas perKeyQuota',
  'throttle-stage': 'rateLimit rateLimiting throttling throttle rateLimits throttles rateLimiter',
  'throttle-route-or-method': 'routeThrottling methodThrottling perRouteThrottling perRouteRateLimit perMethodThrottling',
  'dev-portal': 'portal developerPortal apiPortal',
  'sdk-generation': 'sdk sdks generatedSdk clientSdk sdkGenerator',
  'openapi-import': 'openapi swagger openapiDefinition openapiSpec',
  'response-cache': 'cache caching responseCaching apiCache apiCaching gatewayCache cached',
  cors: 'crossOrigin corsSupport',
  canary: 'canaries canaryDeployment canaryDeployments canaryReleases blueGreen trafficShifting',
  'validate-body':
    'requestValidation validation bodyValidation schemaValidation validateRequest validateRequests requestValidator jsonSchema modelValidation',
  'validate-params': 'parameterValidation validateParameters paramValidation',
  'transform-body-vtl':
    'transformation transformations mappingTemplates vtl bodyMapping requestTransformation payloadTransformation mapping templates transform',
  'transform-params': 'parameterMapping headerMapping headerTransformation',
  compression: 'gzip compress brotli',
  binary: 'binaryMedia binaryPayload binaryData binarySupport fileUpload files binaryMediaTypes images',
  'access-logs-cw': 'accessLogs accessLogging accessLog logging logs',
  'access-logs-firehose': 'firehoseLogs logsToFirehose',
  'execution-logs': 'executionLogging',
  'metrics-detailed': 'detailedMetrics perRouteMetrics metricsPerMethod',
  xray: 'tracing xRayTracing distributedTracing traces awsXray',
  'int-lambda-proxy': 'lambda lambdaIntegration awsProxy lambdaProxyIntegration lambdaBackend',
  'int-lambda-async': 'async asyncLambda asynchronous asyncInvocation',
  'int-http-proxy': 'httpIntegration httpBackend httpProxyIntegration',
  'int-mock': 'mocks mockIntegration mockResponses',
  'int-aws-any': 'awsServices serviceIntegrations awsServiceIntegration directIntegration serviceProxy',
  'int-aws-sqs-send': 'sqs queue sqsIntegration',
  'int-aws-eventbridge-put': 'eventbridge events',
  'int-aws-kinesis-put-record': 'kinesis',
  'int-aws-sfn-start': 'stepFunctions workflow workflows stateMachine',
  'int-aws-sns-publish': 'sns',
  'int-aws-s3-get-put': 's3 s3Integration',
  'int-aws-firehose': 'firehose',
  'int-vpc-nlb': 'nlb',
  'int-vpc-alb': 'alb vpcLink vpc privateIntegration vpcIntegration',
  'int-vpc-cloudmap': 'cloudMap serviceDiscovery',
  'response-streaming': 'streaming stream streamingResponses streamResponses streamedResponses',
  'timeout-over-29s': 'longRunning longRequests longTimeout slowRequests longRunningRequests longTimeouts',
  'response-over-10mb': 'largeResponses bigResponses largePayloads bigPayloads largePayload largeDownloads',
  'server-push':
    'websocket websockets ws realtime push bidirectional liveUpdates pushNotifications webSocketApi webSocketSupport serverSentPush realTimeUpdates',
  'ws-broadcast': 'broadcasting pubSub fanOut',
  sse: 'serverSentEvent eventStream',
  'dualstack-ipv6': 'ipv6 dualStack',
  'tls-1-3': 'tls13',
  'http2-clients': 'http2',
  'mcp-target': 'mcp aiAgents agents',
};

/** Keys that say what a workload belongs to: they are tags. */
export const TAG_WORDS =
  'env environment stage team owner project costCenter costCentre department product businessUnit squad tenant cluster';

/** Words for the values of fields that take one of a few, in small letters and without signs. */
export const VALUE_ALIASES: Readonly<Record<string, string>> = {
  arm64: 'arm graviton graviton2 graviton3 aarch64 armv8 arm64v8 arm64e',
  x86: 'x8664 amd64 x64 intel i386 amd x86x64 x8632',
  rest: 'restapi apigatewayrest v1 restful edge regional apigateway awsapigatewayrestapi awsserverlessapi',
  http: 'httpapi apigatewayhttp v2 httpv2 apigatewayv2 awsserverlesshttpapi apigatewayv2api',
  websocket: 'websocketapi ws wss sockets realtime',
  alb: 'applicationloadbalancer elb loadbalancer elbv2 application',
  nlb: 'networkloadbalancer network',
  'rest-private': 'private privaterest privateapi privaterestapi',
  'function-url': 'lambdaurl lambdafunctionurl functionurl furl lambda',
  us: 'usa unitedstates america northamerica na ny virginia unitedstatesofamerica',
  eu: 'europe emea uk unitedkingdom germany france spain italy netherlands ireland poland european europeanunion london frankfurt paris gb de fr',
  'asia-pacific': 'asia apac singapore korea southkorea hongkong southeastasia indonesia taiwan thailand malaysia philippines sg',
  'south-america': 'latam latinamerica brazil sa argentina chile br',
  'south-africa': 'africa za kenya nigeria',
  'middle-east': 'mena uae dubai saudiarabia israel turkey',
  australia: 'oceania newzealand anz au nz sydney',
  japan: 'jp tokyo osaka',
  india: 'in mumbai delhi',
  canada: 'ca toronto montreal',
  json: 'applicationjson',
  xml: 'applicationxml textxml soap',
  form: 'multipart multipartformdata formdata urlencoded applicationxwwwformurlencoded',
  binary: 'applicationoctetstream octetstream image images file files pdf bytes protobuf',
  'step-functions-standard': 'stepfunctions standard statemachine sfn workflow',
  'step-functions-express': 'express expressworkflow expressworkflows',
  sqs: 'queue amazonsqs simplequeueservice',
  dynamodb: 'ddb dynamo table',
  eventbridge: 'events eventbus',
  common: 'basic standard commonbots',
  any: 'all star everywhere wildcard allorigins',
  listed: 'list some specific allowlist',
  error: 'errors warn warning',
  info: 'debug full all verbose trace',
  off: 'none disabled no false',
  none: 'no off never nobody disabled false no',
  writes: 'all everything public any yes true everybody anyone',
  reads: 'get readonly read gets',
  exponential: 'exp expo yes true exponentialbackoff',
  full: 'yes true random fulljitter equal decorrelated',
  v2: '2 version2 http2',
  v1: '1 version1',
  https: 'tls ssl',
};
