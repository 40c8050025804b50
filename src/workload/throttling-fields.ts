import * as v from 'valibot';
import { choice, duration, perSecond, quota, section, share, text, whole } from './field.ts';
import { DESIGN } from './traits.ts';

/** The limits of a workload and what its clients do when one refuses them. Named as AWS names them: rate and burst. */

const rate = (whose: string) => perSecond(`Requests a second that ${whose}.`, '100 rps', DESIGN);
const burst = whole(
  'Requests that may come at once: the size of the token bucket. State it with every rate: what a tool sets in its place differs.',
  '200',
  0,
  1e12,
  DESIGN,
);

const limit = (description: string, whose: string) => section(description, () => ({ rate: rate(whose), burst: v.optional(burst) }));
const limits = { rate: v.optional(rate('it allows')), burst: v.optional(burst) };

const method = section('One method of a REST API, or route of an HTTP API.', () => ({
  name: text('What you call it.', 'POST /orders'),
  share: share(
    'Share of the requests that go to it. The shares add up to at most 100%; the rest goes to methods not named here.',
    '10%',
    DESIGN,
  ),
  ...limits,
}));

const plan = section('One usage plan: clients with a key, each with the same limits.', () => ({
  name: text('What you call the plan.', 'premium'),
  clients: whole('Clients (API keys) in the plan. Each has limits and a quota of its own.', '25', 1, 1e9, DESIGN),
  share: share('Share of the requests that these clients send, together. The rest comes from clients without a plan.', '40%', DESIGN),
  ...limits,
  quota: v.optional(quota('Requests that each client may send in a day, a week or a month.', '1M/month', DESIGN)),
  methods: v.optional(
    v.pipe(
      v.array(
        section('A limit of each client for one method.', () => ({
          name: text('A method of `throttling.methods`.', 'POST /orders'),
          rate: rate('each client may send to it'),
          burst: v.optional(burst),
        })),
      ),
      v.description('Limits of each client for single methods, in addition to the limit of the plan.'),
    ),
  ),
}));

export const throttling = section('Limits on requests, and what clients do when they meet one.', () => ({
  account: v.optional(
    limit(
      'The limit of the account in this Region, for all its APIs together. The default of the Region when absent. AWS sets the burst; the console shows it.',
      'the account allows',
    ),
  ),
  accountUsedByOthers: v.optional(perSecond('Requests a second that other APIs of the account take of it meanwhile.', '2000 rps', DESIGN)),
  newConnections: v.optional(perSecond('New WebSocket connections a second that the account allows. 500 when absent.', '1000/s', DESIGN)),
  stage: v.optional(
    limit('What the stage sets for every method or route that has no limit of its own. Each has its own bucket.', 'each method allows'),
  ),
  methods: v.optional(v.pipe(v.array(method), v.description('Methods or routes with a share of the traffic, and their limits.'))),
  clients: v.optional(v.pipe(v.array(plan), v.description('Usage plans, which REST APIs have and HTTP APIs do not have.'))),
  retries: v.optional(
    section('What clients do about a 429.', () => ({
      attempts: v.optional(whole('Attempts in all, the first included. Assumed 3 when absent.', '3', 1, 50, DESIGN)),
      backoff: v.optional(choice('Whether the delay doubles with every retry. Assumed exponential when absent.', ['exponential', 'none'])),
      jitter: v.optional(
        choice('Whether each client waits a random part of the delay instead of all of it. Assumed full when absent.', ['full', 'none']),
      ),
      delay: v.optional(duration('Delay before the first retry. Assumed 1 s when absent.', '200 ms', DESIGN)),
      longestDelay: v.optional(duration('The most that backoff waits. Assumed 20 s when absent.', '20 s', DESIGN)),
    })),
  ),
}));
