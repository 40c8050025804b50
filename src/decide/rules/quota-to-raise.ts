import { quotaOf, type QuotaId } from '../../facts/quotas/index.ts';
import type { Decimal } from '../../money/decimal.ts';
import { FRONT_DOOR_IDS } from '../../workload/front-doors.ts';
import { askFor, usedInWords } from '../ask-for.ts';
import { COUNTED } from '../counts.ts';
import { quotasUsed, toRaise } from '../quota-use.ts';
import { defineRule } from '../rule.ts';
import { pathOf } from '../use-path.ts';

/** Those of which a rule of their own says more. */
const SAID: readonly QuotaId[] = [
  'account-rate',
  'lambda-concurrency',
  'ws-new-connections',
  'rest-timeout-regional',
  'rest-timeout-private',
  'cf-origin-timeout',
  'rest-resources',
  'http-routes',
  'ws-routes',
];

export const quotaToRaise = defineRule({
  id: 'quota-to-raise',
  severity: 'caution',
  topic: 'throttling',
  page: () => ({
    title: 'A quota must be raised before launch',
    rationale:
      'The workload takes more of a quota than an account starts with, and AWS raises it on request. A request takes hours to weeks, is made for one account and one Region, and may be granted in part.',
    remedy: 'Ask AWS for it in time, with the figures of the workload.',
    sources: ['https://docs.aws.amazon.com/servicequotas/latest/userguide/request-quota-increase.html'],
    examples: [
      {
        candidate: 'function-url',
        reports: { traffic: { peak: '12000 rps' }, backend: { lambda: { memory: '128 MB', duration: '5 ms' } } },
        silent: { traffic: { peak: '9000 rps' }, backend: { lambda: { memory: '128 MB', duration: '5 ms' } } },
      },
      { candidate: 'http', reports: { operations: { stages: '12' } }, silent: { operations: { stages: '3' } } },
    ],
  }),
  fields: ['traffic.peak', 'backend.lambda', 'throttling.clients', 'edge.hitRatio', ...COUNTED],
  frontDoors: FRONT_DOOR_IDS,
  inspect({ candidate, month }) {
    return quotasUsed(candidate, month)
      .filter((use) => toRaise(use) && !SAID.includes(use.quota))
      .map((use) => ({
        because: usedInWords(use),
        path: pathOf(use, month.workload),
        remedy: asked(use.quota, use.used),
        sources: quotaOf(use.quota).sources,
      }));
  },
});

/** What Lambda lets through follows from concurrency, and that is what is asked for. */
function asked(quota: QuotaId, used: Decimal): string {
  return quota === 'lambda-rate' || quota === 'function-url-rate' ? askFor('lambda-concurrency', used.div('10')) : askFor(quota, used);
}
