import { GUIDE } from '../../facts/quotas/quota.ts';
import { durationInWords } from '../../workload/in-words.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';

const QUOTAS = { edge: 'rest-stream-idle-edge', regional: 'rest-stream-idle-regional' } as const;
const COMMENT = 'Send a comment or a space every few seconds: server-sent events have comments for this.';
const MOST = { edge: timeLimit(QUOTAS.edge), regional: timeLimit(QUOTAS.regional) };

export const streamSilence = defineRule({
  id: 'stream-silence',
  severity: 'blocker',
  topic: 'time',
  page: () => ({
    title: 'A stream is silent for too long',
    rationale: `A streamed response is cut when nothing comes for ${limitInWords('rest-stream-idle-regional')}, and on an edge-optimized endpoint for ${limitInWords('rest-stream-idle-edge')}. A model that thinks before its first token, or an agent that waits for a tool, is silent for just that long.`,
    remedy: COMMENT,
    sources: [`${GUIDE}/response-transfer-mode.html`],
    examples: [
      {
        candidate: 'rest',
        reports: { traffic: { streaming: 'yes', streamPause: '8 min' } },
        silent: { traffic: { streaming: 'yes', streamPause: '10 s' } },
      },
      {
        candidate: 'rest',
        reports: { traffic: { streaming: 'yes', streamPause: '45 s' }, needs: { 'endpoint-edge-optimized': 'yes' } },
        silent: { traffic: { streaming: 'yes', streamPause: '45 s' }, needs: { 'endpoint-edge-optimized': 'no' } },
      },
    ],
  }),
  fields: ['traffic.streamPause', 'traffic.streaming', 'needs.endpoint-edge-optimized'],
  frontDoors: ['rest'],
  inspect({ workload: { traffic }, streams, edgeOptimized }) {
    if (!streams || traffic?.streamPause === undefined) return [];
    const kind = edgeOptimized() ? 'edge' : 'regional';
    if (!traffic.streamPause.gt(MOST[kind])) return [];
    const endpoint = kind === 'edge' ? 'an edge-optimized endpoint' : 'API Gateway';
    const because = `the stream can pause for ${durationInWords(traffic.streamPause)}, and ${endpoint} cuts it after ${limitInWords(QUOTAS[kind])} of silence`;
    const regional = kind === 'edge' && traffic.streamPause.lte(MOST.regional);
    return [
      {
        because,
        path: ['traffic', 'streamPause'],
        ...(regional
          ? { remedy: `${COMMENT} Or make the endpoint Regional, which waits ${limitInWords('rest-stream-idle-regional')}.` }
          : {}),
      },
    ];
  },
});
