import { behindCloudfront } from '../candidates/by-cloudfront.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { supportOf } from '../candidates/fit.ts';
import { FRONT_DOOR_TABLES } from '../facts/front-doors.ts';
import type { SetupRule } from '../facts/setup.ts';
import type { Supplier } from '../facts/suppliers.ts';
import type { Support } from '../facts/support.ts';
import { isGateway } from '../workload/front-doors.ts';
import { FEATURES, type FeatureId } from '../workload/features.ts';
import type { Workload } from '../workload/schema.ts';
import { statesServers } from '../workload/servers.ts';
import { requirementsOf } from '../workload/requirements.ts';

/** One thing to set up besides the API type, with its reason. */
export interface Choice {
  readonly what: 'endpoint' | 'authorizer' | 'integration';
  readonly choice: string;
  readonly because: string;
}

const INTEGRATIONS: readonly SetupRule[] = [
  ['int-vpc-cloudmap', 'VPC link to Cloud Map', 'services are found by name, without a load balancer'],
  ['int-vpc-alb', 'VPC link to a load balancer', 'the backend stands behind an ALB in a VPC'],
  ['int-vpc-nlb', 'VPC link to a load balancer', 'the backend stands behind an NLB in a VPC'],
  ['int-http-proxy', 'HTTP proxy', 'the backend is an HTTP endpoint'],
  ['int-mock', 'mock', 'the gateway answers by itself'],
];

function ofBackend(workload: Workload): readonly [string, string] {
  const { backend } = workload;
  if (backend?.lambda) return ['Lambda proxy', 'the backend is a Lambda function'];
  if (statesServers(workload) && backend?.vpc === undefined) return ['HTTP proxy', 'servers of your own answer'];
  if (backend?.service) return ['AWS service', `backend.service is ${backend.service.name}: no function in between to pay for or to start`];
  return ['not stated', 'the workload does not state what answers'];
}

/** The endpoint type, the authorizer and the integration that go with a front door, each with its reason. */
export function choices(candidate: Candidate, workload: Workload, edition: 'aws' | 'article'): readonly Choice[] {
  const { frontDoor } = candidate;
  const setup = FRONT_DOOR_TABLES[frontDoor].setup;
  const required = requirementsOf(workload);
  const first = (rules: readonly SetupRule[]) => rules.find(([feature]) => required.has(feature));
  const choose = (what: Choice['what'], rule: SetupRule | undefined, otherwise: readonly [string, string]): Choice => ({
    what,
    choice: rule?.[1] ?? otherwise[0],
    because: rule?.[2] ?? otherwise[1],
  });
  // An edge-optimized API has a distribution of its own, and a Regional one does behind yours.
  const endpoint = choose('endpoint', behindCloudfront(candidate) ? undefined : first(setup.endpoint.rules), [
    setup.endpoint.usual,
    behindCloudfront(candidate)
      ? 'your own CloudFront distribution stands in front'
      : ENDPOINTS.some(required.has)
        ? 'it has no other'
        : 'nothing asks for another; it adds no hop',
  ]);
  const support = (feature: FeatureId) => supportOf(candidate, feature, workload, edition);
  const checks = setup.authorizers
    .filter(([feature]) => required.has(feature) && support(feature).type !== 'no')
    .map((rule) => checkedBy(rule, support(rule[0])));
  const withFunction =
    workload.auth?.lambdaAuthorizer !== undefined && support('auth-lambda-request').type === 'native'
      ? checks.some(({ choice }) => choice === 'Lambda')
        ? []
        : [{ choice: 'Lambda', because: 'the workload states the function (auth.lambdaAuthorizer)' }]
      : [];
  const all = [...checks, ...withFunction].filter(
    (one, index, list) => list.findIndex(({ choice }) => choice === one.choice) === index && (one.choice !== UNSTATED || list.length === 1),
  );
  const authorizer: Choice = {
    what: 'authorizer',
    ...(all.length === 0
      ? { choice: UNSTATED, because: 'decide who may call before it goes live' }
      : { choice: all.map(({ choice }) => choice).join(', '), because: all.map(({ because }) => because).join('; ') }),
  };
  const usual = serviceCalled(support, workload) ?? reached(candidate, first(INTEGRATIONS), support);
  const integration = setup.integration
    ? choose('integration', undefined, setup.integration)
    : choose('integration', usual, ofBackend(workload));
  return [endpoint, authorizer, integration];
}

/** Endpoints besides the usual one. */
const ENDPOINTS: readonly FeatureId[] = ['endpoint-edge-optimized', 'endpoint-private'];

const UNSTATED = 'not stated';

/** What checks a caller by one rule: what the front door has for it, or else what supplies that. */
function checkedBy([, choice, because]: SetupRule, support: Support): Pick<Choice, 'choice' | 'because'> {
  if (support.type !== 'via' || choice === 'Lambda') return { choice, because };
  return { choice: AUTHORIZERS.has(support.by) ? 'Lambda' : support.by, because: support.caveat };
}

const AUTHORIZERS: ReadonlySet<Supplier> = new Set(['a Lambda authorizer', 'a request authorizer']);

/** A backend in a VPC is reached by a VPC link of a gateway, by targets of a load balancer, or by what supplies that. */
function reached({ frontDoor }: Candidate, rule: SetupRule | undefined, support: (feature: FeatureId) => Support): SetupRule | undefined {
  if (rule === undefined || !rule[0].startsWith('int-vpc-')) return rule;
  const had = support(rule[0]);
  if (!isGateway(frontDoor)) return [rule[0], 'targets in the VPC', had.type === 'via' ? had.caveat : rule[2]];
  return had.type === 'via' ? [rule[0], `VPC link to ${had.by}`, had.caveat] : rule;
}

/** A route to an AWS service: directly where the front door can, else by a function. */
function serviceCalled(support: (feature: FeatureId) => Support, workload: Workload): SetupRule | undefined {
  const called = requirementsOf(workload)
    .all.map(({ feature }) => feature)
    .filter((feature) => feature.startsWith('int-aws-'));
  const [feature] = called;
  if (!feature) return undefined;
  const names = called.map((one) => FEATURES[one].name).join(', ');
  const direct = called.every((one) => support(one).type === 'native');
  return direct
    ? [feature, 'AWS service', `${names}: no function stands in between, to be paid for and started`]
    : [feature, 'Lambda proxy', `${names}: a function must make the call`];
}
