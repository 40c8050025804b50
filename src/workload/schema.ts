import * as v from 'valibot';
import { authorizerHabits, callers } from './auth-fields.ts';
import { backend, lambdaFunction, sharedBy } from './backend-fields.ts';
import { cacheHabits } from './cache-fields.ts';
import { CANDIDATE_IDS } from './composition.ts';
import { edge } from './edge-fields.ts';
import { FEATURE_IDS } from './features.ts';
import { CACHE_SIZES, cacheSize, choice, flag, number, section, share, text, whole } from './field.ts';
import { observability } from './observability-fields.ts';
import { cors, domains, operations } from './operations-fields.ts';
import { realtime } from './realtime-fields.ts';
import { headers, routes } from './route-fields.ts';
import { throttling } from './throttling-fields.ts';
import { traffic } from './traffic-fields.ts';
import { COUNTED, DESIGN, MIX, PART_OF_MIX } from './traits.ts';
import { waf } from './waf-fields.ts';

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
    waf: v.optional(waf),
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
