/** What stands in for what a workload does not say of the network of its function, or of the service that it calls. */
export const BACKEND_ASSUMPTIONS = {
  'nat-one-zone': {
    field: 'backend.lambda.vpc.nat.zones',
    text: 'One NAT gateway serves the function in all zones.',
    because: 'backend.lambda.vpc.nat.zones is not stated; AWS recommends one in each zone',
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html',
  },
  'function-endpoint-one-service': {
    field: 'backend.lambda.vpc.endpoints.services',
    text: 'The function reaches one AWS service by an interface endpoint.',
    because: 'backend.lambda.vpc.endpoints.services is not stated',
    source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  },
  'function-endpoint-two-zones': {
    field: 'backend.lambda.vpc.endpoints.zones',
    text: 'An interface endpoint of the function stands in two Availability Zones.',
    because: 'backend.lambda.vpc.endpoints.zones is not stated; AWS recommends two or more',
    source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  },
  'cloud-map-by-ecs': {
    field: 'backend.vpc.registered',
    text: 'Amazon ECS registers the service in AWS Cloud Map, for which nothing is billed by instance.',
    because: 'backend.vpc.registered is not stated',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html',
  },
  'service-payload-fits': {
    field: 'traffic.request',
    text: 'Every message or event fits in 64 KB.',
    because: 'the size of the requests is not stated',
    source: 'https://aws.amazon.com/sqs/pricing/',
  },
  'express-64mb': {
    field: 'backend.service.memory',
    text: 'An Express workflow uses 64 MB, the least that is billed.',
    because: 'backend.service.memory is not stated',
    source: 'https://aws.amazon.com/step-functions/pricing/',
  },
  'kinesis-record-fits': {
    field: 'traffic.request',
    text: 'Every record of Kinesis fits in one payload unit of 25 KB.',
    because: 'the size of the requests is not stated',
    source: 'https://aws.amazon.com/kinesis/data-streams/pricing/',
  },
  'kinesis-fewest-shards': {
    field: 'backend.service.shards',
    text: 'A provisioned stream has as many shards as the average load needs: {value}.',
    because: 'backend.service.shards is not stated; a shard takes 1,000 records and 1 MB a second, and a peak needs more',
    source: 'https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html',
  },
  'firehose-record-fits': {
    field: 'traffic.request',
    text: 'Every record of Data Firehose fits in 5 KB, the least that is billed.',
    because: 'the size of the requests is not stated',
    source: 'https://aws.amazon.com/firehose/pricing/',
  },
  'service-writes': {
    field: 'backend.service.action',
    text: 'Each request writes.',
    because: 'backend.service.action is not stated; to write costs more than to read',
    source: 'https://aws.amazon.com/dynamodb/pricing/',
  },
  'dynamodb-item-is-body': {
    text: 'An item of DynamoDB has the size of the request that writes it, or of the response that it is read for; reads are eventually consistent.',
    because: 'what a mapping adds or leaves out is not in the workload',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html',
  },
  'dynamodb-item-fits': {
    field: 'traffic.request',
    text: 'Every item of DynamoDB fits in one unit: 1 KB written, or 4 KB read.',
    because: 'its size is not stated',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html',
  },
  'appconfig-received': {
    field: 'backend.service.received',
    text: 'Each request to AppConfig gets the configuration.',
    because: 'backend.service.received is not stated, and a request that does not name the version it has gets it whole',
    source: 'https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/API_GetConfiguration.html',
  },
} as const;
