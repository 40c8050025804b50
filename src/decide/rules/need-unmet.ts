import { called } from '../../candidates/called.ts';
import type { Candidate } from '../../candidates/candidate.ts';
import { CANDIDATES } from '../../candidates/index.ts';
import { FRONT_DOORS, FRONT_DOOR_IDS } from '../../workload/front-doors.ts';
import { GUIDE } from '../../facts/quotas/quota.ts';
import { featurePages } from '../../facts/features/pages-of.ts';
import type { Support } from '../../facts/support.ts';
import { FEATURES, type FeatureId } from '../../workload/features.ts';
import type { Month } from '../../journey/month.ts';
import { requirementsOf } from '../../workload/requirements.ts';
import { fit, supportOf } from '../../candidates/fit.ts';
import { quotasUsed, refuses } from '../quota-use.ts';
import { defineRule } from '../rule.ts';

export const needUnmet = defineRule({
  id: 'need-unmet',
  severity: 'blocker',
  topic: 'choosing',
  page: () => ({
    title: 'It lacks what the workload needs',
    rationale:
      'The workload needs a feature, a web ACL, a cache. This candidate does not have it, neither by itself nor with additional services. If the workload states this candidate as in use (inUse), either one of these statements or the API is wrong.',
    remedy: 'Choose a candidate that has it (apigw-advisor recommend compares the others), or remove the need if it is not real.',
    sources: [`${GUIDE}/http-api-vs-rest.html`, `${GUIDE}/api-gateway-caching.html`, `${GUIDE}/apigateway-control-access-aws-waf.html`],
    examples: [
      {
        candidate: 'http',
        reports: { needs: { 'response-cache': 'yes' } },
        silent: { needs: { 'response-cache': 'no' } },
      },
      {
        candidate: 'rest',
        reports: { needs: { 'response-cache': 'yes' } },
        silent: { needs: { 'response-cache': 'no' } },
      },
      {
        candidate: 'http+cloudfront',
        reports: { needs: { 'waf-native': 'yes' } },
        silent: { needs: { 'waf-native': 'no' } },
      },
    ],
  }),
  fields: [
    'needs',
    'waf',
    'cache',
    'traffic.streaming',
    'auth',
    'cors',
    'loadBalancer.mutualTls',
    'privateEndpoint',
    'portal',
    'observability',
    'backend',
  ],
  frontDoors: FRONT_DOOR_IDS,
  inspect({ workload, candidate, month }) {
    return fit(candidate, workload, 'aws').flatMap(({ feature, support, exclusion }) => {
      if (support.type !== 'no') return [];
      return [
        {
          because: `${called(candidate)} does not have what is needed, ${FEATURES[feature].name}: ${support.because}`,
          path: requirementsOf(workload).of(feature)?.path ?? ['needs', feature],
          remedy: nearest(feature, candidate, month),
          sources: exclusion ? [exclusion.page] : featurePages(feature),
        },
      ];
    });
  },
});

/** The way to have a feature that gives up least of the rest, of the same front door if there is one. */
function nearest(feature: FeatureId, lacking: Candidate, month: Month): string {
  const { workload } = month;
  const name = FEATURES[feature].name;
  // What a size, a wait or headers stand against is no way.
  const able = CANDIDATES.filter(
    (one) => one.carries === lacking.carries && one.applies(workload) && !quotasUsed(one, month).some(refuses),
  );
  const [best] = able
    .flatMap((candidate) => {
      const support = supportOf(candidate, feature, workload, 'aws');
      if (support.type !== 'native' && support.type !== 'via') return [];
      const lost = fit(candidate, workload, 'aws').filter((one) => one.support.type === 'no').length;
      return [{ candidate, how: how(support), rank: [lost, apart(candidate, lacking), support.type === 'native' ? 0 : 1] }];
    })
    .toSorted((a, b) => a.rank.map((one, index) => one - (b.rank[index] ?? 0)).find((one) => one !== 0) ?? 0);
  if (!best) return `Nothing compared here has ${name} and can serve this workload: supply it in the backend, or do without it.`;
  return `Take ${called(best.candidate)}, which has it${best.how}.${best.rank[0] === 0 ? '' : ' It lacks something else that is needed; apigw-advisor recommend compares all of it.'}`;
}

/** The same front door is nearer than another of its family, and that than what takes its place. */
function apart({ frontDoor }: Candidate, lacking: Candidate): number {
  if (frontDoor === lacking.frontDoor) return 0;
  return FRONT_DOORS[frontDoor].family === FRONT_DOORS[lacking.frontDoor].family ? 1 : 2;
}

function how(support: Support): string {
  if (support.type === 'via') return ` by ${support.by}: ${support.caveat}`;
  return support.type === 'native' && support.conditions !== undefined ? `: ${support.conditions}` : '';
}
