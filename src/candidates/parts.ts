import { accessLogs } from '../hops/access-logs.ts';
import { authorizer } from '../hops/authorizer.ts';
import { cloudfront } from '../hops/cloudfront.ts';
import { preflight, throttle, validation } from '../hops/gateway-checks.ts';
import type { Hop } from '../hops/hop.ts';
import { httpGateway } from '../hops/http-gateway.ts';
import { lambdaBackend } from '../hops/lambda-backend.ts';
import { restGateway } from '../hops/rest-gateway.ts';
import { waf } from '../hops/waf.ts';
import { ONE, type Decimal } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import type { Candidate, Lack } from './candidate.ts';

/** Hops that only exist when the workload says so. */
export const logs = ({ observability }: Workload): readonly Hop[] =>
  observability?.accessLogs ? [accessLogs(observability.accessLogs)] : [];

export const backend = ({ backend: stated }: Workload): readonly Hop[] => (stated?.lambda ? [lambdaBackend(stated.lambda)] : []);

export const webAcl = ({ waf: stated }: Workload, host: Parameters<typeof waf>[1]): readonly Hop[] => (stated ? [waf(stated, host)] : []);

/** A REST API from its gateway to the door of its cache or backend. */
export const rest = ({ traffic, auth }: Workload): readonly Hop[] => [
  restGateway({ streaming: traffic?.streaming ?? false }),
  preflight,
  authorizer(auth ?? {}),
  throttle,
  validation,
];

/** An HTTP API likewise; it validates nothing. */
export const http = ({ auth }: Workload): readonly Hop[] => [httpGateway, preflight, authorizer(auth ?? {}), throttle];

export const edge = ({ edge: stated }: Workload, home: Parameters<Candidate['hops']>[1]): Hop =>
  cloudfront({ hitRatio: stated?.hitRatio ?? null, geography: geographyShares(stated?.geography), home });

function geographyShares(stated: NonNullable<Workload['edge']>['geography']): Readonly<Record<string, Decimal>> | null {
  if (stated === undefined) return null;
  return typeof stated === 'string' ? { [stated]: ONE } : (stated as Record<string, Decimal>);
}

export const requests = (workload: Workload): boolean => workload.traffic !== undefined;

export const noWebAcl = ({ waf: stated }: Workload, because: string): readonly Lack[] => (stated ? [{ what: 'AWS WAF', because }] : []);
