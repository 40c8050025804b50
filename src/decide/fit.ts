import { called } from '../candidates/called.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { CANDIDATES } from '../candidates/index.ts';
import { FEATURE_TABLES } from '../facts/features/index.ts';
import { articleSupport } from '../facts/features/article.ts';
import { SUPPLIERS } from '../facts/suppliers.ts';
import { native, no, supportIn, type Support } from '../facts/support.ts';
import { FEATURE_IDS, FEATURES, type FeatureId } from '../workload/features.ts';
import type { Workload } from '../workload/schema.ts';
import { OF_PRIVATE_APIS, saysVpcOnly } from '../workload/vpc-only.ts';

/** One needed feature, and how a candidate has it. */
export interface Fit {
  readonly feature: FeatureId;
  readonly support: Support;
}

/** Sections of a workload that say a feature is needed, without `needs`: where, if they do. */
const IMPLIED: readonly (readonly [FeatureId, path: string, (workload: Workload) => boolean])[] = [
  ['waf-native', 'waf', ({ waf }) => waf !== undefined],
  ['response-cache', 'cache', ({ cache }) => cache !== undefined],
  ['response-streaming', 'traffic.streaming', ({ traffic }) => traffic?.streaming === true],
  ['auth-lambda-request', 'auth.lambdaAuthorizer', ({ auth }) => auth?.lambdaAuthorizer !== undefined],
  ['timeout-over-29s', 'backend.lambda.duration', ({ backend }) => backend?.lambda?.duration.gt('29000') === true],
  ['cors', 'cors', ({ cors }) => cors !== undefined],
  ['auth-jwt', 'auth.jwt', ({ auth }) => auth?.jwt !== undefined],
  ['api-keys', 'auth.apiKeys', ({ auth }) => auth?.apiKeys !== undefined],
  ['auth-iam', 'auth.iamAcrossAccounts', ({ auth }) => auth?.iamAcrossAccounts === true],
  ['mtls', 'auth.mutualTls', ({ auth }) => auth?.mutualTls !== undefined],
  ['mtls', 'loadBalancer.mutualTls', ({ loadBalancer }) => loadBalancer?.mutualTls === true],
  ['endpoint-private', 'privateEndpoint', ({ privateEndpoint }) => privateEndpoint !== undefined],
  ...OF_PRIVATE_APIS.map(
    (feature) => ['endpoint-private', `needs.${feature}`, (workload: Workload) => saysVpcOnly(workload) === `needs.${feature}`] as const,
  ),
  ['dev-portal', 'portal', ({ portal }) => portal !== undefined],
  ['execution-logs', 'observability.executionLogs', ({ observability }) => (observability?.executionLogs?.level ?? 'off') !== 'off'],
  ['metrics-detailed', 'observability.detailedMetrics', ({ observability }) => observability?.detailedMetrics !== undefined],
  ['xray', 'observability.xray', ({ observability }) => observability?.xray?.sampling.isZero() === false],
  ['int-vpc-nlb', 'backend.vpc', ({ backend }) => backend?.vpc?.balancer === 'nlb'],
  ['int-vpc-alb', 'backend.vpc', ({ backend }) => backend?.vpc?.balancer === 'alb'],
  ['int-aws-sqs-send', 'backend.service', ({ backend }) => backend?.service?.name === 'sqs'],
  ['int-aws-eventbridge-put', 'backend.service', ({ backend }) => backend?.service?.name === 'eventbridge'],
  ['int-aws-sfn-start', 'backend.service', ({ backend }) => backend?.service?.name.startsWith('step-functions') === true],
];

/** Features that a workload needs: said in `needs`, or implied by a section. */
export function neededFeatures(workload: Workload): readonly FeatureId[] {
  const implied = IMPLIED.filter(([, , holds]) => holds(workload)).map(([feature]) => feature);
  return FEATURE_IDS.filter((feature) => workload.needs?.[feature] ?? implied.includes(feature));
}

/** Where a workload says that it needs a feature which it does need. */
export function needStatedAt(feature: FeatureId, workload: Workload): readonly [string, ...string[]] {
  const implied = workload.needs?.[feature] ? undefined : IMPLIED.find(([one, , holds]) => one === feature && holds(workload));
  return implied ? (implied[1].split('.') as [string, ...string[]]) : ['needs', feature];
}

/** How a candidate has every needed feature, under an edition. */
export function fit(candidate: Candidate, workload: Workload, edition: 'aws' | 'article'): readonly Fit[] {
  return neededFeatures(workload)
    .filter((feature) => concerns(feature, candidate, workload))
    .map((feature) => ({ feature, support: supportOf(candidate, feature, workload, edition) }));
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
export function supportOf(candidate: Candidate, feature: FeatureId, workload: Workload, edition: 'aws' | 'article'): Support {
  const broken = candidate.breaks?.(workload)[feature];
  if (broken !== undefined) return no(broken);
  const supplied = candidate.supplies[feature];
  if (supplied !== undefined) return native(supplied);
  const type = candidate.frontDoor;
  const anywhere = edition === 'article' ? articleSupport(type, feature).support : FEATURE_TABLES[type][feature];
  const support = supportIn(anywhere, workload.region);
  // What another composition of the same front door adds, and pays for, this one leaves out.
  const others = CANDIDATES.filter((one) => one.frontDoor === type && one.supplies[feature] !== undefined && one.applies(workload));
  const provisioned = feature === 'response-cache' || feature === 'endpoint-private';
  if (others.length > 0 && (provisioned || (support.type === 'via' && SUPPLIERS[support.by] === 'billed')))
    return no(`not by itself; ${alternatives(others)} has it`);
  const condition = candidate.conditions?.[feature];
  if (condition !== undefined && support.type === 'native')
    return native(support.conditions === undefined ? condition : `${support.conditions}; ${condition}`, support.since);
  return support;
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
