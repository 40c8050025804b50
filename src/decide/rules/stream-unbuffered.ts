import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';
import type { Path } from '../../workload/mistakes.ts';

export const streamUnbuffered = defineRule({
  id: 'stream-unbuffered',
  severity: 'caution',
  topic: 'integration',
  page: () => ({
    title: 'The gateway cannot cache, compress or transform a streamed response',
    rationale:
      'The gateway never holds a streamed response as a whole. The stage cache, compression by the gateway, and mapping templates for responses need it whole, so they do not apply to integrations that stream.',
    remedy:
      'Let only the methods stream that must; transfer mode is set for each integration. Compress in the backend, and cache the rest in CloudFront.',
    sources: [`${GUIDE}/response-transfer-mode.html`],
    examples: [
      {
        candidate: 'rest',
        reports: { traffic: { streaming: 'yes' }, needs: { 'transform-body-vtl': 'yes' } },
        silent: { traffic: { streaming: 'no' }, needs: { 'transform-body-vtl': 'yes' } },
      },
      {
        candidate: 'rest+cache',
        reports: { traffic: { streaming: 'yes' }, cache: { size: '0.5 GB', hitRatio: '60%' } },
        silent: { traffic: { streaming: 'no' }, cache: { size: '0.5 GB', hitRatio: '60%' } },
      },
    ],
  }),
  fields: ['traffic.streaming', 'cache', 'needs.transform-body-vtl', 'needs.compression', 'needs.response-cache'],
  frontDoors: ['rest'],
  inspect({ candidate, needs, streams, behindCloudfront }) {
    if (!streams) return [];
    const lost: (readonly [string, Path])[] = [
      ...(candidate.composition.stageCache ? [['the stage cache', ['cache']] as const] : []),
      ...(needs('transform-body-vtl') ? [['mapping templates for responses', ['needs', 'transform-body-vtl']] as const] : []),
      ...(needs('compression') && !behindCloudfront ? [['compression', ['needs', 'compression']] as const] : []),
    ];
    return lost.map(([what, path]) => ({ because: `a method that streams is without ${what}`, path }));
  },
});
