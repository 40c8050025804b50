import * as v from 'valibot';
import { choice, duration, flag, rate, section, share, size, text, whole } from './field.ts';
import { COUNTED, FELT_DESIGN, MIX, PAID_BY_EACH } from './traits.ts';

export const observability = section('What is written about the traffic.', () => ({
  accessLogs: v.optional(
    section('Access logs of the gateway, in CloudWatch Logs.', () => ({
      bytes: size('Size of one log entry.', '400 B', MIX),
      format: v.optional(
        choice('How an entry is written. Text is a line of your own; CLF is that of web servers.', ['json', 'csv', 'xml', 'clf', 'text']),
      ),
      holds: v.optional(
        v.pipe(
          v.array(text('A variable of an entry, without $context.', 'requestId')),
          v.description('What an entry holds: names of $context variables, such as requestId and integrationLatency.'),
        ),
      ),
      retention: v.optional(duration('How long entries are kept; storage is priced only when this is stated.', '30 days', FELT_DESIGN)),
    })),
  ),
  executionLogs: v.optional(
    section('Execution logs of a REST or WebSocket API, in CloudWatch Logs.', () => ({
      level: choice('What is logged: nothing, failures, or every request.', ['off', 'error', 'info']),
      dataTrace: v.optional(flag('Whether headers and bodies are logged too. Assumed no.')),
      bytes: v.optional(size('What one request writes, all lines together. Our estimate when absent.', '2 KB', FELT_DESIGN)),
      errors: v.optional(share('Share of the requests that fail; level `error` is priced only when this is stated.', '1%', FELT_DESIGN)),
      delivery: v.optional(
        choice(
          'How they are delivered: standard logging, which cuts each event at 1,024 bytes; or, of REST APIs only, by a log delivery of up to 1 MB an event to a log group of yours, S3 or Data Firehose. Assumed standard.',
          ['standard', 'log-group', 's3', 'firehose'],
        ),
      ),
      retention: v.optional(duration('How long lines are kept; storage is priced only when this is stated.', '30 days', FELT_DESIGN)),
    })),
  ),
  detailedMetrics: v.optional(
    section(
      'Metrics of each method or route, which CloudWatch bills as custom metrics.',
      () => ({
        routes: whole('Methods (REST) or routes (HTTP, WebSocket) that have them.', '20', 1, 1e6, COUNTED),
      }),
      PAID_BY_EACH,
    ),
  ),
  xray: v.optional(
    section('AWS X-Ray.', () => ({
      sampling: share('Share of the requests that are traced.', '5%', FELT_DESIGN),
      retrieved: v.optional(rate('Traces retrieved or scanned. Not priced when absent.', '1M/month', { ...PAID_BY_EACH, felt: 'tenth' })),
    })),
  ),
}));
