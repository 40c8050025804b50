import { called } from './called.ts';
import type { Candidate } from './candidate.ts';
import { CANDIDATES } from './index.ts';
import { becomes, type Exclusion } from '../facts/exclusions/exclusion.ts';
import { exclusionOf } from '../facts/exclusions/index.ts';
import { FEATURE_TABLES } from '../facts/features/index.ts';
import { articleSupport } from '../facts/features/article.ts';
import { DISTRIBUTIONS, IN_A_WEB_ACL_OF_CLOUDFRONT, ON_A_DISTRIBUTION, type Supplier } from '../facts/suppliers.ts';
import { native, no, supportFor, type Support } from '../facts/support.ts';
import { FEATURES, type FeatureId } from '../workload/features.ts';
import type { FrontDoor } from '../workload/front-doors.ts';
import { requirementsOf } from '../workload/requirements.ts';
import { WITH } from '../workload/requires.ts';
import type { Workload } from '../workload/schema.ts';

/** One needed feature, and how a candidate has it. */
export interface Fit {
  readonly feature: FeatureId;
  readonly support: Support;
  /** What takes it, or the usual way to have it, from the candidate. */
  readonly exclusion: Exclusion | undefined;
}

/** How a candidate has every needed feature, under an edition. */
export function fit(candidate: Candidate, workload: Workload, edition: 'aws' | 'article'): readonly Fit[] {
  return requirementsOf(workload)
    .all.filter(({ feature }) => concerns(feature, candidate, workload))
    .map(({ feature }) => ({
      feature,
      support: supportOf(candidate, feature, workload, edition),
      exclusion: exclusionOf(candidate.composition, feature, workload),
    }));
}

/** What clients meet of an API whatever they send it: its names, who can reach it, and how. */
const OF_BOTH: readonly FeatureId[] = [
  'endpoint-private',
  'custom-domain',
  'custom-domain-private',
  'custom-domain-wildcard',
  'domain-shared-by-types',
  'disable-default-endpoint',
  'dualstack-ipv6',
  'tls-1-3',
  'mtls',
];

/**
 * Of a workload with requests beside its connections, push and all that is special to connections is needed of what carries
 * these, who may call and by which names of both, and everything else of what answers the requests.
 */
function concerns(feature: FeatureId, { carries }: Candidate, { traffic, realtime, backend }: Workload): boolean {
  if (!traffic || !realtime) return true;
  const ofConnections = feature === 'server-push' || WITH[feature] === 'server-push';
  if (carries === 'requests') return !ofConnections;
  // A WebSocket API calls the same service, by a load balancer that nobody states.
  const ofService = feature === 'int-vpc-cloudmap' && backend?.vpc?.balancer === 'none';
  return ofConnections || ofService || OF_BOTH.includes(feature) || FEATURES[feature].category === 'authorization';
}

/** How a candidate has one feature, with all it is composed of. */
export function supportOf(candidate: Candidate, feature: FeatureId, workload: Workload, edition: 'aws' | 'article'): Support {
  const exclusion = exclusionOf(candidate.composition, feature, workload);
  const instead = exclusion && becomes(exclusion);
  if (instead?.type === 'no' || instead?.type === 'unknown') return instead;
  const supplied = candidate.supplies[feature];
  if (supplied !== undefined) return native(supplied);
  const type = candidate.frontDoor;
  const support = instead ?? ofFrontDoor(type, feature, workload, edition);
  if (support.type === 'via' && isOwnPart(support.by, candidate)) return native(support.caveat);
  // What another composition of the same front door adds, and pays for, this one leaves out.
  const provisioned = feature === 'response-cache' || feature === 'endpoint-private';
  if (provisioned || (support.type === 'via' && (DISTRIBUTIONS.has(support.by) || support.by === WEB_ACL))) {
    const others = CANDIDATES.filter((one) => one.frontDoor === type && one.supplies[feature] !== undefined && one.applies(workload));
    if (others.length > 0) return no(`not by itself; ${alternatives(others)} has it`);
  }
  if (support.type === 'via' && !hasPlaceFor(support.by, candidate)) {
    const able = CANDIDATES.filter((one) => one.frontDoor === type && one.applies(workload) && hasPlaceFor(support.by, one));
    if (able.length > 0) return no(`not by itself; ${alternatives(able)} has it, by ${support.by}`);
  }
  const condition = candidate.conditions?.[feature];
  if (condition !== undefined && support.type === 'native')
    return native(support.conditions === undefined ? condition : `${support.conditions}; ${condition}`, support.since);
  return support;
}

const WEB_ACL: Supplier = 'a web ACL on CloudFront';

/** How a front door has a feature, whatever it is composed with. */
export function ofFrontDoor(type: FrontDoor, feature: FeatureId, workload: Workload, edition: 'aws' | 'article'): Support {
  return supportFor(edition === 'article' ? articleSupport(type, feature).support : FEATURE_TABLES[type][feature], workload);
}

/** Whether what supplies a feature is part of the candidate already, so that its price holds it. */
function isOwnPart(by: Supplier, { composition }: Candidate): boolean {
  if (composition.distribution === null) return false;
  return DISTRIBUTIONS.has(by) || (by === WEB_ACL && composition.webAcl === 'distribution');
}

/** Whether it has the distribution, or the web ACL on one, on which a supplier is set up. */
function hasPlaceFor(by: Supplier, { composition }: Candidate): boolean {
  if (IN_A_WEB_ACL_OF_CLOUDFRONT.has(by)) return composition.webAcl === 'distribution';
  return !ON_A_DISTRIBUTION.has(by) || composition.distribution !== null;
}

function alternatives(others: readonly Candidate[]): string {
  const [last = '', ...before] = others.map(called).toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} or ${last}`;
}

/** The worst that a fit holds: one missing feature is enough. */
export function verdict(fits: readonly Fit[]): Support['type'] {
  for (const type of ['no', 'unknown', 'via'] as const) if (fits.some((one) => one.support.type === type)) return type;
  return 'native';
}
