import * as v from 'valibot';
import { choice, duration, flag, memory, money, number, section, share, size, whole } from './field.ts';
import { COUNTED, DESIGN, FELT_DESIGN, MIX, PAID_BY_EACH, type Traits } from './traits.ts';

/** How many requests one connection carries, and how long it stays open: two dimensions of a load balancer. */
/** @param traits of those of clients, a mix; of those behind an API, its design. */
export const connections = (of: string, traits: Traits) =>
  section(
    `How ${of} use connections: two of the dimensions of a load balancer.`,
    () => ({
      requestsEach: v.optional(number('Requests that one connection carries, on average.', '20', 1, 1e9, traits)),
      duration: v.optional(duration('How long a connection stays open, on average.', '60 s', traits)),
    }),
    { ...traits, felt: null },
  );

export const sharedBy = (what: string) =>
  v.optional(
    whole(`APIs and services that share ${what}; its hours are divided among them. Assumed 1 when absent.`, '4', 1, 10000, COUNTED),
  );

export const lambdaFunction = {
  memory: memory('Memory of the function.', '512 MB', FELT_DESIGN),
  duration: duration('Average billed duration of one invocation. Starts are stated separately.', '120 ms', MIX),
  architecture: v.optional(choice('Instruction set of the function. Assumed x86 when absent.', ['x86', 'arm64'])),
  provisioned: v.optional(
    section(
      'Provisioned concurrency: environments kept warm, billed while they are kept, busy or not.',
      () => ({
        concurrency: whole('Environments that are kept warm.', '10', 1, 100000, COUNTED),
        hoursPerDay: v.optional(number('Hours a day that they are kept. Assumed 24 when absent.', '12', 0, 24, FELT_DESIGN)),
      }),
      PAID_BY_EACH,
    ),
  ),
  coldStarts: v.optional(
    section('Starts of an environment for an invocation; AWS bills that time (INIT) since August 2025.', () => ({
      share: share('Share of the invocations on demand that start one.', '1%', FELT_DESIGN),
      duration: duration('How long a start takes.', '800 ms', FELT_DESIGN),
    })),
  ),
};

/** AWS services that an API can call by itself, without a function in between. */
const SERVICES = [
  'sqs',
  'eventbridge',
  'step-functions-standard',
  'step-functions-express',
  'kinesis',
  'firehose',
  'sns',
  'dynamodb',
  's3',
  'appconfig',
] as const;

const bytesOfOne = (through: string) => v.optional(size(`Bytes through ${through} for one invocation, both ways together.`, '20 KB', MIX));

/** What a function in a VPC needs to reach anything outside it. */
const functionVpc = section('The VPC that the function is in. To be in one is free; to reach anything outside it is not.', () => ({
  nat: v.optional(
    section(
      'NAT gateways, by which it reaches the internet, and each AWS service without an endpoint.',
      () => ({
        zones: v.optional(
          whole('Availability Zones, each with a NAT gateway; 0 where it needs none. Assumed 1 when absent.', '2', 0, 10, COUNTED),
        ),
        data: bytesOfOne('the NAT gateways'),
        sharedBy: sharedBy('the NAT gateways'),
        hourly: v.optional(
          money(
            'What each NAT gateway costs an hour, in place of the rate of AWS, which is not published everywhere.',
            '$0.05',
            FELT_DESIGN,
          ),
        ),
        perGB: v.optional(money('What each GB through it costs, in place of the rate of AWS.', '$0.05', FELT_DESIGN)),
      }),
      PAID_BY_EACH,
    ),
  ),
  endpoints: v.optional(
    section(
      'Interface VPC endpoints, by which it reaches AWS services. Leave out S3 and DynamoDB, whose gateway endpoints are free.',
      () => ({
        services: v.optional(whole('AWS services, each with an endpoint. Assumed 1 when absent.', '2', 1, 1000, COUNTED)),
        zones: v.optional(whole('Availability Zones of each endpoint. Assumed 2 when absent.', '2', 1, 10, COUNTED)),
        data: bytesOfOne('the endpoints'),
        sharedBy: sharedBy('the endpoints'),
      }),
      PAID_BY_EACH,
    ),
  ),
}));

export const backend = section(
  'What answers the requests. One of lambda, vpc and service, and what servers cost; leave it out when it costs the same behind every front door.',
  () => ({
    lambda: v.optional(
      section('A Lambda function.', () => ({
        ...lambdaFunction,
        nodeServer: v.optional(
          flag(
            'Whether it may be an HTTP server in Node.js on arm64 instead of a handler: then a Lambda Web Function is compared too, of which no price was found. Assumed no.',
          ),
        ),
        reserved: v.optional(
          whole(
            'Reserved concurrency of the function: how many run at once at most, and ten requests a second for each. That of the account when absent.',
            '100',
            1,
            100000,
            DESIGN,
          ),
        ),
        vpc: v.optional(functionVpc),
      })),
    ),
    passThrough: v.optional(
      choice('The AWS service to which the function only passes requests on.', [
        'sqs',
        'eventbridge',
        'kinesis',
        'step-functions',
        'appconfig',
        'dynamodb',
        'sns',
        's3',
        'firehose',
      ]),
    ),
    monthly: v.optional(
      money(
        'What the servers behind it cost a month, such as containers or instances. Counted once, where servers answer or hold connections. Beside lambda, they stand behind a load balancer only.',
        '$120',
        FELT_DESIGN,
      ),
    ),
    fargate: v.optional(
      section('Containers on AWS Fargate (Linux) as these servers, instead of `monthly`.', () => ({
        tasks: number('Tasks that run, on average.', '2', 0, 100000, FELT_DESIGN),
        vcpu: number('vCPU of one task.', '0.5', 0.25, 16, FELT_DESIGN),
        memory: size('Memory of one task.', '1 GB', FELT_DESIGN),
        architecture: v.optional(choice('Instruction set of the tasks. Assumed x86 when absent.', ['x86', 'arm64'])),
        hoursPerDay: v.optional(number('Hours a day that they run. Assumed 24 when absent.', '12', 0, 24, FELT_DESIGN)),
      })),
    ),
    p99: v.optional(duration('How long the backend takes for 99 of 100 answers, for the timeouts of each front door.', '4 s', DESIGN)),
    vpc: v.optional(
      section(
        'A service in a VPC, which the API reaches by a VPC link. What it costs is stated by monthly or fargate.',
        () => ({
          balancer: choice('The load balancer in front of the service; none where an HTTP API finds it by AWS Cloud Map.', [
            'nlb',
            'alb',
            'none',
          ]),
          registered: v.optional(
            whole(
              'Service instances that you register in AWS Cloud Map, where balancer is none. Leave out those that Amazon ECS registers, which are free.',
              '4',
              0,
              100000,
              COUNTED,
            ),
          ),
          tls: v.optional(flag('Whether an NLB ends TLS, which fills its capacity units sooner. Assumed no.')),
          link: v.optional(
            choice('Version of the VPC link: a v1 link is of one NLB and REST or WebSocket APIs, a v2 link of REST and HTTP APIs.', [
              'v1',
              'v2',
            ]),
          ),
          links: v.optional(whole('VPC links of this version that the account has in the Region, this one included.', '2', 1, 1e6, DESIGN)),
          protocol: v.optional(choice('How the API speaks to the service; HTTP unless HTTPS is set up.', ['http', 'https'])),
          silence: v.optional(duration('The longest time without any request, such as out of season.', '90 days', DESIGN)),
          stageInPath: v.optional(flag('Whether the service sees the name of the stage at the start of each path.')),
          rules: v.optional(whole('Listener rules of an ALB that a request passes; the first 10 are free.', '25', 0, 1000, COUNTED)),
          connections: v.optional(connections('the calls of the API', FELT_DESIGN)),
          sharedBy: sharedBy('the load balancer'),
        }),
        PAID_BY_EACH,
      ),
    ),
    service: v.optional(
      section('An AWS service that the API calls by itself, without a function.', () => ({
        name: choice('Which service: a message, an event, a workflow, a record, an item or an object for each request.', SERVICES),
        action: v.optional(
          choice('What a request does in DynamoDB or S3: it writes an item or object, or reads one. Assumed write when absent.', [
            'write',
            'read',
          ]),
        ),
        shards: v.optional(
          whole('Shards of a provisioned Kinesis stream. Assumed as few as the average load needs when absent.', '4', 1, 100000, {
            ...COUNTED,
            paidByEach: true,
          }),
        ),
        received: v.optional(
          share(
            'Share of the requests to AppConfig that get the configuration, because they do not name the version that they have. Assumed 100% when absent.',
            '1%',
            FELT_DESIGN,
          ),
        ),
        transitions: v.optional(number('State transitions of one Standard workflow.', '5', 1, 25000, FELT_DESIGN)),
        duration: v.optional(duration('How long one Express workflow runs.', '300 ms', FELT_DESIGN)),
        memory: v.optional(
          size('Memory that one Express workflow uses; billed in steps of 64 MB. Assumed 64 MB when absent.', '64 MB', FELT_DESIGN),
        ),
      })),
    ),
  }),
);
