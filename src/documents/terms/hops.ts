/** What a hop is, and AWS's page on it: for whoever meets its id in a row, or in the pipeline of a pick. */
interface HopTitle {
  readonly title: string;
  /** What it does on the way of a request, and what it bills. */
  readonly does: string;
  readonly source: string;
}

const PRICING = 'https://aws.amazon.com/api-gateway/pricing/';
const LAMBDA = 'https://aws.amazon.com/lambda/pricing/';
const BALANCER = 'https://aws.amazon.com/elasticloadbalancing/pricing/';
const WATCH = 'https://aws.amazon.com/cloudwatch/pricing/';
const GUIDE = 'https://docs.aws.amazon.com/apigateway/latest/developerguide';

/** Every hop there is; a test names an id that is not here. */
export const HOPS = {
  cloudfront: {
    title: 'CloudFront',
    does: 'Answers hits from its cache, and passes all others. Billed by HTTPS requests and bytes, or by a flat-rate plan.',
    source: 'https://aws.amazon.com/cloudfront/pricing/',
  },
  waf: {
    title: 'Web ACL (AWS WAF)',
    does: 'Blocks requests. Billed by web ACL, rule and request, blocked ones included.',
    source: 'https://aws.amazon.com/waf/pricing/',
  },
  'private-endpoint': {
    title: 'VPC endpoint (PrivateLink)',
    does: 'Lets clients in a VPC reach a private API. Billed by the hour of each zone, and by bytes both ways.',
    source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  },
  preflight: {
    title: 'Preflight',
    does: 'Answers CORS preflight requests (OPTIONS) at the gateway. It bills nothing itself.',
    source: `${GUIDE}/how-to-cors.html`,
  },
  authorizer: {
    title: 'Authorizer',
    does: 'Refuses requests of callers it does not know (401, 403). A Lambda authorizer is billed as a Lambda function; others are free.',
    source: LAMBDA,
  },
  throttle: {
    title: 'Throttle',
    does: 'Refuses requests over a limit of the account, stage, route or client (429). It bills nothing itself.',
    source: `${GUIDE}/api-gateway-request-throttling.html`,
  },
  validation: {
    title: 'Request validation',
    does: 'Refuses requests that do not have what a model or a required parameter asks for (400). It bills nothing itself.',
    source: `${GUIDE}/api-gateway-method-request-validation.html`,
  },
  cache: {
    title: 'Stage cache',
    does: 'Answers hits at a stage of a REST API. Billed by the hour, by size.',
    source: PRICING,
  },
  rest: { title: 'REST API', does: 'Passes requests to the backend. Billed by request.', source: PRICING },
  http: { title: 'HTTP API', does: 'Passes requests to the backend. Billed by request, in increments of 512 KB.', source: PRICING },
  websocket: {
    title: 'WebSocket API',
    does: 'Keeps connections, and passes messages both ways. Billed by message, in increments of 32 KB, and by connection minute.',
    source: PRICING,
  },
  'function-url': {
    title: 'Lambda function URL',
    does: 'Passes requests to its function. It costs nothing itself.',
    source: LAMBDA,
  },
  'web-function': {
    title: 'Lambda Web Function',
    does: 'Answers requests. Billed by request, active CPU time and memory; no rates of them were found.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/web-functions.html',
  },
  alb: {
    title: 'Application Load Balancer',
    does: 'Passes requests to its targets, as the front door or at the end of a VPC link. Billed by the hour, by LCU, and by public IPv4 address.',
    source: BALANCER,
  },
  servers: {
    title: 'Servers of your own',
    does: 'Answer requests, or hold connections. Billed as the workload states: dollars a month, or vCPU-hours and GB-hours of Fargate.',
    source: 'https://aws.amazon.com/fargate/pricing/',
  },
  'alb-websocket': {
    title: 'Application Load Balancer for connections',
    does: 'Passes connections to servers of yours. Billed by the hour, by LCU, and by public IPv4 address.',
    source: BALANCER,
  },
  'nlb-websocket': {
    title: 'Network Load Balancer for connections',
    does: 'Passes connections to servers of yours. Billed by the hour, by NLCU, and by public IPv4 address.',
    source: BALANCER,
  },
  nlb: {
    title: 'Network Load Balancer at the end of a VPC link',
    does: 'Reaches a backend in a VPC. The link costs nothing; the load balancer is billed by the hour and by NLCU.',
    source: `${GUIDE}/apigateway-vpc-links-v2.html`,
  },
  'cloud-map': {
    title: 'AWS Cloud Map at the end of a VPC link',
    does: 'Finds a service in a VPC, without a load balancer. Billed by service instance, but for those that Amazon ECS registers.',
    source: `${GUIDE}/http-api-develop-integrations-private.html`,
  },
  egress: {
    title: 'Data transfer out',
    does: 'Sends answers to clients on the internet. Billed by GB.',
    source: PRICING,
  },
  lambda: { title: 'Lambda function of the backend', does: 'Answers requests. Billed by request and duration.', source: LAMBDA },
  'function-network': {
    title: 'Network of a function in a VPC',
    does: 'Reaches what is outside the VPC. NAT gateways and interface endpoints are billed by the hour of each zone, and by GB both ways.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html',
  },
  'lambda-streaming': {
    title: 'Streamed answers of Lambda',
    does: 'Streams answers. Billed by GB beyond 6 MB of each answer.',
    source: LAMBDA,
  },
  sqs: {
    title: 'Amazon SQS',
    does: 'Takes a message for each request. Billed by request, in increments of 64 KB.',
    source: 'https://aws.amazon.com/sqs/pricing/',
  },
  eventbridge: {
    title: 'Amazon EventBridge',
    does: 'Takes an event for each request. Billed by event, in increments of 64 KB.',
    source: 'https://aws.amazon.com/eventbridge/pricing/',
  },
  'step-functions-standard': {
    title: 'Step Functions, standard workflows',
    does: 'Runs a workflow for each request. Billed by state transition.',
    source: 'https://aws.amazon.com/step-functions/pricing/',
  },
  'step-functions-express': {
    title: 'Step Functions, Express workflows',
    does: 'Runs a workflow for each request. Billed by request, duration and memory.',
    source: 'https://aws.amazon.com/step-functions/pricing/',
  },
  kinesis: {
    title: 'Amazon Kinesis Data Streams',
    does: 'Takes a record for each request. Billed by the hour of each shard, and by payload unit, a started 25 KB of a record.',
    source: 'https://aws.amazon.com/kinesis/data-streams/pricing/',
  },
  firehose: {
    title: 'Amazon Data Firehose',
    does: 'Takes a record for each request. Billed by GB, each record as the next 5 KB.',
    source: 'https://aws.amazon.com/firehose/pricing/',
  },
  sns: {
    title: 'Amazon SNS',
    does: 'Publishes a message for each request. Billed by request, in increments of 64 KB; deliveries are billed apart.',
    source: 'https://aws.amazon.com/sns/pricing/',
  },
  dynamodb: {
    title: 'Amazon DynamoDB',
    does: 'Writes or reads an item for each request, on demand. Billed by write and read request unit.',
    source: 'https://aws.amazon.com/dynamodb/pricing/',
  },
  s3: {
    title: 'Amazon S3',
    does: 'Writes or reads an object for each request. Billed by request; storage is billed apart.',
    source: 'https://aws.amazon.com/s3/pricing/',
  },
  appconfig: {
    title: 'AWS AppConfig',
    does: 'Answers each request with a configuration, or with nothing where the caller has it. Billed by request, and by configuration received.',
    source: 'https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/API_GetConfiguration.html',
  },
  'connection-store': {
    title: 'Table of connections (DynamoDB)',
    does: 'Remembers who is connected, for the backend to push to. Billed by reads and writes.',
    source: 'https://aws.amazon.com/dynamodb/pricing/',
  },
  'usage-counters': {
    title: 'Usage counters (DynamoDB)',
    does: 'Count the requests of each client, where a Lambda authorizer takes the place of usage plans. Billed by writes.',
    source: 'https://aws.amazon.com/dynamodb/pricing/',
  },
  'access-logs': { title: 'Access logs', does: 'Writes an entry for each request. Billed by GB written and stored.', source: WATCH },
  'execution-logs': {
    title: 'Execution logs',
    does: 'Writes what the gateway does with each request. Billed by GB written and stored.',
    source: WATCH,
  },
  'detailed-metrics': { title: 'Detailed metrics', does: 'Counts by method or route. Billed by metric.', source: WATCH },
  xray: { title: 'X-Ray tracing', does: 'Records traces. Billed by trace.', source: 'https://aws.amazon.com/xray/pricing/' },
  portal: { title: 'Developer portal', does: 'Publishes REST APIs. Billed by the month, and by product beyond ten.', source: PRICING },
  'second-region': {
    title: 'Second Region',
    does: 'Holds the same API for a failover: what is billed there while no request comes.',
    source: `${GUIDE}/dns-failover.html`,
  },
  help: {
    title: 'Help',
    does: 'Supplies a feature that a candidate does not have by itself. What it costs is in the price where a size of it is known.',
    source: GUIDE,
  },
} as const satisfies Record<string, HopTitle>;

export type HopId = keyof typeof HOPS;
