import * as v from 'valibot';
import { backend, connections, lambdaFunction, sharedBy } from './backend-fields.ts';
import {
  CACHE_SIZES,
  cacheSize,
  choice,
  count,
  duration,
  flag,
  lasting,
  number,
  rate,
  section,
  share,
  size,
  text,
  whole,
} from './field.ts';

import { authorizerHabits, callers } from './auth-fields.ts';
import { cacheHabits } from './cache-fields.ts';
import { CANDIDATE_IDS } from './composition.ts';
import { edge } from './edge-fields.ts';
import { FEATURE_IDS } from './features.ts';
import { observability } from './observability-fields.ts';
import { cors, domains, operations } from './operations-fields.ts';
import { headers, routes } from './route-fields.ts';
import { realtimeHabits } from './realtime-fields.ts';
import { throttling } from './throttling-fields.ts';
import { COUNTED, DESIGN, FELT_DESIGN, MIX, PART_OF_MIX, VOLUME } from './traits.ts';

const sizeClass = section('One class of requests.', () => ({
  share: share('Share of the requests that are of this class. The shares add up to 100%.', '90%', PART_OF_MIX),
  request: v.optional(size('Size of the request body.', '2 KB', PART_OF_MIX)),
  response: v.optional(size('Size of the response body.', '5 KB', PART_OF_MIX)),
}));

const traffic = section('Requests, for REST, HTTP and load-balanced APIs.', () => ({
  requests: v.optional(
    rate('Requests that clients send, all of them, whatever their result. They follow from `polling` when absent.', '100M/month', VOLUME),
  ),
  polling: v.optional(
    section('Clients that ask for news again and again; what pushing the same news would cost is compared.', () => ({
      clients: count('Clients that ask at the same time, during the hours of `hoursPerDay`.', '10K', VOLUME),
      interval: lasting('How often each asks.', '5 s', MIX),
      news: v.optional(share('Share of the answers that bring something new.', '2%', MIX)),
      hoursPerDay: v.optional(number('Hours a day that they ask. Assumed 24 when absent.', '8', 0, 24, VOLUME)),
    })),
  ),
  peak: v.optional(rate('The busiest rate that lasts, from all clients together: what is compared with limits.', '2000 rps', DESIGN)),
  peakLength: v.optional(duration('How long the peak lasts.', '5 min', DESIGN)),
  burst: v.optional(
    section('The busiest moment of the peak.', () => ({
      requests: count('Requests that come in this moment, all of them.', '4000', DESIGN),
      length: duration('How long the moment is.', '500 ms', DESIGN),
    })),
  ),
  request: v.optional(size('Average size of a request body. Use `sizes` when requests differ.', '2 KB', MIX)),
  response: v.optional(size('Average size of a response body. Use `sizes` when responses differ.', '5 KB', MIX)),
  largestRequest: v.optional(size('The largest request body that must pass, for the limits of each front door.', '8 MB', DESIGN)),
  largestResponse: v.optional(size('The largest response body that must pass, for the limits of each front door.', '8 MB', DESIGN)),
  largestHeaders: v.optional(size('All headers of a request together, tokens and cookies included, at their largest.', '6 KB', DESIGN)),
  longestUrl: v.optional(size('The longest URL of a request, path and query string, for the limits of each front door.', '2 KB', DESIGN)),
  format: v.optional(
    choice('What request and response bodies are made of, for what the gateway itself reads of them.', ['json', 'xml', 'form', 'binary']),
  ),
  sameRegion: v.optional(share('Share of the requests that come from clients in the Region of the API.', '80%', DESIGN)),
  sizes: v.optional(
    v.pipe(
      v.array(sizeClass),
      v.metadata({ traits: PART_OF_MIX }),
      v.description(
        'Size classes instead of one average. AWS meters increments of each request, so 10% of large uploads cost what no average shows.',
      ),
    ),
  ),
  streaming: v.optional(
    flag('Whether a REST API would stream its responses: then it bills every started 10 MB of a response as a request.'),
  ),
  streamPause: v.optional(duration('The longest silence in a streamed response, before its first byte or between two.', '20 s', DESIGN)),
  fates: v.optional(
    section(
      'Shares of all requests that never reach the backend. What is absent is assumed not to happen.',
      () => ({
        blocked: v.optional(share('Share that a web ACL (AWS WAF) blocks, where there is one.', '3%', MIX)),
        preflight: v.optional(share('Share that are CORS preflight (OPTIONS) requests.', '5%', MIX)),
        unauthorized: v.optional(share('Share that the authorizer refuses (401, 403).', '2%', MIX)),
        throttled: v.optional(share('Share that throttling refuses (429).', '1%', MIX)),
        invalid: v.optional(share('Share that request validation refuses (400), where there is one.', '1%', MIX)),
      }),
      PART_OF_MIX,
    ),
  ),
  connections: v.optional(connections('clients', MIX)),
}));

const messageStream = (direction: string) =>
  section(`Messages ${direction}.`, () => ({
    rate: rate(
      'How many, on each connection. Per second, minute or hour counts connected time; per day, week or month counts calendar time.',
      '10/min',
      VOLUME,
    ),
    size: v.optional(size('Average size of a message; each started 32 KB is billed as one.', '3 KB', MIX)),
  }));

const realtime = section('Connections that stay open, for a WebSocket API.', () => ({
  connections: v.optional(count('Connections open at the same time, during the hours of `hoursPerDay`.', '10K', VOLUME)),
  connectRate: v.optional(rate('New connections, instead of `connections`; needs `sessionLength`.', '5/s', VOLUME)),
  hoursPerDay: v.optional(number('Hours a day that the connections are open. Assumed 24 when absent.', '12', 0, 24, VOLUME)),
  sessionLength: v.optional(lasting('How long one connection lives. AWS closes it after 2 hours.', '30 min', MIX)),
  inbound: v.optional(messageStream('that each client sends')),
  outbound: v.optional(messageStream('that the backend pushes to each client')),
  fanOut: v.optional(count('Connections to which each inbound message is forwarded, in addition to `outbound`.', '10', MIX)),
  ...realtimeHabits,
  connectionStore: v.optional(
    section('A DynamoDB table, on demand, that holds the open connections.', () => ({
      item: size('Size of the record of one connection.', '200 B', FELT_DESIGN),
    })),
  ),
}));

/** The workload file: everything that may be said, each field described. The JSON Schema is made from this. */
export const workloadSchema = v.pipe(
  v.strictObject({
    name: text('What you call this API.', 'catalogue-api'),
    region: text('AWS Region of the API.', 'us-east-1'),
    tags: v.optional(
      v.pipe(
        v.record(v.string(), v.pipe(v.string(), v.maxLength(200))),
        v.description('Tags that reports repeat: team, environment, cost centre.'),
      ),
    ),
    account: v.optional(text('The AWS account that the API is in, for reports.', '111122223333')),
    payer: v.optional(
      text('The account that pays for it: the tiers of all workloads of one payer are filled together in a report.', '999988887777'),
    ),
    inUse: v.optional(
      choice('What it is built as today, for what could be saved and for lint. The pick is used when absent.', CANDIDATE_IDS),
    ),
    routes: v.optional(routes),
    audited: v.optional(flag('Whether AWS Security Hub or an auditor checks the account.')),
    hoursPerMonth: v.optional(
      number('Hours in the month that is priced. 730 unless the edition has another value.', '730', 1, 744, DESIGN),
    ),
    alwaysFree: v.optional(
      flag('Whether to subtract the allowances that never expire. Off when absent: others in the account may have used them.'),
    ),
    headers: v.optional(headers),
    freeTier: v.optional(
      choice(
        'Free tier of the account, beside the allowances that never expire. legacy: the first 12 months of an account opened before 15 July 2025, so until July 2026 at the latest, with 1M REST and 1M HTTP API requests, 1M WebSocket messages and 750,000 connection minutes a month, and 750 hours and 15 LCUs of an Application Load Balancer. credits: an account opened since, with up to $200 once, which is no part of a month. CloudFront, Lambda and others have allowances that never expire only. Assumed none when absent.',
        ['none', 'legacy', 'credits'],
      ),
    ),
    traffic: v.optional(traffic),
    realtime: v.optional(realtime),
    throttling: v.optional(throttling),
    needs: v.optional(
      v.pipe(
        v.record(v.picklist(FEATURE_IDS), flag('Whether the API needs it.')),
        v.description('Features that the API needs, or does not: yes or no. What is absent is an open question, never a no.'),
      ),
    ),
    edge: v.optional(edge),
    cache: v.optional(
      section('The cache of a REST API stage.', () => ({
        size: cacheSize('Size of the cache, one of eight.', DESIGN),
        hitRatio: share('Share of the requests that reach this cache, at this size, which it answers.', '60%', MIX),
        otherSizes: v.optional(
          v.pipe(
            v.record(v.picklist(CACHE_SIZES), share('Share that a cache of this size answers.', '70%', PART_OF_MIX)),
            v.metadata({ traits: PART_OF_MIX }),
            v.description('What share caches of other sizes would answer, by size in GB; optimize weighs them.'),
          ),
        ),
        ...cacheHabits,
      })),
    ),
    auth: v.optional(
      section('Who may call.', () => ({
        lambdaAuthorizer: v.optional(
          section('A Lambda function that decides about each request, or connection.', () => ({
            ...lambdaFunction,
            cacheHitRatio: v.optional(
              share('Share of the decisions that come from the authorizer cache. Assumed 0% when absent.', '80%', MIX),
            ),
            withoutToken: v.optional(
              share(
                'Share of the refused requests (traffic.fates.unauthorized) without the header or parameter of the identity source: API Gateway answers these with 401 and calls no function. Assumed 0% when absent.',
                '50%',
                MIX,
              ),
            ),
            ...authorizerHabits,
          })),
        ),
        authorizers: v.optional(whole('Authorizers that the API has, of every kind, for its quota.', '3', 0, 100000, DESIGN)),
        ...callers,
      })),
    ),
    cors: v.optional(cors),
    domains: v.optional(domains),
    operations: v.optional(operations),
    backend: v.optional(backend),
    waf: v.optional(
      section('An AWS WAF web ACL, at the front door that can host one.', () => ({
        webAcls: v.optional(whole('Web ACLs. Assumed 1 when absent.', '1', 1, 1000, COUNTED)),
        rules: v.optional(whole('Own rules in the web ACL, outside rule groups.', '3', 0, 10000, COUNTED)),
        ruleGroups: v.optional(
          v.pipe(
            v.array(
              section('One own rule group.', () => ({
                rules: whole('Rules inside the group; each is billed, like the group.', '4', 0, 10000, COUNTED),
              })),
            ),
            v.description('Own rule groups.'),
          ),
        ),
        managedGroups: v.optional(whole('Managed rule groups: billed as one rule each, the rules inside are not.', '2', 0, 1000, COUNTED)),
        capacity: v.optional(
          whole(
            'Capacity units (WCU) that the rules of the web ACL use; each started 500 above 1,500 is billed with each request. Assumed no more than 1,500 when absent.',
            '2300',
            0,
            5000,
            FELT_DESIGN,
          ),
        ),
        bodyInspection: v.optional(
          choice(
            'How much of a body the web ACL inspects at API Gateway or CloudFront; each 16 KB analyzed beyond the first is billed. Assumed 16 KB, the default of AWS, when absent.',
            ['16 KB', '32 KB', '48 KB', '64 KB'],
          ),
        ),
        botControl: v.optional(
          section('The managed rule group Bot Control; count it among managedGroups too.', () => ({
            level: choice('Which bots it inspects for.', ['common', 'targeted']),
            share: v.optional(share('Share of the requests that its scope lets it inspect. Assumed 100% when absent.', '20%', FELT_DESIGN)),
          })),
        ),
      })),
    ),
    loadBalancer: v.optional(
      section('What an Application Load Balancer would look like.', () => ({
        zones: v.optional(whole('Availability Zones. Assumed 2, the least AWS allows.', '2', 2, 10, COUNTED)),
        rules: v.optional(whole('Listener rules that a request passes; the first 10 are free.', '25', 0, 1000, COUNTED)),
        mutualTls: v.optional(
          flag('Whether clients present certificates; halves the active connections of an LCU, and needs a trust store.'),
        ),
        internetFacing: v.optional(flag('Whether it faces the internet, and pays for public IPv4 addresses. Assumed yes.')),
        sharedBy: sharedBy('the load balancer'),
      })),
    ),
    privateEndpoint: v.optional(
      section('An interface VPC endpoint (PrivateLink), by which clients in a VPC reach a private REST API.', () => ({
        endpoints: v.optional(whole('Endpoints, one for each VPC with clients. Assumed 1 when absent.', '2', 1, 1000, COUNTED)),
        zones: v.optional(
          whole('Availability Zones of an endpoint; each is billed by the hour. Assumed 2 when absent.', '3', 1, 10, COUNTED),
        ),
        sharedBy: sharedBy('the endpoint'),
      })),
    ),
    portal: v.optional(
      section('An API Gateway portal, which publishes REST APIs to developers.', () => ({
        products: v.optional(
          whole('Products in the portal; ten are in its price. Assumed no more than ten when absent.', '12', 0, 10000, COUNTED),
        ),
      })),
    ),
    observability: v.optional(observability),
  }),
  v.description('What an API must do, and how much of it. Only name, region and some traffic are required.'),
);

/** A workload, and which of its values are examples that nobody stated. */
export type Workload = v.InferOutput<typeof workloadSchema> & { readonly examples?: readonly string[] };
export type FreeTier = NonNullable<Workload['freeTier']>;
export type LambdaFunction = NonNullable<NonNullable<Workload['backend']>['lambda']>;
