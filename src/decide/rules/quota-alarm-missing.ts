import { defineRule } from '../rule.ts';
import { accountRate } from '../account-rate.ts';
import { accountLoad } from '../account-load.ts';
import { decimal } from '../../money/decimal.ts';
import { formatQuantity } from '../../money/format.ts';

/** A judgement: from half of the rate on, one bad day is enough. */
const HALF = decimal('0.5');

export const quotaAlarmMissing = defineRule({
  id: 'quota-alarm-missing',
  severity: 'caution',
  topic: 'observability',
  page: () => ({
    title: 'No alarm watches the account’s request rate',
    rationale:
      'When the account’s rate is used up, every API of the account in the Region answers 429. CloudWatch does not warn of that by default, and AWS needs days to raise a quota.',
    remedy:
      'Set an alarm on the Count of all APIs together, at 80% of the rate, and ask for a higher quota before the season that needs it.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
      'https://docs.aws.amazon.com/servicequotas/latest/userguide/configure-cloudwatch.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { traffic: { requests: '1B/month', peak: '7K rps' }, operations: { quotaAlarm: 'no' } },
        silent: { traffic: { requests: '1B/month', peak: '7K rps' }, operations: { quotaAlarm: 'yes' } },
      },
      {
        candidate: 'rest',
        reports: { traffic: { requests: '1B/month', peak: '7K rps' }, operations: { quotaAlarm: 'no' } },
        silent: { traffic: { requests: '1B/month', peak: '2K rps' }, operations: { quotaAlarm: 'no' } },
      },
    ],
  }),
  fields: ['operations.quotaAlarm', 'traffic.peak', 'throttling.account', 'edge.hitRatio'],
  frontDoors: ['rest', 'http'],
  inspect(subject) {
    if (subject.workload.operations?.quotaAlarm !== false) return [];
    const most = accountRate(subject.workload);
    const used = accountLoad(subject.journey());
    if (!most || !used || used.lt(most.times(HALF))) return [];
    const because = `at the peak ${formatQuantity(used)} of the ${formatQuantity(most)} requests a second of the account are used, and no alarm watches`;
    return [{ because, path: ['operations', 'quotaAlarm'] }];
  },
});
