import * as v from 'valibot';
import { connections } from './backend-fields.ts';
import { choice, count, duration, flag, lasting, number, rate, section, share, size } from './field.ts';
import { DESIGN, MIX, PART_OF_MIX, VOLUME } from './traits.ts';

const sizeClass = section('One class of requests.', () => ({
  share: share('Share of the requests that are of this class. The shares add up to 100%.', '90%', PART_OF_MIX),
  request: v.optional(size('Size of the request body.', '2 KB', PART_OF_MIX)),
  response: v.optional(size('Size of the response body.', '5 KB', PART_OF_MIX)),
}));

export const traffic = section('Requests, for REST, HTTP and load-balanced APIs.', () => ({
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
