import { decimal } from '../../money/decimal.ts';
import { durationInWords } from '../../workload/in-words.ts';
import { requirementsOf } from '../../workload/requirements.ts';
import type { Workload } from '../../workload/schema.ts';
import { HTTP_QUOTAS } from '../quotas/http.ts';
import type { Quota } from '../quotas/quota.ts';
import { REST_QUOTAS } from '../quotas/rest.ts';
import { factsOf } from '../regions.ts';
import { native, no, unknown, via, type Proviso, type Support } from '../support.ts';
import { PAGES } from './pages.ts';

type Algorithm = NonNullable<NonNullable<NonNullable<Workload['auth']>['jwt']>['algorithm']>;

const algorithmOf = ({ auth }: Workload): Algorithm | undefined => auth?.jwt?.algorithm;

/** Tokens are verified that are signed in one of these ways. */
function signedBy(verified: readonly Algorithm[], says: string, page: string, becomes: (algorithm: Algorithm) => Support): Proviso {
  return {
    says,
    met: (workload) => {
      const algorithm = algorithmOf(workload);
      return algorithm === undefined ? 'open' : verified.includes(algorithm) ? 'yes' : 'no';
    },
    becomes: (workload) => becomes(algorithmOf(workload) as Algorithm),
    page,
  };
}

/** PS256 is RSA too; AWS says no more than that RSA-based algorithms are supported. */
export const RSA_SIGNATURES = signedBy(['RS256', 'RS384', 'RS512'], 'RSA signatures only', PAGES.httpJwt, (algorithm) =>
  algorithm === 'PS256'
    ? unknown('AWS says that RSA-based algorithms are verified, and not whether PS256 is one of them')
    : via('a Lambda authorizer', `your code verifies ${algorithm}, which the JWT authorizer does not`),
);

export const RS256_SIGNATURES = signedBy(['RS256'], 'RS256 signatures only', PAGES.balancerJwt, (algorithm) =>
  via('code in the backend', `the load balancer does not verify ${algorithm}, and the backend pays for refused requests`),
);

/** AWS GovCloud has no enhanced policies, and needs none for FIPS. */
export const FIPS_IN_GOVCLOUD: Proviso = {
  says: 'in AWS GovCloud FIPS by default',
  met: ({ region }) => (factsOf(region).enhancedTls === 'no' ? 'no' : 'yes'),
  becomes: ({ region }) =>
    native(`every API in ${region} is FIPS-compliant by default; policies with post-quantum key exchange are not there`),
  page: PAGES.govcloud,
};

/** Scopes of a token that a user pool gave out; another issuer has no authorizer of this kind. */
export const TOKENS_OF_COGNITO: Proviso = {
  says: 'Cognito authorizer, with access tokens',
  met: (workload) => {
    const { has } = requirementsOf(workload);
    if (has('auth-cognito-native')) return 'yes';
    return has('auth-jwt') ? 'no' : 'open';
  },
  becomes: () => via('a Lambda authorizer', 'your code compares the scopes of the token'),
  page: PAGES.restCognito,
};

/** A quota in seconds by its id, read from its own file: the list of all quotas depends on the tables of features. */
const seconds = (quotas: readonly Quota[], id: string) => quotas.find((one) => one.id === id && one.unit === 'seconds')?.value;

/** A time of the authorizer within a limit. */
function within(limit: string | null | undefined, of: 'duration' | 'cacheTtl', says: string, page: string): Proviso {
  const most = decimal(limit ?? '0').times('1000');
  const stated = ({ auth }: Workload) => auth?.lambdaAuthorizer?.[of];
  return {
    says,
    met: (workload) => (stated(workload) === undefined ? 'open' : stated(workload)?.gt(most) ? 'no' : 'yes'),
    becomes: (workload) => no(`auth.lambdaAuthorizer.${of} is ${durationInWords(stated(workload) ?? most)}, over ${durationInWords(most)}`),
    page,
  };
}

export const ANSWERS_WITHIN_10_SECONDS = within(
  seconds(HTTP_QUOTAS, 'http-lambda-authorizer-timeout'),
  'duration',
  'it must answer within 10 seconds',
  PAGES.httpQuotas,
);
export const KEPT_FOR_AN_HOUR = {
  rest: within(seconds(REST_QUOTAS, 'rest-authorizer-ttl'), 'cacheTtl', '1 hour at most', PAGES.restLambdaAuthorizer),
  http: within(seconds(HTTP_QUOTAS, 'http-authorizer-ttl'), 'cacheTtl', '1 hour at most', PAGES.httpLambdaAuthorizer),
};

/** A kept result is found by who calls. */
export const WITH_IDENTITY: Readonly<Record<'rest' | 'http', Proviso>> = {
  rest: withIdentity(PAGES.restLambdaAuthorizer),
  http: withIdentity(PAGES.httpLambdaAuthorizer),
};

function withIdentity(page: string): Proviso {
  return {
    says: 'needs an identity source',
    met: ({ auth }) => {
      const identity = auth?.lambdaAuthorizer?.identity;
      return identity === undefined ? 'open' : identity === 'none' ? 'no' : 'yes';
    },
    becomes: () => no('auth.lambdaAuthorizer.identity is none, and a kept result is found by its identity source'),
    page,
  };
}
