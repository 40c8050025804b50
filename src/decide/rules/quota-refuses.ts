import { quotaOf, type QuotaId } from '../../facts/quotas/index.ts';
import { GUIDE } from '../../facts/quotas/quota.ts';
import { FRONT_DOOR_IDS } from '../../workload/front-doors.ts';
import { usedInWords } from '../ask-for.ts';
import { COUNTED } from '../counts.ts';
import { quotasUsed, raisable, refusal, refuses, type QuotaUse } from '../quota-use.ts';
import { limitInWords } from '../limit.ts';
import { defineRule } from '../rule.ts';
import { pathOf } from '../use-path.ts';

const SPREAD = 'spread the load over several accounts or Regions';
const FASTER =
  'Make the function faster, answer more from a cache, put a queue between the API and the work, or run the work in containers.';
const LATER = 'Answer 202 with the id of a job, and do the work behind a queue or Step Functions.';
const SPLIT = 'Use greedy paths such as /{proxy+}, or split the API under one custom domain name.';

const STAGES = 'Give each environment an API or an account of its own instead of a stage.';
const AUTHORIZERS = 'Let one Lambda authorizer decide for several issuers, or split the API under one custom domain name.';
const APIS = 'Merge APIs into one with more routes, or spread them over several accounts or Regions.';
const DOMAINS = 'Use a wildcard domain name, map several APIs under one name, or spread them over several accounts or Regions.';
const LINKS = 'Use links of the second version, which several APIs share, and one of which reaches every load balancer of its VPC.';

/** What helps where a quota is out of reach. That it is raised is no answer. */
const INSTEAD: Readonly<Partial<Record<QuotaId, string>>> = {
  'account-rate': `Answer more from CloudFront, ${SPREAD}, or take a load balancer before servers of your own, which has no such rate.`,
  'lambda-concurrency': FASTER,
  'lambda-rate': FASTER,
  'function-url-rate': FASTER,
  'web-function-rate': FASTER,
  'web-function-timeout': LATER,
  'ws-new-connections': `Let clients wait a random time before they connect, ${SPREAD}, or take AppSync Events or servers of your own behind a load balancer.`,
  'rest-api-keys':
    'Spread the clients over several accounts or Regions, or identify each by a token and limit it in a Lambda authorizer with counters of your own.',
  'rest-usage-plans': 'Give clients alike one plan, or spread them over several accounts or Regions.',
  'rest-usage-plan-method-throttles': 'Limit groups of methods, not single ones, or limit the rest in the backend.',
  'rest-timeout-regional': LATER,
  'rest-timeout-private': LATER,
  'cf-origin-timeout': `Send a first byte soon and a comment or a space every few seconds, or leave the distribution out. Else: ${LATER}`,
  'rest-resources': SPLIT,
  'http-routes': SPLIT,
  'ws-routes': SPLIT,
  'rest-stages': STAGES,
  'http-stages': STAGES,
  'ws-stages': STAGES,
  'rest-authorizers': AUTHORIZERS,
  'http-authorizers': AUTHORIZERS,
  'ws-authorizers': AUTHORIZERS,
  'http-audiences': `Give clients a common audience and tell them apart by a claim or a scope, or divide them among several authorizers.`,
  'rest-apis-regional': APIS,
  'rest-apis-edge': `Make APIs Regional, of which an account may have more, and put your own CloudFront distribution in front. Or: ${APIS}`,
  'rest-apis-private': APIS,
  truststore: 'Trust an intermediate authority that signs for many, or check certificates in an authorizer.',
  'domains-public': DOMAINS,
  'domains-private': DOMAINS,
  'domain-access-associations': 'Reach the API by the names of its VPC endpoints, or through fewer endpoints that several VPCs share.',
  'api-mappings-multilevel': 'Map paths of one level and route the rest in the APIs, or use a second domain name.',
  'routing-rules': 'Use a second domain name, or route in the backend.',
  'rest-vpc-links': LINKS,
  'http-vpc-links': LINKS,
  'portal-products': 'Divide the products among several portals.',
};

const PUSHES = `Send fewer and larger messages, or less often; take AppSync Events, which fans out by itself and delivers ${limitInWords('appsync-events-outbound')} unless raised, or servers of your own behind a load balancer.`;

/** Of all others that refuse, a rule of its own says so. */
export const quotaRefuses = defineRule({
  id: 'quota-refuses',
  severity: 'blocker',
  topic: 'throttling',
  page: () => ({
    title: 'A quota cannot be met',
    rationale:
      'The workload needs more than AWS allows: more than a quota that cannot be raised, or more than ten times a quota that AWS raises on request. Anything above the quota is refused, with every design.',
    remedy: 'Choose a candidate without this limit, or use less of it: spread the load over time, accounts or Regions.',
    sources: [`${GUIDE}/limits.html`, `${GUIDE}/api-gateway-execution-service-limits-table.html`],
    examples: [
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '100K', outbound: { rate: '5/s', size: '300 B' } } },
        silent: { realtime: { connections: '20K', outbound: { rate: '5/s', size: '300 B' } } },
      },
      {
        candidate: 'rest',
        reports: { throttling: { clients: [{ name: 'free', clients: '12000', share: '100%', rate: '1 rps', burst: '1' }] } },
        silent: { throttling: { clients: [{ name: 'free', clients: '9000', share: '100%', rate: '1 rps', burst: '1' }] } },
      },
      {
        candidate: 'function-url',
        reports: { traffic: { peak: '1200 rps' }, backend: { lambda: { memory: '128 MB', duration: '5 ms', reserved: '100' } } },
        silent: { traffic: { peak: '900 rps' }, backend: { lambda: { memory: '128 MB', duration: '5 ms', reserved: '100' } } },
      },
    ],
  }),
  fields: [
    'traffic.peak',
    'traffic.streamPause',
    'backend.p99',
    'backend.lambda',
    'realtime',
    'routes',
    'throttling',
    'edge.hitRatio',
    'region',
    ...COUNTED,
  ],
  frontDoors: FRONT_DOOR_IDS,
  inspect({ candidate, month }) {
    return quotasUsed(candidate, month)
      .filter((use) => refuses(use) && INSTEAD[use.quota] !== undefined)
      .map((use) => ({
        because: `${usedInWords(use)}, and ${because(use)}`,
        path: pathOf(use, month.workload),
        remedy: candidate.carries === 'realtime' && use.quota === 'account-rate' ? PUSHES : remedy(use),
        sources: quotaOf(use.quota).sources,
      }));
  },
});

function because(use: QuotaUse): string {
  return use.adjustable === 'setting' ? 'that is what backend.lambda.reserved allows' : refusal(use);
}

function remedy(use: QuotaUse): string {
  const instead = INSTEAD[use.quota] ?? '';
  return use.adjustable === 'setting' && !raisable(use) ? `Reserve more concurrency for the function. Or: ${instead}` : instead;
}
