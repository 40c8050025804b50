import type { Candidate } from '../candidates/candidate.ts';
import { CANDIDATES } from '../candidates/index.ts';
import { FEATURE_TABLES } from '../facts/features/index.ts';
import { articleSupport } from '../facts/features/article.ts';
import { native, no, unknown, type Support } from '../facts/support.ts';
import { FEATURE_IDS, FEATURES, type FeatureId } from '../workload/features.ts';
import type { Workload } from '../workload/schema.ts';

/** One needed feature, and how a candidate has it. */
export interface Fit {
  readonly feature: FeatureId;
  readonly support: Support;
}

/** Sections of a workload that say a feature is needed, without `needs`. */
const IMPLIED: readonly (readonly [FeatureId, (workload: Workload) => boolean])[] = [
  ['waf-native', ({ waf }) => waf !== undefined],
  ['response-cache', ({ cache }) => cache !== undefined],
  ['response-streaming', ({ traffic }) => traffic?.streaming === true],
  ['auth-lambda-request', ({ auth }) => auth?.lambdaAuthorizer !== undefined],
  ['mtls', ({ loadBalancer }) => loadBalancer?.mutualTls === true],
];

/** Features that a workload needs: said in `needs`, or implied by a section. */
export function neededFeatures(workload: Workload): readonly FeatureId[] {
  const implied = IMPLIED.filter(([, holds]) => holds(workload)).map(([feature]) => feature);
  return FEATURE_IDS.filter((feature) => workload.needs?.[feature] ?? implied.includes(feature));
}

/** How a candidate has every needed feature, under an edition. */
export function fit(candidate: Candidate, workload: Workload, edition: 'aws' | 'article'): readonly Fit[] {
  return neededFeatures(workload)
    .filter((feature) => concerns(feature, candidate, workload))
    .map((feature) => ({ feature, support: supportOf(candidate, feature, edition) }));
}

/**
 * Of a workload with requests beside its connections, push and all that is special to connections is needed of the
 * WebSocket API, who may call of both, and everything else of what answers the requests.
 */
function concerns(feature: FeatureId, { carries }: Candidate, { traffic, realtime }: Workload): boolean {
  if (!traffic || !realtime) return true;
  const ofConnections = feature === 'server-push' || feature.startsWith('ws-') || feature === 'auth-per-message';
  if (carries === 'requests') return !ofConnections;
  return ofConnections || FEATURES[feature].category === 'authorization';
}

/** How a candidate has one feature, with all it is composed of. */
export function supportOf(candidate: Candidate, feature: FeatureId, edition: 'aws' | 'article'): Support {
  const supplied = candidate.supplies[feature];
  if (supplied !== undefined) return native(supplied);
  const type = candidate.frontDoor;
  const table: Partial<Record<FeatureId, Support>> = FEATURE_TABLES[type];
  const support = edition === 'article' ? articleSupport(type, feature).support : table[feature];
  // What another composition of the same front door adds, this one leaves out.
  const others = CANDIDATES.filter((one) => one.frontDoor === type && one.supplies[feature] !== undefined).map((one) => one.id);
  const provisioned = feature === 'response-cache';
  if (others.length > 0 && (provisioned || support?.type === 'via'))
    return no(`this composition leaves it out; ${others.join(', ')} has it`);
  return support ?? unknown('no source was read for it');
}

/** The worst that a fit holds: one missing feature is enough. */
export function verdict(fits: readonly Fit[]): Support['type'] {
  for (const type of ['no', 'unknown', 'via'] as const) if (fits.some((one) => one.support.type === type)) return type;
  return 'native';
}
