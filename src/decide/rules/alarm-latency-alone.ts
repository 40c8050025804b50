import { defineRule } from '../rule.ts';

export const alarmLatencyAlone = defineRule({
  id: 'alarm-latency-alone',
  severity: 'note',
  topic: 'observability',
  page: () => ({
    title: 'A latency alarm cannot say whose latency it was',
    rationale:
      'Latency holds the time of the backend, the authorizer and the gateway. If the alarm goes off, the first question is which of them was slow, and IntegrationLatency answers it: the difference of the two is the front door’s own.',
    remedy: 'Put an alarm on IntegrationLatency beside it, or show the difference of the two on the dashboard.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { operations: { alarms: [{ metric: 'Latency' }] } },
        silent: { operations: { alarms: [{ metric: 'Latency' }, { metric: 'IntegrationLatency' }] } },
      },
    ],
  }),
  fields: ['operations.alarms'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { operations } }) {
    const alarms = operations?.alarms ?? [];
    const latency = alarms.findIndex(({ metric }) => metric === 'Latency');
    if (latency < 0 || alarms.some(({ metric }) => metric === 'IntegrationLatency')) return [];
    return [
      { because: 'an alarm watches Latency, and none watches IntegrationLatency', path: ['operations', 'alarms', latency, 'metric'] },
    ];
  },
});
