import * as v from 'valibot';
import { choice, duration, flag, section, whole } from './field.ts';
import { DESIGN } from './traits.ts';

/** How a Lambda authorizer decides: what its cache keeps, for how long and under which key. */
export const authorizerHabits = {
  cacheTtl: v.optional(duration('How long a decision of the authorizer is kept; 0 s keeps none.', '5 min', DESIGN)),
  policy: v.optional(
    choice('What a decision covers: the one route that was called, every route this caller may use, or every route there is.', [
      'caller-routes',
      'one-route',
      'everything',
    ]),
  ),
  identity: v.optional(
    choice('Where the caller says who it is, which is also the key of the authorizer cache: a header, the query string, or nowhere.', [
      'header',
      'query-string',
      'none',
    ]),
  ),
};

/** Who may call, besides a Lambda authorizer. */
export const callers = {
  open: v.optional(
    choice('Which routes anybody may call: none, only some that read, or some that write too. Preflight (OPTIONS) does not count.', [
      'none',
      'reads',
      'writes',
    ]),
  ),
  latencyTarget: v.optional(duration('How long an answer may take, authorization included, for 99 of 100 requests.', '300 ms', DESIGN)),
  signedBody: v.optional(flag('Whether callers sign the raw body, as the webhooks of many services do (HMAC in a header).')),
  iamAcrossAccounts: v.optional(flag('Whether callers that sign with IAM belong to other AWS accounts.')),
  apiKeys: v.optional(
    section('API keys, and the usage plans that they belong to.', () => ({
      onlyCheck: v.optional(flag('Whether a valid key is all that is asked of a caller.')),
      capSpending: v.optional(flag('Whether the quotas of usage plans are what keeps the bill below a limit.')),
    })),
  ),
  jwt: v.optional(
    section('Tokens (JWT) that the front door verifies by itself.', () => ({
      algorithm: v.optional(choice('How the issuer signs its tokens.', ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'EdDSA', 'HS256'])),
      scopes: v.optional(flag('Whether each route names the scopes that a token must carry.')),
      audiences: v.optional(
        whole('Audiences that one authorizer accepts, such as the app clients of a user pool.', '4', 1, 100000, DESIGN),
      ),
    })),
  ),
  mutualTls: v.optional(
    section('Client certificates that an API Gateway domain asks for.', () => ({
      defaultEndpoint: v.optional(choice('Whether the API still answers at its execute-api address.', ['disabled', 'open'])),
      certificates: v.optional(whole('Certificates of the authorities that the truststore trusts.', '12', 1, 1e6, DESIGN)),
      revocation: v.optional(
        choice('What refuses a revoked certificate: an authorizer, its short life, or nothing.', ['authorizer', 'short-lived', 'none']),
      ),
    })),
  ),
};
